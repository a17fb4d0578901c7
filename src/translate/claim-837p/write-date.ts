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
  writer.begin('DTP').element(qualifier);
  if (end === undefined) writer.element('D8').date(date).end();
  else
    writer
      .element('RD8')
      .element(`${printCompactDate(date)}-${printCompactDate(end)}`)
      .end();
}
