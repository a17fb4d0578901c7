import type { PartnerProfile } from '../partners/profile.ts';
import type { Store } from '../ports/store.ts';
import type { WakeUp } from '../ports/wake-up.ts';
import { settleDelivery } from './settle-delivery.ts';

/** `nothing-to-decide`: the delivery is neither in doubt nor held; `unknown`: no such interchange. */
export type DecisionOutcome = 'decided' | 'nothing-to-decide' | 'unknown';

/**
 * A person wants a delivery that is in doubt or held to be tried once more: the same bytes under the same name.
 * Nothing else ever sends such a file again.
 */
export async function resendInterchange(
  { store, wakeUp }: { readonly store: Store; readonly wakeUp: WakeUp },
  tenantId: string,
  interchangeId: string,
): Promise<DecisionOutcome> {
  const outcome = await store.inTransaction(tenantId, async ({ deliveries, jobs }) => {
    if ((await deliveries.get(interchangeId)) === undefined) return 'unknown';
    if (!(await deliveries.reopen(interchangeId))) return 'nothing-to-decide';
    await jobs.enqueue([{ kind: 'deliver-interchange', subject: interchangeId }]);
    return 'decided';
  });
  if (outcome === 'decided') wakeUp.wake(tenantId);
  return outcome;
}

interface ConfirmDependencies {
  readonly store: Store;
  readonly profileOf: (partnerId: string) => PartnerProfile;
}

/** A person knows from the partner that it has the file of a delivery that is in doubt. */
export async function confirmDelivery(
  { store, profileOf }: ConfirmDependencies,
  tenantId: string,
  interchangeId: string,
): Promise<DecisionOutcome> {
  return await store.inTransaction(tenantId, async (transaction) => {
    const delivery = await transaction.deliveries.get(interchangeId);
    if (delivery === undefined) return 'unknown';
    const profile = profileOf(delivery.partnerId);
    const isSettled = await settleDelivery(transaction, interchangeId, { basis: 'confirmed', profile });
    return isSettled ? 'decided' : 'nothing-to-decide';
  });
}
