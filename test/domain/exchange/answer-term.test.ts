import { expect, test } from 'vitest';
import { type AnswerTerm, lastDay } from '../../../src/domain/exchange/answer-term.ts';
import { day } from '../support/claims.ts';

test.each<[string, Exclude<AnswerTerm, 'not-expected' | { hours: number }>, string]>([
  // 2026-03-02 is a Monday.
  ['2026-03-02', { days: 1 }, '2026-03-03'],
  ['2026-03-02', { days: 45 }, '2026-04-16'],
  ['2026-02-28', { days: 1 }, '2026-03-01'],
  ['2026-03-02', { businessDays: 3 }, '2026-03-05'],
  ['2026-03-05', { businessDays: 1 }, '2026-03-06'],
  ['2026-03-06', { businessDays: 1 }, '2026-03-09'],
  ['2026-03-06', { businessDays: 5 }, '2026-03-13'],
  ['2026-03-07', { businessDays: 1 }, '2026-03-09'],
  ['2026-03-08', { businessDays: 1 }, '2026-03-09'],
  ['2026-03-08', { businessDays: 6 }, '2026-03-16'],
])('what was delivered on %s is answered in time within %o until %s', (delivered, term, last) => {
  expect(lastDay(day(delivered), term)).toBe(last);
});
