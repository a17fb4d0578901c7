import type { PublishedCode, PublishedList } from './published-list.ts';

/**
 * A line of the order files that CMS publishes for ICD-10-CM and ICD-10-PCS each October: a running number in columns
 * 1 to 5, the code without its dot from column 7, in column 15 whether it may be used (1) or is a heading (0), and
 * descriptions from column 17 on.
 */
const LINE = /^\d{5} (.{7}) ([01])\s/;

export function isOrderFile(text: string): boolean {
  return LINE.test(text.split('\n', 1)[0] ?? '');
}

/** The codes of an order file that may be used. A line of another form is passed on without a code, to be refused. */
export function readOrderFile(text: string): PublishedList {
  const codes: PublishedCode[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, code = '', flag] = LINE.exec(line) ?? [];
    if (flag !== '0') codes.push({ line: index + 1, code: code.trimEnd(), start: '', stop: '' });
  }
  return { codes, hasHistory: false };
}
