import { type Cents, negateCents } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import { type JournalEntry, journalEntry } from './journal-entry.ts';

/** What the payer owes for a claim, from the day of service on. Posted once, when the claim is accepted. */
export function chargeEntry(charge: {
  readonly claimId: string;
  readonly chargeCents: Cents;
  readonly serviceDate: BusinessDate;
}): JournalEntry {
  return journalEntry({
    id: `charge:${charge.claimId}`,
    kind: 'charge',
    effectiveDate: charge.serviceDate,
    claimId: charge.claimId,
    postings: [
      { account: 'insurance-receivable', amountCents: charge.chargeCents },
      { account: 'charges', amountCents: negateCents(charge.chargeCents) },
    ],
  });
}
