import * as fc from 'fast-check';
import { addDays, type BusinessDate, parseBusinessDate } from '../../../../src/base/time.ts';

export function day(text: string): BusinessDate {
  const date = parseBusinessDate(text);
  if (date === undefined) throw new Error(`${text} is no day`);
  return date;
}

/** Days around those that code lists speak of. */
export const businessDate: fc.Arbitrary<BusinessDate> = fc
  .integer({ min: 0, max: 15_000 })
  .map((days) => addDays(day('1990-01-01'), days));
