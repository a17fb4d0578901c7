import { invariant } from '../../base/invariant.ts';
import { type Cents, sumCents } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import type { Account } from './account.ts';

export interface Posting {
  readonly account: Account;
  /** Debit positive, credit negative, never zero. */
  readonly amountCents: Cents;
}

export type JournalEntryKind =
  | 'charge'
  | 'claim-payment'
  | 'provider-adjustment'
  | 'unapplied-payment'
  /** What payments that came or were matched later change of what was posted. */
  | 'reposting'
  /** By a person's decision. */
  | 'manual';

export interface JournalEntry {
  /** Derived from what caused it, so that the same cause can post only once. */
  readonly id: string;
  readonly kind: JournalEntryKind;
  readonly effectiveDate: BusinessDate;
  readonly claimId?: string;
  readonly remittanceId?: string;
  /** CLP ordinal in its remittance. */
  readonly claimPaymentOrdinal?: number;
  readonly postings: readonly Posting[];
}

/** Builds an entry; there is no other way to, so an unbalanced one cannot exist. Zero postings are dropped. */
export function journalEntry(entry: JournalEntry): JournalEntry {
  return { ...entry, postings: balancedPostings(entry.postings) };
}

/** Postings that sum to zero, without those that are zero. */
export function balancedPostings(all: readonly Posting[]): readonly Posting[] {
  const postings = all.filter((posting) => posting.amountCents !== 0);
  invariant(
    sumCents(postings.map((posting) => posting.amountCents)) === 0,
    'postings of an entry sum to zero',
  );
  return postings;
}
