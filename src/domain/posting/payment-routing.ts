import { cents } from '../../base/money.ts';
import type { Account } from '../ledger/account.ts';
import { balancedPostings, type Posting } from '../ledger/journal-entry.ts';
import type { ClaimAdjustment } from '../remittance/claim-adjustment.ts';
import { type AdjustmentMeaning, adjustmentMeaning } from '../remittance/reason.ts';
import type { ClaimPayment } from '../remittance/remittance.ts';
import { RECEIVABLE_OF } from './payer-rank.ts';
import type { PaymentRouting } from './payment-rank.ts';

/** Whether a claim adjustment reason code stands in a list that is known; the lists are the shell's to hand in. */
export type IsKnownReason = (reasonCode: string) => boolean;

/** Where one adjustment of a claim payment goes. */
export interface AdjustmentRoute {
  readonly adjustment: ClaimAdjustment;
  /** Counts the lines of its claim payment from 1; undefined at claim level. */
  readonly serviceOrdinal: number | undefined;
  readonly meaning: AdjustmentMeaning;
  /** The reason code stands in no list. */
  readonly isUnknown: boolean;
  /** Undefined: it moves no money. */
  readonly account: Account | undefined;
}

/**
 * Accounts of what is not the patient's; undefined where no money moves. What prior payers paid left the receivable with
 * their own remittance, and a duplicate was decided with the original: to credit it again would count it twice.
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

const OF_PATIENT: ReadonlySet<AdjustmentMeaning> = new Set([
  'deductible',
  'coinsurance',
  'copay',
  'patient-other',
]);

/** The routes of all adjustments of a claim payment that are not zero, claim level first. */
export function routeAdjustments(
  payment: ClaimPayment,
  { nextRank }: PaymentRouting,
  isKnownReason: IsKnownReason,
): readonly AdjustmentRoute[] {
  const routes: AdjustmentRoute[] = [];
  const add = (adjustment: ClaimAdjustment, serviceOrdinal: number | undefined): void => {
    if (adjustment.amountCents === 0) return;
    const isUnknown = !isKnownReason(adjustment.reasonCode);
    const meaning = isUnknown ? 'review' : adjustmentMeaning(adjustment);
    const isNextPayers = nextRank !== undefined && OF_PATIENT.has(meaning);
    const account = isNextPayers ? RECEIVABLE_OF[nextRank] : ACCOUNT_OF[meaning];
    routes.push({ adjustment, serviceOrdinal, meaning, isUnknown, account });
  };
  for (const adjustment of payment.adjustments) add(adjustment, undefined);
  for (const [index, service] of payment.services.entries()) {
    for (const adjustment of service.adjustments) add(adjustment, index + 1);
  }
  return routes;
}

/**
 * The postings of a claim payment: in transit what was paid, each adjustment where it goes, all of it out of the
 * receivable of the payer that decided. Amounts keep their sign: what a payer takes back goes the same way back.
 */
export function paymentPostings(
  payment: ClaimPayment,
  routing: PaymentRouting,
  routes: readonly AdjustmentRoute[],
): readonly Posting[] {
  const totals = new Map<Account, number>([['payer-payments-in-transit', payment.paidCents]]);
  let decided = payment.paidCents as number;
  for (const { account, adjustment } of routes) {
    if (account === undefined) continue;
    decided += adjustment.amountCents;
    totals.set(account, (totals.get(account) ?? 0) + adjustment.amountCents);
  }
  totals.set(RECEIVABLE_OF[routing.rank], 0 - decided);
  return balancedPostings([...totals].map(([account, amount]) => ({ account, amountCents: cents(amount) })));
}

/** The postings of money that belongs to no claim yet: it has come, whose it is must be found. */
export function unappliedPostings({ paidCents }: Pick<ClaimPayment, 'paidCents'>): readonly Posting[] {
  return balancedPostings([
    { account: 'payer-payments-in-transit', amountCents: paidCents },
    { account: 'unapplied-payments', amountCents: cents(0 - paidCents) },
  ]);
}
