import { Failure } from '../base/failure.ts';
import { invariant } from '../base/invariant.ts';
import { DELIVERY_PROTOCOLS } from '../domain/exchange/delivery-protocol.ts';
import type { PartnerProfile } from '../partners/profile.ts';
import type { ArchiveReader } from '../ports/archive.ts';
import type { Delivery } from '../ports/exchange-store.ts';
import type { Failpoint } from '../ports/failpoint.ts';
import type { Store } from '../ports/store.ts';
import type { Transport } from '../ports/transport.ts';
import { type DeliveryRun, openDeliveryRun } from './delivery-run.ts';
import { DELIVERY_STEPS } from './delivery-steps.ts';

export interface DeliverDependencies {
  readonly store: Store;
  readonly archive: ArchiveReader;
  readonly transportOf: (partnerId: string) => Transport;
  readonly profileOf: (partnerId: string) => PartnerProfile;
  /** Names the worker in the lease. */
  readonly owner: string;
  /** How long another worker waits for one that vanished; 15 when absent. Never a matter of correctness. */
  readonly leaseSeconds?: number;
  /** Called when the lease is taken, and before and after each step of the protocol. */
  readonly failpoint?: Failpoint;
}

/**
 * `held`: the final name is taken by other bytes. `in-doubt`: the partner may have the file or not, and it is sent
 * again only when a person says so. A work item tells of either.
 */
export type DeliveryOutcome = 'delivered' | 'held' | 'in-doubt';

/** The job has a lease of its own, which is renewed: this one only has to outlast the moment of taking over. */
const LEASE_SECONDS = 15;
/** The longest way without other runs has six steps; more only where the partner's answers contradict each other. */
const STEPS_MAX = 20;

/**
 * Brings an interchange to its partner, once, by the witness protocol (`domain/exchange/delivery-protocol.ts`).
 * May run any number of times, at once and after a crash at any point. Throws a `Failure` of the transport, the
 * archive or the store, and `delivery.leased` where another worker has the delivery; a later run goes on from
 * what is on record.
 */
export async function deliverInterchange(
  dependencies: DeliverDependencies,
  tenantId: string,
  interchangeId: string,
): Promise<DeliveryOutcome> {
  const { store, owner } = dependencies;
  const lease = { owner, leaseSeconds: dependencies.leaseSeconds ?? LEASE_SECONDS };
  const { leased, known, interchange } = await store.inTransaction(tenantId, async (transaction) => {
    const taken = await transaction.deliveries.lease(interchangeId, lease);
    return {
      leased: taken,
      known: taken ?? (await transaction.deliveries.get(interchangeId)),
      interchange: await transaction.interchanges.get(interchangeId),
    };
  });
  invariant(known !== undefined && interchange !== undefined, 'an interchange to deliver is on record');
  if (leased === undefined) return settledOutcome(known);
  await dependencies.failpoint?.('delivery.leased');
  const run = openDeliveryRun(dependencies, { tenantId, interchange, delivery: leased });
  try {
    return await follow(run, leased, dependencies.failpoint);
  } catch (error) {
    await release(store, tenantId, leased);
    throw error;
  } finally {
    await run.close();
  }
}

function settledOutcome(delivery: Delivery): DeliveryOutcome {
  if (delivery.state === 'DELIVERED') return 'delivered';
  if (delivery.state === 'HELD') return 'held';
  if (delivery.state === 'IN_DOUBT') return 'in-doubt';
  throw new Failure({
    code: 'delivery.leased',
    message: 'another worker has the delivery',
    isRetryable: true,
  });
}

async function follow(
  run: DeliveryRun,
  delivery: Delivery,
  failpoint: Failpoint | undefined,
): Promise<DeliveryOutcome> {
  const { first, transitions } = DELIVERY_PROTOCOLS[await run.mode()];
  let step = first[delivery.state];
  let outcome: DeliveryOutcome = 'delivered';
  let isLost = false;
  for (let stepCount = 0; step !== 'stop'; stepCount++) {
    if (stepCount === STEPS_MAX) {
      throw new Failure({
        code: 'delivery.unsettled',
        message: 'the answers of the partner contradict each other',
        isRetryable: true,
      });
    }
    await failpoint?.(`delivery.before-${step}`);
    const stepOutcome = await DELIVERY_STEPS[step](run);
    await failpoint?.(`delivery.after-${step}`);
    if (step === 'hold') outcome = 'held';
    if (step === 'doubt' && stepOutcome === 'done') outcome = 'in-doubt';
    isLost ||= stepOutcome === 'lost';
    const next = transitions[step][stepOutcome];
    invariant(next !== undefined, 'each outcome of a step leads on');
    step = next;
  }
  if (isLost) throw leaseLost();
  return outcome;
}

/** Another run took over: what it does is right, and so is to stop here. */
function leaseLost(): Failure {
  return new Failure({
    code: 'delivery.lease-lost',
    message: 'another worker took the delivery over',
    isRetryable: true,
  });
}

/** Frees the delivery for the next try; where that fails too, the lease runs out by itself. */
async function release(store: Store, tenantId: string, { interchangeId, epoch }: Delivery): Promise<void> {
  try {
    await store.inTransaction(tenantId, ({ deliveries }) => deliveries.release(interchangeId, epoch));
  } catch {
    // The failure that brought us here is the one to report.
  }
}
