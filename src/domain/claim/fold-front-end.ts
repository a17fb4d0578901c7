import type { ClaimBatchedFact } from './fact.ts';
import { type FoldedFact, type FoldedFactOf, highest, ofKind, placeKey } from './folded-fact.ts';
import type { ClaimStatus } from './status.ts';

type FrontEndStatus = FoldedFactOf<'claim.front-end-status'>;

export interface FrontEnd {
  readonly frontEnd: ClaimStatus['frontEnd'];
  readonly payerClaimControlNumber?: string;
}

/**
 * What 277CAs say of the latest attempt. The payer outranks the clearinghouse; of one side the latest day counts, and on
 * one day a rejection, because a payer may reject after it has accepted.
 */
export function foldFrontEnd(facts: readonly FoldedFact[], attempt: ClaimBatchedFact | undefined): FrontEnd {
  const spoken = ofKind(facts, 'claim.front-end-status').filter(
    ({ body }) =>
      body.patientControlNumber === undefined ||
      attempt === undefined ||
      body.patientControlNumber === attempt.patientControlNumber,
  );
  const decisive = highest(spoken, rankKey);
  const numbered = highest(
    spoken.filter(({ body }) => body.payerClaimControlNumber !== undefined),
    (fact) => `${rankKey(fact)}|${fact.body.payerClaimControlNumber}`,
  );
  const number = numbered?.body.payerClaimControlNumber;
  return {
    frontEnd: axisOf(decisive),
    ...(number === undefined ? {} : { payerClaimControlNumber: number }),
  };
}

function axisOf(decisive: FrontEndStatus | undefined): ClaimStatus['frontEnd'] {
  if (decisive === undefined) return 'none';
  if (decisive.body.outcome === 'rejected') return 'rejected';
  return decisive.body.from === 'payer' ? 'accepted-by-payer' : 'accepted-by-clearinghouse';
}

function rankKey({ body, source }: FrontEndStatus): string {
  return [
    body.from === 'payer' ? 1 : 0,
    body.effectiveDate ?? '',
    body.outcome === 'rejected' ? 1 : 0,
    placeKey(source),
  ].join('|');
}
