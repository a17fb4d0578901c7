import { accepted, type Result, refused } from '../../base/result.ts';
import { type BusinessDate, parseBusinessDate } from '../../base/time.ts';
import { type CodeImportRefusal, codeImportRefusal } from './code-import-refusal.ts';
import type { CodeEntry, CodeTime } from './code-list.ts';
import type { CodeSet } from './code-set.ts';
import { readDelimitedFile } from './delimited-code-file.ts';
import { isHcpcsRecordFile, readHcpcsRecords } from './hcpcs-record-file.ts';
import { isOrderFile, readOrderFile } from './icd-order-file.ts';
import type { PublishedCode, PublishedList } from './published-list.ts';

/** The codes of a published file, checked. */
export interface CodeFile {
  readonly entries: readonly CodeEntry[];
  readonly hasHistory: boolean;
}

/**
 * Reads a published list of a code set: the CMS order file (ICD-10-CM, ICD-10-PCS), the CMS record file (HCPCS), or
 * codes in lines or columns (`docs/reference/codes.md`). Which it is shows in the text. One bad line refuses the file:
 * a list that is read in part would call good codes unknown.
 */
export function readCodeFile(text: string, set: CodeSet): Result<CodeFile, CodeImportRefusal> {
  const published = readPublished(text.replace(/^(\ufeff|\u00ef\u00bb\u00bf)/, ''), set);
  if (!published.ok) return published;
  const { codes, hasHistory } = published.value;
  if (codes.length === 0) return refused(codeImportRefusal('codes.empty'));
  const entries = new Map<string, CodeEntry>();
  for (const row of codes) {
    const entry = readEntry(row, set);
    if (!entry.ok) return entry;
    if (entries.has(row.code)) return refused(codeImportRefusal('codes.repeated', row.line));
    entries.set(row.code, entry.value);
  }
  return accepted({ entries: [...entries.values()], hasHistory });
}

function readPublished(text: string, { id }: CodeSet): Result<PublishedList, CodeImportRefusal> {
  if ((id === 'icd-10-cm' || id === 'icd-10-pcs') && isOrderFile(text)) return accepted(readOrderFile(text));
  if (id === 'hcpcs' && isHcpcsRecordFile(text)) return accepted(readHcpcsRecords(text));
  return readDelimitedFile(text);
}

/** What every list is made of, where a set has no shape of its own: what a data element of a code may hold. */
const CODE = /^[0-9A-Z]{1,15}$/;

function readEntry(row: PublishedCode, set: CodeSet): Result<CodeEntry, CodeImportRefusal> {
  if (!CODE.test(row.code) || !set.isWellFormed(row.code)) {
    return refused(codeImportRefusal('codes.shape', row.line));
  }
  const start = readDay(row.start);
  const stop = readDay(row.stop);
  if (start === null || stop === null) return refused(codeImportRefusal('codes.date', row.line));
  if (start !== undefined && stop !== undefined && stop < start) {
    return refused(codeImportRefusal('codes.stops-before-start', row.line));
  }
  return accepted({ code: row.code, ...timeOf(start, stop) });
}

function timeOf(start: BusinessDate | undefined, stop: BusinessDate | undefined): CodeTime {
  return { ...(start === undefined ? {} : { start }), ...(stop === undefined ? {} : { stop }) };
}

/** `YYYY-MM-DD`, `MM/DD/YYYY` or `YYYYMMDD`: undefined when empty, null when it is no day. */
function readDay(text: string): BusinessDate | undefined | null {
  if (text === '') return undefined;
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (american !== null) {
    const [, month = '', day = '', year = ''] = american;
    return parseBusinessDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) ?? null;
  }
  return parseBusinessDate(text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')) ?? null;
}
