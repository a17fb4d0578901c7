import { accepted, type Result, refused } from '../../base/result.ts';
import { type CodeImportRefusal, codeImportRefusal } from './code-import-refusal.ts';
import type { PublishedList } from './published-list.ts';

interface Row {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * Reads codes in columns, tabs or commas between them (RFC 4180: fields may stand in quotation marks). The first line
 * names the columns: `code`, and where there are such `start` and `stop`; all others are passed over. A file of one
 * column may do without the first line.
 */
export function readDelimitedFile(text: string): Result<PublishedList, CodeImportRefusal> {
  const [head, ...rest] = rowsOf(text, text.split('\n', 1)[0]?.includes('\t') === true ? '\t' : ',');
  if (head === undefined) return accepted({ codes: [], hasHistory: false });
  const columns = head.fields.map((name) => name.trim().toLowerCase());
  const hasNames = columns.includes('code');
  if (!hasNames && columns.length > 1) return refused(codeImportRefusal('codes.column-missing', head.line));
  const place = hasNames
    ? { code: columns.indexOf('code'), start: columns.indexOf('start'), stop: columns.indexOf('stop') }
    : { code: 0, start: -1, stop: -1 };
  return accepted({
    codes: (hasNames ? rest : [head, ...rest]).map(({ line, fields }) => ({
      line,
      code: fields[place.code]?.trim() ?? '',
      start: fields[place.start]?.trim() ?? '',
      stop: fields[place.stop]?.trim() ?? '',
    })),
    hasHistory: place.start !== -1 && place.stop !== -1,
  });
}

/** Rows that hold something. A quotation mark within a field is written twice. */
function rowsOf(text: string, separator: string): Row[] {
  const rows: Row[] = [];
  let fields: string[] = [];
  let field = '';
  let isQuoted = false;
  let line = 1;
  let firstLine = 1;
  function endRow(): void {
    fields.push(field);
    if (fields.some((each) => each.trim() !== '')) rows.push({ line: firstLine, fields });
    fields = [];
    field = '';
  }
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    if (character === '\n') line++;
    if (isQuoted) {
      if (character !== '"') field += character;
      else if (text[i + 1] === '"') field += text[i++];
      else isQuoted = false;
    } else if (character === '"' && field === '') isQuoted = true;
    else if (character === separator) {
      fields.push(field);
      field = '';
    } else if (character === '\n') {
      endRow();
      firstLine = line;
    } else field += character;
  }
  endRow();
  return rows;
}
