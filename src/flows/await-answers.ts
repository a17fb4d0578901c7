import { addDays, type Instant, instantOf } from '../base/time.ts';
import { ANSWER_KINDS } from '../domain/exchange/answer-kind.ts';
import { type AnswerTerm, lastDay } from '../domain/exchange/answer-term.ts';
import type { PartnerProfile } from '../partners/profile.ts';
import type { AwaitedAnswer } from '../ports/awaited-answers.ts';
import type { StoreTransaction } from '../ports/store.ts';
import { localMoment, startOfLocalDay } from './local-moment.ts';

/**
 * Puts on record what the partner owes to an interchange that it has, and by when, as its profile says today: a later
 * change of the profile moves no deadline that is running. Call it in the transaction that records the delivery.
 */
export async function awaitAnswers(
  { deliveries, awaitedAnswers }: StoreTransaction,
  interchangeId: string,
  profile: PartnerProfile,
): Promise<void> {
  const deliveredAt = (await deliveries.get(interchangeId))?.deliveredAt;
  if (deliveredAt === undefined) return;
  await awaitedAnswers.insert(answersOwed({ interchangeId, deliveredAt }, profile));
}

/** What the partner owes to a delivered interchange: a deadline for each answer that its profile expects. */
export function answersOwed(
  { interchangeId, deliveredAt }: { readonly interchangeId: string; readonly deliveredAt: Instant },
  { id, answersDue, timeZone }: PartnerProfile,
): AwaitedAnswer[] {
  return ANSWER_KINDS.flatMap((answer) => {
    const dueAt = dueAfter(deliveredAt, answersDue[answer], timeZone);
    return dueAt === undefined ? [] : [{ interchangeId, partnerId: id, answer, dueAt }];
  });
}

const HOUR_MS = 3_600_000;

/** When an answer is late: hours after the delivery, or where the last day ends on the partner's clocks. */
function dueAfter(deliveredAt: Instant, term: AnswerTerm, timeZone: string): Instant | undefined {
  if (term === 'not-expected') return undefined;
  if ('hours' in term) return instantOf(new Date(Date.parse(deliveredAt) + term.hours * HOUR_MS));
  const { day } = localMoment(deliveredAt, timeZone);
  return startOfLocalDay(addDays(lastDay(day, term), 1), timeZone);
}
