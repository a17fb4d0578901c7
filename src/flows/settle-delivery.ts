import type { DeliveryBasis } from '../ports/exchange-store.ts';
import type { StoreTransaction } from '../ports/store.ts';
import { refreshClaimStatuses } from './refresh-claim-statuses.ts';

/**
 * Ends the doubt about a delivery, if there is any: the partner answered for the interchange, or a person asked it.
 * Gives whether there was.
 */
export async function settleDelivery(
  transaction: StoreTransaction,
  interchangeId: string,
  basis: 'acknowledged' | 'confirmed',
): Promise<boolean> {
  if (!(await transaction.deliveries.settle(interchangeId, basis))) return false;
  await noteDelivered(transaction, interchangeId, basis);
  return true;
}

/** The fact that the partner has the interchange, for each claim in it. */
export async function noteDelivered(
  transaction: StoreTransaction,
  interchangeId: string,
  basis: DeliveryBasis,
): Promise<void> {
  await transaction.facts.append([
    {
      id: `interchange.delivered:${interchangeId}`,
      subjectKind: 'interchange',
      subjectId: interchangeId,
      body: { kind: 'interchange.delivered', basis },
    },
  ]);
  const attempts = await transaction.claims.attemptsByInterchange(interchangeId);
  await refreshClaimStatuses(transaction, [...new Set(attempts.map((attempt) => attempt.claimId))]);
}
