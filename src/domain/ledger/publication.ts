import type { Instant } from '../../base/time.ts';
import type { JournalEntry } from './journal-entry.ts';

/** `opening`: what stood in the journal before entries were published. */
export type PublicationKind = 'opening' | 'charges' | 'remittance' | 'reposting' | 'manual';

/** Journal entries that were added together, sealed to everything that was published before. */
export interface Publication {
  readonly id: string;
  /** Counts the publications of a tenant from 1. */
  readonly sequence: number;
  readonly kind: PublicationKind;
  readonly remittanceId?: string;
  /** Why, where a person decided it. */
  readonly reason?: string;
  /** Which person or program. */
  readonly actor?: string;
  readonly entryCount: number;
  /** Of the text of each entry and a line feed after it, in the order in which they were added. */
  readonly entriesSha256: string;
  /** Of the publication before; `NO_PUBLICATION` for the first. */
  readonly previousSha256: string;
  readonly publishedAt: Instant;
}

/** Stands where the hash of a publication would stand before the first. */
export const NO_PUBLICATION = '0'.repeat(64);

/**
 * The text of an entry from which hashes are made: one JSON array in UTF-8, each member in its place, `null` where there
 * is none. Hashes are kept for ever, so this form never changes.
 */
export function entryText(entry: JournalEntry): string {
  return JSON.stringify([
    entry.id,
    entry.kind,
    entry.effectiveDate,
    entry.claimId ?? null,
    entry.remittanceId ?? null,
    entry.claimPaymentOrdinal ?? null,
    entry.postings.map(({ account, amountCents }) => [account, amountCents]),
  ]);
}

/** The text from which a publication's own hash is made, in the same form. */
export function publicationText(publication: Publication): string {
  return JSON.stringify([
    publication.sequence,
    publication.id,
    publication.kind,
    publication.remittanceId ?? null,
    publication.reason ?? null,
    publication.actor ?? null,
    publication.entryCount,
    publication.entriesSha256,
    publication.previousSha256,
    publication.publishedAt,
  ]);
}
