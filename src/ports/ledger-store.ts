import type { Cents } from '../base/money.ts';
import type { Instant } from '../base/time.ts';
import type { Account } from '../domain/ledger/account.ts';
import type { JournalEntry } from '../domain/ledger/journal-entry.ts';
import type { Publication } from '../domain/ledger/publication.ts';

export interface StoredJournalEntry extends JournalEntry {
  readonly postedAt: Instant;
  readonly publicationId: string;
}

/** A publication with the hash that the next one holds of it. */
export interface StoredPublication extends Publication {
  readonly sha256: string;
}

/** What is said of a publication by whoever appends its entries; the rest follows when it is sealed. */
export interface NewPublication extends Pick<Publication, 'remittanceId' | 'reason' | 'actor'> {
  readonly kind: Exclude<Publication['kind'], 'opening'>;
}

/** A publication of this transaction that has entries already. */
export interface BegunPublication {
  readonly addTo: string;
}

/** How far the chain has been checked. */
export type ChainPlace = Pick<StoredPublication, 'sequence' | 'sha256'>;

export type ChainFaultKind =
  /** A number is left out. */
  | 'publication-missing'
  /** It does not hold the hash of the publication before it. */
  | 'link-broken'
  /** What it says of itself has another hash. */
  | 'publication-changed'
  /** Its entries are more or fewer, or say something else. */
  | 'entries-changed'
  /** The chain ends where it has not ended. */
  | 'end-differs'
  /** Entries of no publication, or postings of no entry. */
  | 'rows-unpublished';

export interface ChainFault {
  readonly kind: ChainFaultKind;
  /** Which publication does not agree; for the last two kinds the last that does. */
  readonly sequence: number;
}

/** What a check of one stretch of the chain found. */
export interface ChainCheck {
  readonly publicationCount: number;
  readonly entryCount: number;
  /** Where the next stretch begins; absent: the chain ends here, or does not agree. */
  readonly next?: ChainPlace;
  /** The first thing that does not agree. */
  readonly fault?: ChainFault;
}

export interface LedgerReader {
  entry(id: string): Promise<StoredJournalEntry | undefined>;
  /** Oldest first. */
  entriesForClaim(claimId: string): Promise<readonly StoredJournalEntry[]>;
  /** The entries of each of these claims, oldest first, by its id. A claim without entries is not in the map. */
  entriesForClaims(claimIds: readonly string[]): Promise<ReadonlyMap<string, readonly StoredJournalEntry[]>>;
  /** With `claimPaymentsMax` those of the first claim payments alone, and of what belongs to none. */
  entriesForRemittance(
    remittanceId: string,
    options?: { readonly claimPaymentsMax: number },
  ): Promise<readonly StoredJournalEntry[]>;
  /** Of all of these claim payments, oldest first, whatever claims they name. */
  entriesForPayments(
    payments: readonly { readonly remittanceId: string; readonly ordinal: number }[],
  ): Promise<readonly StoredJournalEntry[]>;
  /** Every account that has postings; the sums add up to zero. */
  trialBalance(): Promise<readonly { account: Account; debitCents: Cents; creditCents: Cents }[]>;
  publication(id: string): Promise<StoredPublication | undefined>;
  /** In the order of the chain. `after` is the last sequence of the page before. */
  publications(options: { after?: number; limit: number }): Promise<readonly StoredPublication[]>;
  /** Recomputes the hashes of so many publications from their rows; from the first one on where `after` is absent. */
  checkChain(options: { after?: ChainPlace; limit: number }): Promise<ChainCheck>;
}

export interface LedgerWriter {
  /**
   * Adds entries whose id is not there yet, as one publication or to one that was begun, and gives its id; undefined
   * where all were there. Rows are never changed or deleted. The publication is sealed to the chain when the work of the
   * transaction has ended.
   */
  append(
    entries: readonly JournalEntry[],
    publication: NewPublication | BegunPublication,
  ): Promise<string | undefined>;
}
