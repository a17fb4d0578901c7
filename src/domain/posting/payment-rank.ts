import type { PayerRank } from '../claim/claim.ts';
import type { ClaimPayment } from '../remittance/remittance.ts';
import type { ClaimTerms } from './claim-terms.ts';
import { isPayer } from './payer-key.ts';
import { PAYER_RANKS } from './payer-rank.ts';
import type { PaymentOnFile } from './payment-on-file.ts';

/** CLP02 that says as which payer the claim was processed. */
const RANK_OF_STATUS: ReadonlyMap<string, PayerRank> = new Map([
  ['1', 'P'],
  ['19', 'P'],
  ['2', 'S'],
  ['20', 'S'],
  ['3', 'T'],
  ['21', 'T'],
]);

const FORWARDED: ReadonlySet<string> = new Set(['19', '20', '21']);

/** Whose receivable a claim payment settles, and to whose what is left goes. */
export interface PaymentRouting {
  readonly rank: PayerRank;
  /** Absent: what is left is the patient's. */
  readonly nextRank?: PayerRank;
}

/**
 * The routing of a claim payment that is no reversal. What the claim's own payer decides settles the claim's own rank,
 * whatever CLP02 says; another payer's rank is CLP02's. What is left to the patient goes to the next payer first: the
 * claim's next coverage, or whoever the claim was forwarded to.
 */
export function routingOf(terms: ClaimTerms, { payerKey, payment }: PaymentOnFile): PaymentRouting {
  const isOwnPayer = isPayer(payerKey, terms.payerKeyHints);
  const rank = (isOwnPayer ? undefined : RANK_OF_STATUS.get(payment.statusCode)) ?? terms.rank;
  const later = PAYER_RANKS.slice(PAYER_RANKS.indexOf(rank) + 1);
  const nextRank =
    later.find((one) => terms.laterRanks.includes(one)) ?? (isForwarded(payment) ? later[0] : undefined);
  return nextRank === undefined ? { rank } : { rank, nextRank };
}

/** Whether the payer passed the claim on to the next one (CLP02 19, 20, 21). */
export function isForwarded({ statusCode }: Pick<ClaimPayment, 'statusCode'>): boolean {
  return FORWARDED.has(statusCode);
}
