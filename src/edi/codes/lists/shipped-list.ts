import { invariant } from '../../../base/invariant.ts';
import { type BusinessDate, parseBusinessDate } from '../../../base/time.ts';
import type { CodeList, CodePeriod } from '../code-list.ts';
import type { CodeSetId } from '../code-set-ids.ts';

/** A list as it is kept in this repository. */
export interface ShippedList {
  readonly id: CodeSetId;
  readonly asOf: string;
  readonly coversFrom?: string;
  /**
   * A line for each period: its first day and the first day behind it, a dash where there is none, then its codes.
   * A line that begins with a space goes on with the codes.
   *
   * ```
   * 1995-01-01 2009-07-01 17 25 28
   * 2025-01-01 - A2001-A2010 A2012
   *   A2014
   * ```
   */
  readonly text: string;
}

/** Reads a list of this repository; one that cannot be read is our own mistake, an invariant. */
export function readShippedList({ id, asOf, coversFrom, text }: ShippedList): CodeList {
  return {
    id,
    asOf: shippedDay(asOf),
    ...(coversFrom === undefined ? {} : { coversFrom: shippedDay(coversFrom) }),
    periods: readPeriods(text),
  };
}

function readPeriods(text: string): CodePeriod[] {
  const periods: CodePeriod[] = [];
  for (const line of text.trim().split('\n')) {
    const last = periods.at(-1);
    if (!line.startsWith(' ')) periods.push(readPeriod(line));
    else if (last !== undefined) {
      periods[periods.length - 1] = { ...last, codes: `${last.codes} ${line.trim()}` };
    }
  }
  return periods;
}

function readPeriod(line: string): CodePeriod {
  const [start = '', stop = '', ...codes] = line.split(' ');
  return {
    ...(start === '-' ? {} : { start: shippedDay(start) }),
    ...(stop === '-' ? {} : { stop: shippedDay(stop) }),
    codes: codes.join(' '),
  };
}

function shippedDay(text: string): BusinessDate {
  const day = parseBusinessDate(text);
  invariant(day !== undefined, 'a day of a shipped list is a day of the calendar');
  return day;
}
