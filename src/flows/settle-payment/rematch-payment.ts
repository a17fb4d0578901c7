import { invariant } from '../../base/invariant.ts';
import { type Result, refused } from '../../base/result.ts';
import type { StoreTransaction } from '../../ports/store.ts';
import { decisionsAnew, differs } from '../posting/decisions-anew.ts';
import { matchRow } from '../posting/match-rows.ts';
import { paymentToSettle, type Settled, type Settling, type SettlingRefusal, settle } from './settling.ts';

/** Hands a claim payment back to the rules, which decide about it as if it came now. */
export async function rematchPayment(
  transaction: StoreTransaction,
  settling: Settling,
): Promise<Result<Settled, SettlingRefusal>> {
  const payment = await paymentToSettle(transaction, settling);
  if (!payment.ok) return payment;
  const [decided] = await decisionsAnew(transaction, [payment.value]);
  invariant(decided, 'every claim payment is decided');
  const isRules = payment.value.match?.decidedBy === 'rule';
  if (isRules && !differs(decided)) return refused('already-so');
  const decision = matchRow(settling.payment, decided.decision);
  return await settle(transaction, payment.value, { decision, settling });
}
