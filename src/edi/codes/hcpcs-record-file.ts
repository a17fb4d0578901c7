import { addDays, parseCompactDate } from '../../base/time.ts';
import type { PublishedCode, PublishedList } from './published-list.ts';

/**
 * The record file that CMS publishes for HCPCS each quarter (HCPC…_ANWEB…txt): the code in columns 1 to 5, in column 11
 * what the line is, in 269 to 276 the day the code was added, in 285 to 292 the last day on which it may be used.
 */
const PROCEDURE = /^[A-Z]\d{4}.{5}3/;
const ANY_RECORD = /^.{10}[3478]/;
const RECORD_LENGTH_MIN = 292;

export function isHcpcsRecordFile(text: string): boolean {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length >= RECORD_LENGTH_MIN && ANY_RECORD.test(line);
}

/**
 * The procedure codes of a record file; modifiers and lines that go on with a description are none. Dental codes belong
 * to CDT. The file has dates, but soon forgets codes that are gone, so that it is no history.
 */
export function readHcpcsRecords(text: string): PublishedList {
  const codes: PublishedCode[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (!PROCEDURE.test(line) || line.startsWith('D')) continue;
    codes.push({
      line: index + 1,
      code: line.slice(0, 5),
      start: line.slice(268, 276).trim(),
      stop: dayBehind(line.slice(284, 292).trim()),
    });
  }
  return { codes, hasHistory: false };
}

/** What is no day is passed on, to be refused. */
function dayBehind(text: string): string {
  const day = parseCompactDate(text);
  return day === undefined ? text : addDays(day, 1);
}
