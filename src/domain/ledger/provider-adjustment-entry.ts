import { negateCents } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import { providerAdjustmentAccount } from '../posting/provider-adjustment-account.ts';
import type { ProviderAdjustment } from '../remittance/remittance.ts';
import { type JournalEntry, journalEntry } from './journal-entry.ts';

export interface ProviderAdjustmentToPost {
  readonly remittanceId: string;
  readonly effectiveDate: BusinessDate;
  readonly adjustment: ProviderAdjustment;
  /** Counts the adjustments of its remittance from 1. */
  readonly ordinal: number;
}

/** Money that belongs to no claim (PLB): a positive amount lowers the payment (interpretation 2184). */
export function providerAdjustmentEntry(options: ProviderAdjustmentToPost): JournalEntry {
  const { amountCents, reasonCode } = options.adjustment;
  return journalEntry({
    id: `provider-adjustment:${options.remittanceId}:${options.ordinal}`,
    kind: 'provider-adjustment',
    effectiveDate: options.effectiveDate,
    remittanceId: options.remittanceId,
    postings: [
      { account: providerAdjustmentAccount(reasonCode), amountCents },
      { account: 'payer-payments-in-transit', amountCents: negateCents(amountCents) },
    ],
  });
}
