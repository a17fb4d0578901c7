import { cents } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import type { PayerRank } from '../claim/claim.ts';
import { allAdjustments } from '../remittance/adjudication.ts';
import { type AdjustmentMeaning, adjustmentMeaning } from '../remittance/reason.ts';
import type { ClaimPayment } from '../remittance/remittance.ts';
import { type Account, insuranceReceivable } from './account.ts';
import { type JournalEntry, journalEntry } from './journal-entry.ts';

/**
 * Where an adjustment goes; undefined where it moves no money. What prior payers paid left the receivable with their
 * own remittance, and a duplicate was decided with the original: to credit the receivable again would count it twice.
 */
const ACCOUNT_OF: Readonly<Record<AdjustmentMeaning, Account | undefined>> = {
  contractual: 'contractual-adjustments',
  deductible: 'patient-receivable:deductible',
  coinsurance: 'patient-receivable:coinsurance',
  copay: 'patient-receivable:copay',
  'patient-other': 'patient-receivable:other',
  denial: 'denied-open',
  review: 'adjustments-in-review',
  duplicate: undefined,
  informational: undefined,
};

export interface MatchedClaimPayment {
  readonly remittanceId: string;
  readonly claimId: string;
  /** Of the payer that the claim was sent to. */
  readonly rank: PayerRank;
  readonly effectiveDate: BusinessDate;
  /** Proven to balance. */
  readonly payment: ClaimPayment;
}

/**
 * Moves what the payer decided out of its receivable: paid, contractual, the patient's, denied and held open, or
 * to be judged. A reversal has negative amounts throughout and takes the same way back.
 */
export function claimPaymentEntry(matched: MatchedClaimPayment): JournalEntry {
  const { payment } = matched;
  const totals = new Map<Account, number>([['payer-payments-in-transit', payment.paidCents]]);
  let decidedCents = payment.chargeCents as number;
  for (const adjustment of allAdjustments(payment)) {
    const account = ACCOUNT_OF[adjustmentMeaning(adjustment)];
    if (account === undefined) decidedCents -= adjustment.amountCents;
    else totals.set(account, (totals.get(account) ?? 0) + adjustment.amountCents);
  }
  totals.set(insuranceReceivable(matched.rank), 0 - decidedCents);
  return journalEntry({
    id: `claim-payment:${matched.remittanceId}:${payment.ordinal}`,
    kind: 'claim-payment',
    effectiveDate: matched.effectiveDate,
    claimId: matched.claimId,
    remittanceId: matched.remittanceId,
    claimPaymentOrdinal: payment.ordinal,
    postings: [...totals].map(([account, amount]) => ({ account, amountCents: cents(amount) })),
  });
}
