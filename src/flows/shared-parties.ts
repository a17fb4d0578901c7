import type { ProfessionalClaim } from '../domain/claim/claim.ts';
import { areAlike } from '../domain/claim/claim-key.ts';
import type { StoredClaim } from '../ports/claim-store.ts';

type Parties = Pick<ProfessionalClaim, 'billingProvider' | 'submitter' | 'payToAddress'>;

/**
 * The same claims, in their order; those that name the parties of the claim before them alike hold its very objects.
 * Claims come from the database each with its own, and who writes them looks at the same object once.
 */
export function withSharedParties(claims: readonly StoredClaim[]): readonly StoredClaim[] {
  let parties: Parties | undefined;
  return claims.map((stored) => {
    const { claim } = stored;
    const own = partiesOf(claim);
    if (parties !== undefined && areAlike(own, parties)) {
      return { ...stored, claim: { ...claim, ...parties } };
    }
    parties = own;
    return stored;
  });
}

function partiesOf({ billingProvider, submitter, payToAddress }: ProfessionalClaim): Parties {
  return {
    billingProvider,
    ...(submitter === undefined ? {} : { submitter }),
    ...(payToAddress === undefined ? {} : { payToAddress }),
  };
}
