import { type Result, refused } from '../../base/result.ts';
import type { StoreTransaction } from '../../ports/store.ts';
import {
  paymentToSettle,
  personsDecision,
  type Settled,
  type Settling,
  type SettlingRefusal,
  settle,
} from './settling.ts';

/** Takes a claim payment out of its claim's books, though it is that claim's: its money waits in unapplied payments. */
export async function unpostPayment(
  transaction: StoreTransaction,
  settling: Settling,
): Promise<Result<Settled, SettlingRefusal>> {
  const payment = await paymentToSettle(transaction, settling);
  if (!payment.ok) return payment;
  const { match } = payment.value;
  // What is no claim's is in no books.
  if (match?.disposition !== 'match') return refused('already-so');
  const decision = personsDecision('held', settling, match.claimId);
  return await settle(transaction, payment.value, { decision, settling });
}
