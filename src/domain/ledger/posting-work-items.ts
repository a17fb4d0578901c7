import { type Cents, sumCents } from '../../base/money.ts';
import type { MatchRefusal } from '../matching/match-decision.ts';
import { allAdjustments } from '../remittance/adjudication.ts';
import { type AdjustmentMeaning, adjustmentMeaning } from '../remittance/reason.ts';
import type { ClaimPayment } from '../remittance/remittance.ts';

/** Something a person must look at after a remittance has been posted. */
export interface PostingWorkItem {
  readonly kind: 'denial' | 'adjustment-review' | 'unmatched-claim-payment';
  /** CLP ordinal. */
  readonly claimOrdinal: number;
  readonly claimId?: string;
  /** Group and reason code of each adjustment concerned, such as `CO-50`; of an unmatched payment, what is in the way. */
  readonly codes: readonly string[];
  readonly amountCents: Cents;
}

export function unmatchedWorkItem(payment: ClaimPayment, code: MatchRefusal): PostingWorkItem {
  return {
    kind: 'unmatched-claim-payment',
    claimOrdinal: payment.ordinal,
    codes: [code],
    amountCents: payment.paidCents,
  };
}

/**
 * What opens a denial, and what a review. The impact of prior payers is reviewed too: what they left to the patient now
 * stands with this payer, and only a look at the claim's whole account can move it.
 */
const OPENED_BY: readonly {
  readonly kind: 'denial' | 'adjustment-review';
  readonly meanings: readonly AdjustmentMeaning[];
}[] = [
  { kind: 'denial', meanings: ['denial', 'duplicate'] },
  { kind: 'adjustment-review', meanings: ['review', 'informational'] },
];

/** None for a reversal: it takes back what was found with the original. */
export function adjustmentWorkItems(payment: ClaimPayment, claimId: string): PostingWorkItem[] {
  if (payment.statusCode === '22') return [];
  const adjustments = allAdjustments(payment).filter((adjustment) => adjustment.amountCents !== 0);
  return OPENED_BY.flatMap(({ kind, meanings }) => {
    const concerned = adjustments.filter((adjustment) => meanings.includes(adjustmentMeaning(adjustment)));
    if (concerned.length === 0) return [];
    const codes = new Set(concerned.map((one) => `${one.groupCode}-${one.reasonCode}`));
    return [
      {
        kind,
        claimOrdinal: payment.ordinal,
        claimId,
        codes: [...codes],
        amountCents: sumCents(concerned.map((one) => one.amountCents)),
      },
    ];
  });
}
