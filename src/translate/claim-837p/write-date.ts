import { type BusinessDate, printCompactDate } from '../../base/time.ts';
import type { SegmentWriter } from '../../edi/syntax/segment-writer.ts';

/** Writes DTP: D8 one day, RD8 from a day to a later one. Nothing where there is no date. */
export function writeDate(
  writer: SegmentWriter,
  qualifier: string,
  date: BusinessDate | undefined,
  end?: BusinessDate,
): void {
  if (date === undefined) return;
  const day = printCompactDate(date);
  const period = end === undefined ? ['D8', day] : ['RD8', `${day}-${printCompactDate(end)}`];
  writer
    .begin('DTP')
    .elements(qualifier, ...period)
    .end();
}
