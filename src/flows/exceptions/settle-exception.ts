import { accepted, type Result, refused } from '../../base/result.ts';
import type { ExceptionAction } from '../../domain/posting/exception-rule.ts';
import { paymentOrdinalOf } from '../../domain/posting/posting-work-item.ts';
import type { PaymentPlace } from '../../ports/claim-payment-store.ts';
import type { StoredResolution } from '../../ports/resolution-store.ts';
import type { StoreTransaction } from '../../ports/store.ts';
import type { WorkItem } from '../../ports/work-item-store.ts';
import { matchPayment } from '../settle-payment/match-payment.ts';
import type { Settled, Settling } from '../settle-payment/settling.ts';
import { takeBackDecision } from '../settle-payment/take-back-decision.ts';
import { unmatchPayment } from '../settle-payment/unmatch-payment.ts';
import { unpostPayment } from '../settle-payment/unpost-payment.ts';
import type { Done, Resolving, ResolvingRefusal } from './resolve-exception.ts';

/** Decisions about whose a claim payment is. */
export type PaymentAction = Extract<ExceptionAction, 'match' | 'unmatch' | 'unpost'>;

export function isPaymentAction(action: string): action is PaymentAction {
  return action === 'match' || action === 'unmatch' || action === 'unpost';
}

/** Decides whose the claim payment of an exception is; books, work items and claims follow. */
export async function settleException(
  transaction: StoreTransaction,
  item: WorkItem,
  { action, claim, reason, actor }: Resolving & { readonly action: PaymentAction },
): Promise<Result<Done, ResolvingRefusal>> {
  const payment = placeOf(item);
  if (payment === undefined) return refused('payment-not-found');
  const settling: Settling = { payment, reason, actor };
  if (action === 'unmatch') return doneBy(await unmatchPayment(transaction, settling));
  if (action === 'unpost') return doneBy(await unpostPayment(transaction, settling));
  if (claim === undefined) return refused('claim-needed');
  const [found, another] = await transaction.claims.lookUp(claim);
  if (found === undefined) return refused('claim-not-found');
  if (another !== undefined) return refused('claim-ambiguous');
  return doneBy(await matchPayment(transaction, { ...settling, claimId: found.id }));
}

/** Takes back what a resolution decided about whose a claim payment is; undefined where another one was made since. */
export async function takeBackSettling(
  transaction: StoreTransaction,
  resolution: StoredResolution,
  by: Pick<Settling, 'reason' | 'actor'>,
): Promise<Done | undefined> {
  const [item] = await transaction.workItems.byIds([resolution.workItemId]);
  const payment = item === undefined ? undefined : placeOf(item);
  if (payment === undefined) return undefined;
  const matches = await transaction.claimPayments.matchesOf(payment.remittanceId, payment.ordinal);
  // Decision and resolution are of one transaction, and so of one instant.
  const decision = matches.find(
    ({ decidedBy, decidedAt }) => decidedBy === 'person' && decidedAt === resolution.resolvedAt,
  );
  if (decision === undefined) return undefined;
  const { reason, actor } = by;
  const settling = { payment, reason, actor, number: decision.number };
  const taken = doneBy(await takeBackDecision(transaction, settling));
  return taken.ok ? taken.value : undefined;
}

function placeOf(item: WorkItem): PaymentPlace | undefined {
  const { remittanceId } = item;
  const ordinal = paymentOrdinalOf(item);
  return remittanceId === undefined || ordinal === undefined ? undefined : { remittanceId, ordinal };
}

function doneBy<Refusal>(outcome: Result<Settled, Refusal>): Result<Done, Refusal> {
  if (!outcome.ok) return outcome;
  const { publicationId } = outcome.value;
  return accepted(publicationId === undefined ? {} : { publicationId });
}
