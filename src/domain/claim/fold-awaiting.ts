import type { AnswerKind } from '../exchange/answer-kind.ts';
import type { ClaimBatchedFact } from './fact.ts';
import { type FoldedFact, ofKind } from './folded-fact.ts';
import type { ClaimStatus } from './status.ts';

/**
 * The first answer that the latest attempt still waits for; those after it in the journey are awaited too. Undefined
 * before the partner has the file, and once nothing more is owed: the claim was rejected anywhere, or decided.
 */
export function awaitingOf(
  facts: readonly FoldedFact[],
  attempt: ClaimBatchedFact | undefined,
  axes: Pick<ClaimStatus, 'transport' | 'acknowledgment' | 'frontEnd' | 'adjudication'>,
): AnswerKind | undefined {
  if (attempt === undefined || axes.transport !== 'delivered') return undefined;
  if (axes.acknowledgment === 'rejected' || axes.frontEnd === 'rejected') return undefined;
  // Forwarded to another payer (CLP02 23), the claim waits for that one's decision.
  if (axes.adjudication === 'forwarded-not-ours') return '835';
  if (axes.adjudication !== 'none') return undefined;
  if (axes.frontEnd !== 'none') return '835';
  const own = facts.filter((fact) => fact.interchangeId === attempt.interchangeId);
  const isSetAnswered = ofKind(own, 'set.acknowledged').some(
    ({ body }) => (body.setControlNumber ?? attempt.setControlNumber) === attempt.setControlNumber,
  );
  if (isSetAnswered) return '277CA';
  return ofKind(own, 'interchange.acknowledged').length > 0 ? '999' : 'TA1';
}
