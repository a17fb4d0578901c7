import type { PartnerProfile } from '../partners/profile.ts';
import type { Fact } from '../ports/claim-store.ts';
import type { DeliveryBasis } from '../ports/exchange-store.ts';
import type { StoreTransaction } from '../ports/store.ts';
import { awaitAnswers } from './await-answers.ts';
import { refreshClaimStatuses } from './refresh-claim-statuses.ts';

/**
 * Ends the doubt about a delivery, if there is any: the partner answered for the interchange, or a person asked it.
 * Gives whether there was.
 */
export async function settleDelivery(
  transaction: StoreTransaction,
  interchangeId: string,
  { basis, profile }: { readonly basis: 'acknowledged' | 'confirmed'; readonly profile: PartnerProfile },
): Promise<boolean> {
  if (!(await transaction.deliveries.settle(interchangeId, basis))) return false;
  await noteDelivered(transaction, interchangeId, { basis, profile });
  return true;
}

/** Whether a TA1 or a 999 has answered for the interchange. */
export async function isAcknowledged(
  { claims, facts }: StoreTransaction,
  interchangeId: string,
): Promise<boolean> {
  // What is said of an interchange is said of each claim in it.
  const claimIds = (await claims.attemptsByInterchange(interchangeId))
    .slice(0, 1)
    .map(({ claimId }) => claimId);
  const told = [...(await facts.forClaims(claimIds)).values()].flat();
  return told.some(
    ({ subjectId, body }) =>
      subjectId === interchangeId &&
      (body.kind === 'interchange.acknowledged' || body.kind === 'set.acknowledged'),
  );
}

export function deliveredFact(interchangeId: string, basis: DeliveryBasis): Fact {
  return {
    id: `interchange.delivered:${interchangeId}`,
    subjectKind: 'interchange',
    subjectId: interchangeId,
    body: { kind: 'interchange.delivered', basis },
  };
}

/** The fact that the partner has the interchange, for each claim in it, and what the partner owes to it. */
export async function noteDelivered(
  transaction: StoreTransaction,
  interchangeId: string,
  { basis, profile }: { readonly basis: DeliveryBasis; readonly profile: PartnerProfile },
): Promise<void> {
  const claimIds = await transaction.facts.append([deliveredFact(interchangeId, basis)]);
  await awaitAnswers(transaction, interchangeId, profile);
  await refreshClaimStatuses(transaction, claimIds);
}
