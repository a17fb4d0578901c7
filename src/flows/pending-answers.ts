import { meanwhile } from '../base/meanwhile.ts';
import type { PartnerProfile } from '../partners/profile.ts';
import type { Fact } from '../ports/claim-store.ts';
import type { StoreTransaction } from '../ports/store.ts';
import type { WorkItem } from '../ports/work-item-store.ts';
import { awaitAnswers } from './await-answers.ts';
import { appendFacts, numbersTold } from './posting/append-facts.ts';
import { Bookings } from './posting/bookings.ts';
import { KnownNumbers } from './posting/known-numbers.ts';
import { isPaymentWaiting } from './posting/rematch-payments.ts';
import { refreshClaimStatuses } from './refresh-claim-statuses.ts';
import { deliveredFact } from './settle-delivery.ts';

/** What answers say, until it is recorded: one statement a table, and each claim's status folded once. */
export interface PendingAnswers {
  readonly facts: Fact[];
  /** What is being booked, and has not said its facts yet. */
  readonly bookings: Bookings;
  /** Of the claims that the facts speak of, as far as they were looked at. */
  readonly knownNumbers: KnownNumbers;
  readonly workItems: WorkItem[];
  /** Interchanges whose answer shows that the partner has them, each with the partner's profile. */
  readonly acknowledged: Map<string, PartnerProfile>;
}

/** So many are recorded before more is read: they are held in memory together. */
const FACTS_MAX = 10_000;

export function noPendingAnswers(): PendingAnswers {
  const facts: Fact[] = [];
  return {
    facts,
    bookings: new Bookings(facts),
    knownNumbers: new KnownNumbers(),
    workItems: [],
    acknowledged: new Map(),
  };
}

export function isFull({ facts, workItems }: PendingAnswers): boolean {
  return facts.length + workItems.length >= FACTS_MAX;
}

/**
 * Writes what is pending, where the transaction has more to say: nobody else records answers until it ends, for it takes
 * deliveries and claims more than once, and two that did so could wait for each other in a circle.
 */
export async function recordPart(transaction: StoreTransaction, pending: PendingAnswers): Promise<void> {
  await pending.bookings.ended();
  await transaction.claimPayments.takeTurn('alone');
  await record(transaction, pending);
}

/**
 * Writes what is pending and leaves nothing of it, as the last that the transaction does. Deliveries and then claims are
 * each locked in one order, so that files that are applied at the same time wait for each other and never in a circle.
 * As late as can be: what a file says is read and looked up while another one is posted.
 */
export async function recordAnswers(transaction: StoreTransaction, pending: PendingAnswers): Promise<void> {
  const { bookings, facts, knownNumbers } = pending;
  await bookings.ended();
  // A claim payment that waits for one of the numbers is matched and posted, which one transaction does at a time. One that
  // is coming in at this very moment and has no claim waits for us, or we for it.
  const matchesAnew = await isPaymentWaiting(transaction, numbersTold(facts, knownNumbers));
  await transaction.claimPayments.takeTurn(matchesAnew ? 'alone' : 'beside-others');
  await record(transaction, pending);
}

/**
 * Ends doubts about deliveries, adds the facts, matches claim payments anew that they name, opens the work items and
 * folds the claims that are spoken of.
 */
async function record(
  transaction: StoreTransaction,
  { facts, knownNumbers, workItems, acknowledged }: PendingAnswers,
): Promise<void> {
  const answered = [...acknowledged].toSorted(([one], [other]) => (one < other ? -1 : 1));
  acknowledged.clear();
  for (const [interchangeId, profile] of answered) {
    if (!(await transaction.deliveries.settle(interchangeId, 'acknowledged'))) continue;
    facts.push(deliveredFact(interchangeId, 'acknowledged'));
    await awaitAnswers(transaction, interchangeId, profile);
  }
  const claimIds = await appendFacts(transaction, facts.splice(0), knownNumbers);
  knownNumbers.clear();
  const opening = meanwhile(transaction.workItems.open(firstOfEachId(workItems.splice(0))));
  await refreshClaimStatuses(transaction, claimIds);
  await opening;
}

/** Of several answers that ask for one work item, the first gives its codes, as where each is recorded by itself. */
function firstOfEachId(workItems: readonly WorkItem[]): readonly WorkItem[] {
  const byId = new Map<string, WorkItem>();
  for (const item of workItems) if (!byId.has(item.id)) byId.set(item.id, item);
  return [...byId.values()];
}
