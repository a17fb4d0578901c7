import { type FoldedFact, foldClaim } from '../domain/claim/fold.ts';
import type { ClaimStatus } from '../domain/claim/status.ts';
import type { StoredFact } from '../ports/claim-store.ts';
import type { StoreTransaction } from '../ports/store.ts';

/** Claims folded at a time: their facts are held in memory together. */
const CLAIMS_MAX = 5000;

/**
 * Folds all facts of these claims anew and writes the projection. Call it in the transaction that appended the
 * facts, so that a status is never older than what it is derived from.
 */
export async function refreshClaimStatuses(
  transaction: StoreTransaction,
  claimIds: readonly string[],
): Promise<void> {
  // One order for every caller, so that two files that speak of the same claims cannot lock each other out.
  const ids = [...new Set(claimIds)].toSorted();
  for (let start = 0; start < ids.length; start += CLAIMS_MAX) {
    const slice = ids.slice(start, start + CLAIMS_MAX);
    const facts = await transaction.facts.forClaims(slice);
    await transaction.claims.updateStatuses(foldedStatuses(slice, facts));
  }
}

function foldedStatuses(
  claimIds: readonly string[],
  facts: readonly (StoredFact & { claimId: string })[],
): { claimId: string; status: ClaimStatus }[] {
  const byClaim = new Map<string, FoldedFact[]>(claimIds.map((id) => [id, []]));
  for (const fact of facts) byClaim.get(fact.claimId)?.push(foldedFact(fact));
  return [...byClaim].map(([claimId, folded]) => ({ claimId, status: foldClaim(folded) }));
}

/** A stored fact as the fold sees it. */
export function foldedFact(fact: StoredFact): FoldedFact {
  return {
    body: fact.body,
    ...(fact.subjectKind === 'interchange' ? { interchangeId: fact.subjectId } : {}),
    ...(fact.source === undefined ? {} : { source: fact.source }),
  };
}
