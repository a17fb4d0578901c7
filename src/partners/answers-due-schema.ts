import { z } from 'zod';
import type { AnswerKind } from '../domain/exchange/answer-kind.ts';
import type { AnswerTerm } from '../domain/exchange/answer-term.ts';

/** Past a year nobody waits any more: every payer's limit for filing again is over. */
const DAYS_MAX = 366;

const term = z.union(
  [
    z.literal('not-expected'),
    z.strictObject({
      hours: z
        .int()
        .min(1)
        .max(DAYS_MAX * 24),
    }),
    z.strictObject({ businessDays: z.int().min(1).max(DAYS_MAX) }),
    z.strictObject({ days: z.int().min(1).max(DAYS_MAX) }),
  ],
  'one of hours, businessDays and days, such as { hours: 24 }, or not-expected',
);

/**
 * Within how long of a delivery the partner owes each answer. Many partners send no TA1, or one for a rejection only,
 * whatever ISA14 asks for; a missing 999 is what tells that a file was lost.
 */
export const answersDueSchema = z.strictObject({
  TA1: term.default('not-expected'),
  '999': term.default({ hours: 24 }),
  '277CA': term.default({ businessDays: 3 }),
  '835': term.default({ days: 45 }),
} satisfies Readonly<Record<AnswerKind, z.ZodType<AnswerTerm>>>);
