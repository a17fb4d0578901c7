import { addDays, type BusinessDate } from '../../base/time.ts';
import { lastDay } from '../exchange/answer-term.ts';

/** What an installation to which a bank reports payments may expect of it. */
export interface EftTerms {
  /** Payments of this day and later ones are in the bank's files; of earlier ones nothing is expected. */
  readonly since: BusinessDate;
  /** How far the remittance's date and the payment's may lie apart, and how long either may let the other wait. */
  readonly businessDays: number;
}

/** Whether what belongs to something of `date` should have come by `today`. */
export function isOverdue(date: BusinessDate, { businessDays }: EftTerms, today: BusinessDate): boolean {
  return today > lastDay(date, { businessDays });
}

/** The last day of which everything should have come by `today`. */
export function lastOverdueDay(terms: EftTerms, today: BusinessDate): BusinessDate {
  let day = today;
  while (!isOverdue(day, terms, today)) day = addDays(day, -1);
  return day;
}
