import type { ClaimAttempt, StoredClaim, StoredFact } from '../ports/claim-store.ts';
import type { Store } from '../ports/store.ts';

/** A claim with every sending of it and every fact about it, the facts of its interchanges among them. */
export interface ClaimDetail extends StoredClaim {
  readonly attempts: readonly ClaimAttempt[];
  readonly facts: readonly StoredFact[];
}

/** The claims that a reference names: a claim id, the biller's account number, or a patient control number. */
export async function findClaims(
  { store }: { readonly store: Store },
  tenantId: string,
  reference: string,
): Promise<readonly ClaimDetail[]> {
  return await store.inTransaction(tenantId, async ({ claims, facts }) => {
    const found = await claims.lookUp(reference);
    const ids = found.map((claim) => claim.id);
    const attempts = await claims.attemptsByClaims(ids);
    const recorded = await facts.forClaims(ids);
    return found.map((claim) => ({
      ...claim,
      attempts: attempts.filter((attempt) => attempt.claimId === claim.id),
      facts: recorded.get(claim.id) ?? [],
    }));
  });
}
