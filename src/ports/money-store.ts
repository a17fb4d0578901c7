import type { Cents } from '../base/money.ts';
import type { BusinessDate, Instant } from '../base/time.ts';
import type { WorkItemKind } from '../domain/exchange/work-item-kind.ts';
import type { Account } from '../domain/ledger/account.ts';
import type { JournalEntry } from '../domain/ledger/journal-entry.ts';
import type { BalanceProof } from '../domain/remittance/balance.ts';

export type RemittanceState = 'published' | 'held';

export interface NewRemittance {
  readonly id: string;
  /** Tenant, payer, trace number, date, amount and payee in one text: same identity, other content is a conflict. */
  readonly identity: string;
  /** SHA-256 of the transaction set's body with delimiters normalised. */
  readonly contentSha256: string;
  readonly fileSha256: string;
  readonly setControlNumber: string;
  readonly payerName: string;
  readonly traceNumber: string;
  readonly paymentDate?: BusinessDate;
  readonly paidCents: Cents;
  readonly claimCount: number;
  readonly state: RemittanceState;
  /** Why it is held: `remittance.out-of-balance` … */
  readonly holdCode?: string;
  readonly proof: BalanceProof;
}

export interface StoredRemittance extends NewRemittance {
  readonly createdAt: Instant;
}

export interface RemittanceReader {
  findByIdentityOrContent(identity: string, contentSha256: string): Promise<readonly StoredRemittance[]>;
  get(id: string): Promise<StoredRemittance | undefined>;
  list(options: { limit: number }): Promise<readonly StoredRemittance[]>;
}

export interface RemittanceWriter {
  insert(remittance: NewRemittance): Promise<void>;
}

export interface StoredJournalEntry extends JournalEntry {
  readonly postedAt: Instant;
}

export interface LedgerReader {
  entriesForClaim(claimId: string): Promise<readonly StoredJournalEntry[]>;
  entriesForRemittance(remittanceId: string): Promise<readonly StoredJournalEntry[]>;
  /** Every account that has postings; the sums add up to zero. */
  trialBalance(): Promise<readonly { account: Account; debitCents: Cents; creditCents: Cents }[]>;
}

export interface LedgerWriter {
  /** Adds entries whose id is not there yet. Rows are never changed or deleted. */
  append(entries: readonly JournalEntry[]): Promise<void>;
}

export interface WorkItem {
  /** Derived from what caused it. */
  readonly id: string;
  readonly kind: WorkItemKind;
  readonly claimId?: string;
  readonly remittanceId?: string;
  readonly fileSha256?: string;
  readonly interchangeId?: string;
  readonly amountCents?: Cents;
  /** Codes that say why: reason codes, status codes, our own refusal codes. */
  readonly codes: readonly string[];
}

/** Why a work item needs nobody any more: what it missed came, after its deadline. */
export type WorkItemClosing = 'answered-late';

export interface StoredWorkItem extends WorkItem {
  readonly openedAt: Instant;
  readonly closedAt?: Instant;
  readonly closedAs?: WorkItemClosing;
}

export interface WorkItemReader {
  /** Oldest first: the open ones, or those that were closed. */
  list(options: { isClosed?: boolean; limit: number }): Promise<readonly StoredWorkItem[]>;
  /** All of the claim's, closed ones too. */
  forClaim(claimId: string): Promise<readonly StoredWorkItem[]>;
}

export interface WorkItemWriter {
  /** Opens those not there yet. */
  open(items: readonly WorkItem[]): Promise<void>;
  /**
   * Makes these the open items of kind `answer-late` about the interchanges: opens what is missing, corrects what says
   * something else, and closes the others.
   */
  keepLateAnswers(interchangeIds: readonly string[], items: readonly WorkItem[]): Promise<void>;
}
