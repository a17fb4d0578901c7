import { negateCents } from '../../base/money.ts';
import type { MatchedClaimPayment } from './claim-payment-entry.ts';
import { type JournalEntry, journalEntry } from './journal-entry.ts';

/** A claim payment that belongs to no claim of ours: the money has come, whose it is must be found. */
export function unappliedEntry(unmatched: Omit<MatchedClaimPayment, 'claimId' | 'rank'>): JournalEntry {
  const { paidCents, ordinal } = unmatched.payment;
  return journalEntry({
    id: `unapplied:${unmatched.remittanceId}:${ordinal}`,
    kind: 'unapplied-payment',
    effectiveDate: unmatched.effectiveDate,
    remittanceId: unmatched.remittanceId,
    claimPaymentOrdinal: ordinal,
    postings: [
      { account: 'payer-payments-in-transit', amountCents: paidCents },
      { account: 'unapplied-payments', amountCents: negateCents(paidCents) },
    ],
  });
}
