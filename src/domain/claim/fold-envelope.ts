import type { Source } from '../exchange/source.ts';
import type { ClaimBatchedFact, FactBody } from './fact.ts';
import { type FoldedFact, ofKind } from './folded-fact.ts';
import type { ClaimStatus } from './status.ts';

/** How far the attempt's file has come. A partner that answers it has it, whatever became of our own look. */
export function transportOf(
  facts: readonly FoldedFact[],
  attempt: ClaimBatchedFact | undefined,
): ClaimStatus['transport'] {
  if (attempt === undefined) return ofKind(facts, 'claim.held-back').length > 0 ? 'held-back' : 'none';
  const isDelivered = facts.some(
    ({ body, interchangeId }) =>
      interchangeId === attempt.interchangeId &&
      (body.kind === 'interchange.delivered' ||
        body.kind === 'interchange.acknowledged' ||
        body.kind === 'set.acknowledged'),
  );
  return isDelivered ? 'delivered' : 'batched';
}

const SEVERITY = { none: 0, accepted: 1, 'accepted-with-errors': 2, rejected: 3 } as const;

/** The worst that TA1 and 999 said of the attempt's interchange and set. */
export function acknowledgmentOf(
  facts: readonly FoldedFact[],
  attempt: ClaimBatchedFact | undefined,
): ClaimStatus['acknowledgment'] {
  let worst: ClaimStatus['acknowledgment'] = 'none';
  if (attempt === undefined) return worst;
  const own = facts.filter((fact) => fact.interchangeId === attempt.interchangeId);
  const naming = new Set(
    ofKind(own, 'set.acknowledged')
      .filter((fact) => fact.body.setControlNumber === attempt.setControlNumber)
      .map((fact) => answerKey(fact.source)),
  );
  for (const { body, source } of own) {
    const outcome = outcomeFor(body, attempt, naming.size > 0 && naming.has(answerKey(source)));
    if (outcome !== undefined && SEVERITY[outcome] > SEVERITY[worst]) worst = outcome;
  }
  return worst;
}

/** One 999: what it leaves unnamed says nothing of what another one names. */
function answerKey(source: Source | undefined): string {
  if (source === undefined) return '';
  return [source.fileSha256, source.groupControlNumber, source.setControlNumber].join('|');
}

/** What an envelope answer says of the attempt's set; undefined when it says nothing of it. */
function outcomeFor(
  body: FactBody,
  attempt: ClaimBatchedFact,
  isSetNamed: boolean,
): 'accepted' | 'accepted-with-errors' | 'rejected' | undefined {
  if (body.kind === 'interchange.acknowledged') {
    return body.outcome === 'partially-accepted' ? 'accepted-with-errors' : body.outcome;
  }
  if (body.kind !== 'set.acknowledged') return undefined;
  if (body.setControlNumber === undefined) {
    // Under AK901 P the sets that the 999 leaves out are the accepted ones.
    if (isSetNamed) return undefined;
    return body.outcome === 'partially-accepted' ? 'accepted' : body.outcome;
  }
  if (body.setControlNumber !== attempt.setControlNumber) return undefined;
  return body.outcome === 'partially-accepted' ? 'accepted-with-errors' : body.outcome;
}
