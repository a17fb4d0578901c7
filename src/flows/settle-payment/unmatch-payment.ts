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

/** Says that a claim payment is no claim's, which no rule changes: its money waits in unapplied payments. */
export async function unmatchPayment(
  transaction: StoreTransaction,
  settling: Settling,
): Promise<Result<Settled, SettlingRefusal>> {
  const payment = await paymentToSettle(transaction, settling);
  if (!payment.ok) return payment;
  const { match } = payment.value;
  if (match?.disposition === 'none' && match.decidedBy === 'person') return refused('already-so');
  const decision = personsDecision('none', settling);
  return await settle(transaction, payment.value, { decision, settling });
}
