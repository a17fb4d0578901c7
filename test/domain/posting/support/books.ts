import { cents } from '../../../../src/base/money.ts';
import type { BilledLine } from '../../../../src/domain/claim/billed-line.ts';
import type { Account } from '../../../../src/domain/ledger/account.ts';
import type { JournalEntry, Posting } from '../../../../src/domain/ledger/journal-entry.ts';
import type { ClaimTerms } from '../../../../src/domain/posting/claim-terms.ts';
import type { PaymentOnFile } from '../../../../src/domain/posting/payment-on-file.ts';
import { planClaimPayments } from '../../../../src/domain/posting/plan-claim-payments.ts';
import type { PlannedPayment } from '../../../../src/domain/posting/planned-payment.ts';
import type { ClaimPayment } from '../../../../src/domain/remittance/remittance.ts';
import { adjustmentReasonWords } from '../../../../src/edi/codes/adjustment-reasons.ts';
import { day } from '../../support/claims.ts';

export const PRIMARY_PAYER = '1900000099|CGPAY1|CLAIMGATE SAMPLE HEALTH';
export const SECOND_PAYER = '1900000098|CGPAY2|CLAIMGATE SAMPLE SUPPLEMENT';

export function isKnownReason(reasonCode: string): boolean {
  return adjustmentReasonWords(reasonCode) !== undefined;
}

/** A claim of 100.00 to a primary payer, without lines to match. */
export function terms(changes: Partial<ClaimTerms> = {}): ClaimTerms {
  return {
    claimId: 'CLAIM1',
    chargeCents: cents(10_000),
    rank: 'P',
    payerKeyHints: { identifier: 'CGPAY1', name: 'CLAIMGATE SAMPLE HEALTH' },
    priorDecidedCents: cents(0),
    laterRanks: [],
    lines: [],
    ...changes,
  };
}

export function billedLine(
  number: number,
  chargeCents: number,
  changes: Partial<BilledLine> = {},
): BilledLine {
  return {
    number,
    controlNumbers: [`CGTEST0000001L0${number}`],
    procedure: { qualifier: 'HC', code: '99213', modifiers: [] },
    chargeCents: cents(chargeCents),
    serviceDate: day('2026-06-03'),
    ...changes,
  };
}

/** A claim payment on file; `place` is `remittance/day/payer`, as `R1/20`. */
export function onFile(payment: ClaimPayment, place = 'R1/20', payerKey = PRIMARY_PAYER): PaymentOnFile {
  const [remittanceId, dayOfMonth] = place.split('/') as [string, string];
  return {
    remittanceId,
    ordinal: payment.ordinal,
    payerKey,
    effectiveDate: day(`2026-07-${dayOfMonth}`),
    payment,
  };
}

export function plan(
  payments: readonly PaymentOnFile[],
  changes: Partial<ClaimTerms> = {},
): readonly PlannedPayment[] {
  return planClaimPayments(terms(changes), payments, isKnownReason);
}

/** Sum of each account that is not zero. */
export function sums(postings: readonly Posting[]): Partial<Record<Account, number>> {
  const totals: Partial<Record<Account, number>> = {};
  for (const { account, amountCents } of postings) totals[account] = (totals[account] ?? 0) + amountCents;
  return Object.fromEntries(Object.entries(totals).filter(([, total]) => total !== 0));
}

/** What a plan leaves in the books, all payments together. */
export function books(planned: readonly PlannedPayment[]): Partial<Record<Account, number>> {
  return sums(planned.flatMap((one) => one.postings));
}

export function exceptionsOf(planned: readonly PlannedPayment[]): string[] {
  return planned.flatMap((one) =>
    one.exceptions.map(({ code }) => `${one.remittanceId}:${one.ordinal} ${code}`),
  );
}

export function workItemsOf(planned: readonly PlannedPayment[]): string[] {
  return planned.flatMap((one) => one.workItems.map(({ id }) => id)).toSorted();
}

const CASH = new Set<Account>(['payer-payments-in-transit', 'unapplied-payments']);

/**
 * Balances as they must be however they came about: of each claim its own accounts; of cash, which belongs to remittances
 * and to no claim, the total of each remittance.
 */
export function balances(entries: readonly JournalEntry[]): Record<string, number> {
  const totals = new Map<string, number>();
  for (const { claimId, remittanceId, postings } of entries) {
    for (const { account, amountCents } of postings) {
      const key = `${(CASH.has(account) ? remittanceId : claimId) ?? ''} ${account}`;
      totals.set(key, (totals.get(key) ?? 0) + amountCents);
    }
  }
  return Object.fromEntries([...totals].filter(([, total]) => total !== 0));
}
