import { type Result, refused } from '../../base/result.ts';
import type { StoreTransaction } from '../../ports/store.ts';
import { paymentToSettle, type Settled, type Settling, type SettlingRefusal, settle } from './settling.ts';

/**
 * Takes back the decision with this number: the one before it holds again, as whoever made it. Refused where another one
 * was made since, or there was none before.
 */
export async function takeBackDecision(
  transaction: StoreTransaction,
  settling: Settling & { readonly number: number },
): Promise<Result<Settled, SettlingRefusal>> {
  const payment = await paymentToSettle(transaction, settling);
  if (!payment.ok) return payment;
  const { remittanceId, ordinal, match } = payment.value;
  if (match?.number !== settling.number) return refused('already-so');
  const before = (await transaction.claimPayments.matchesOf(remittanceId, ordinal)).at(-2);
  if (before === undefined) return refused('already-so');
  const { number: _, decidedAt: __, ...decision } = before;
  return await settle(transaction, payment.value, { decision, settling });
}
