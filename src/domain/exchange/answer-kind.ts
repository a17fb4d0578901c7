/**
 * What comes back for a claim, in the order of its journey. Each answer shows that the ones before it were not needed:
 * whoever speaks of a claim has read the envelope and the transaction set in which it came.
 */
export const ANSWER_KINDS = ['TA1', '999', '277CA', '835'] as const;

export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** Whether a claim still waits for `answer` when `next` is the first that it waits for; absent: for none. */
export function isAwaited(answer: AnswerKind, next: AnswerKind | undefined): boolean {
  return next !== undefined && ANSWER_KINDS.indexOf(answer) >= ANSWER_KINDS.indexOf(next);
}
