import type { ClaimPaymentReader } from '../../ports/claim-payment-store.ts';
import type { Fact } from '../../ports/claim-store.ts';
import type { StoreTransaction } from '../../ports/store.ts';
import { decisionsAnew, differs } from './decisions-anew.ts';
import { matchRow, postingDecision } from './match-rows.ts';
import { repost } from './repost.ts';

export type AskedNumbers = Parameters<ClaimPaymentReader['unmatchedByNumbers']>[0];

/**
 * Matches claim payments anew that no rule found a claim for and that have one of these numbers, which claims have only
 * now: those that match safely are posted to their claims, others may wait for another reason now. What a person decided
 * is left alone. Gives the facts that follow, to be added. Where no payment waits, that is one look.
 */
export async function rematchPayments(transaction: StoreTransaction, numbers: AskedNumbers): Promise<Fact[]> {
  const { claimPayments } = transaction;
  if (!(await isPaymentWaiting(transaction, numbers))) return [];
  await claimPayments.takeTurn('alone');
  // What another transaction has decided in the meantime is decided.
  const waiting = await claimPayments.unmatchedByNumbers(numbers);
  const changed = (await decisionsAnew(transaction, waiting)).filter(differs);
  if (changed.length === 0) return [];
  await claimPayments.decide(changed.map(({ payment, decision }) => matchRow(payment, decision)));
  const { facts } = await repost(transaction, {
    changed: changed.map(({ payment, decision }) => ({ before: payment, now: postingDecision(decision) })),
    publication: { kind: 'reposting' },
  });
  return facts;
}

/** Whether a claim payment that no rule found a claim for has one of these numbers. */
export async function isPaymentWaiting(
  { claimPayments }: StoreTransaction,
  numbers: AskedNumbers,
): Promise<boolean> {
  const askedCount = numbers.patientControlNumbers.length + numbers.payerClaimControlNumbers.length;
  if (askedCount === 0 || !(await claimPayments.hasUnmatched())) return false;
  return (await claimPayments.unmatchedByNumbers(numbers)).length > 0;
}
