import { type Cents, sumCents } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import type { JournalEntry } from '../ledger/journal-entry.ts';
import type { ClaimPayment, ProviderAdjustment } from '../remittance/remittance.ts';
import type { ProviderAdjustmentOnFile } from './open-item.ts';
import type { PaymentOnFile } from './payment-on-file.ts';

/** A remittance that is proven to balance, as everything that is kept of it names it. */
export interface PublishedRemittance {
  readonly remittanceId: string;
  /** Who paid, as `payerKeyOf` writes it. */
  readonly payerKey: string;
  readonly effectiveDate: BusinessDate;
}

/** Claim payments of a remittance as they are kept once it is published. */
export function paymentsOnFile(
  { remittanceId, payerKey, effectiveDate }: PublishedRemittance,
  payments: readonly ClaimPayment[],
): readonly PaymentOnFile[] {
  return payments.map((payment) => ({
    remittanceId,
    ordinal: payment.ordinal,
    payerKey,
    effectiveDate,
    payment,
  }));
}

/** All its provider-level adjustments, the same. */
export function adjustmentsOnFile(
  { remittanceId, payerKey, effectiveDate }: PublishedRemittance,
  adjustments: readonly ProviderAdjustment[],
): readonly ProviderAdjustmentOnFile[] {
  return adjustments.map((adjustment, index) => ({
    remittanceId,
    ordinal: index + 1,
    payerKey,
    effectiveDate,
    adjustment,
  }));
}

/** What entries of a remittance bring in transit. */
export function inTransitCents(entries: readonly JournalEntry[], remittanceId: string): Cents {
  return sumCents(
    entries
      .filter((entry) => entry.remittanceId === remittanceId)
      .flatMap((entry) => entry.postings)
      .filter((posting) => posting.account === 'payer-payments-in-transit')
      .map((posting) => posting.amountCents),
  );
}
