import type { Instant } from '../base/time.ts';
import { lateAnswers, type Silence } from '../domain/exchange/late-answers.ts';
import type { StoreTransaction } from '../ports/store.ts';
import type { WorkItem } from '../ports/work-item-store.ts';

/**
 * Brings the work items about silence in line with what is on record of these interchanges: which deadlines are over,
 * at `now` or because they were found to be before, and what their claims still wait for. Both the end of a deadline and
 * an answer that comes after it end here, so that it does not matter which was first.
 */
export async function settleLateAnswers(
  { awaitedAnswers, workItems }: StoreTransaction,
  interchangeIds: readonly string[],
  now?: Instant,
): Promise<void> {
  const passed = await awaitedAnswers.takePassed(interchangeIds, now);
  const waiting = await awaitedAnswers.waitingClaims(interchangeIds);
  const { silences, deadlines } = lateAnswers(passed, waiting);
  await awaitedAnswers.judge(deadlines);
  await workItems.keepLateAnswers(interchangeIds, silences.map(workItemOf));
}

/** One for each who is silent, however many answers are missed. */
function workItemOf({ interchangeId, claimId, answers, amountCents }: Silence): WorkItem {
  return {
    id: ['answer-late', interchangeId, ...(claimId === undefined ? [] : [claimId])].join(':'),
    kind: 'answer-late',
    interchangeId,
    ...(claimId === undefined ? {} : { claimId }),
    amountCents,
    codes: answers,
  };
}
