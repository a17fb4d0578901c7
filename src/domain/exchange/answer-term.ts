import { addDays, type BusinessDate } from '../../base/time.ts';

/** Within how long an answer is due, counted from the delivery; days end at midnight of the partner's clocks. */
export type AnswerTerm =
  | 'not-expected'
  | { readonly hours: number }
  | { readonly businessDays: number }
  | { readonly days: number };

const SUNDAY = 0;
const SATURDAY = 6;

/** The last day on which an answer to what was delivered on `day` is in time. The day of delivery does not count. */
export function lastDay(
  day: BusinessDate,
  term: Extract<AnswerTerm, { businessDays: number } | { days: number }>,
): BusinessDate {
  if ('days' in term) return addDays(day, term.days);
  let last = day;
  for (let left = term.businessDays; left > 0; ) {
    last = addDays(last, 1);
    if (!isWeekend(last)) left--;
  }
  return last;
}

/** Holidays are business days here: each payer keeps its own (CAQH CORE leaves them to the entity). */
function isWeekend(day: BusinessDate): boolean {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return weekday === SUNDAY || weekday === SATURDAY;
}
