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

/**
 * Says which claim a claim payment belongs to, whatever rules found: from none, or from another claim, whose books lose it.
 * What the rules of posting say of it holds still: a second decision without a reversal waits there too.
 */
export async function matchPayment(
  transaction: StoreTransaction,
  settling: Settling & { readonly claimId: string },
): Promise<Result<Settled, SettlingRefusal>> {
  const { claimId } = settling;
  const payment = await paymentToSettle(transaction, settling);
  if (!payment.ok) return payment;
  if ((await transaction.claims.byIds([claimId])).length === 0) return refused('claim-not-found');
  const { match } = payment.value;
  if (match?.disposition === 'match' && match.claimId === claimId && match.decidedBy === 'person') {
    return refused('already-so');
  }
  const decision = personsDecision('match', settling, claimId);
  return await settle(transaction, payment.value, { decision, settling });
}
