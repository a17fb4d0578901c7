import type { Cents } from '../base/money.ts';
import type { Instant } from '../base/time.ts';
import type { WorkItemKind } from '../domain/exchange/work-item-kind.ts';

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

/**
 * Why a work item needs nobody any more: what it missed came after its deadline, what caused it is gone, or a person
 * resolved it.
 */
export type WorkItemClosing = 'answered-late' | 'settled' | 'resolved';

export interface StoredWorkItem extends WorkItem {
  readonly openedAt: Instant;
  readonly closedAt?: Instant;
  readonly closedAs?: WorkItemClosing;
}

/** Which work items are wanted; what is left out is no condition. */
export interface WorkItemFilter {
  readonly isClosed?: boolean;
  readonly kinds?: readonly WorkItemKind[];
  /** One of the item's codes. */
  readonly code?: string;
  /** Of the item's remittance: the payer's name, whatever its case, or one of its identifiers. */
  readonly payer?: string;
}

export interface WorkItemReader {
  /** Oldest first: the open ones, or those that were closed. `limit` is the most that are given. */
  list(options: WorkItemFilter & { limit: number }): Promise<readonly StoredWorkItem[]>;
  /** Those of these ids that there are, oldest first. */
  byIds(ids: readonly string[]): Promise<readonly StoredWorkItem[]>;
  /** All of the claim's, closed ones too. */
  forClaim(claimId: string): Promise<readonly StoredWorkItem[]>;
}

/** Work items of these kinds about any of these claims or remittances, and these. */
export interface WorkItemScope {
  readonly kinds: readonly WorkItemKind[];
  readonly ids?: readonly string[];
  readonly claimIds?: readonly string[];
  readonly remittanceIds?: readonly string[];
}

export interface WorkItemWriter {
  /** Opens those not there yet. */
  open(items: readonly WorkItem[]): Promise<void>;
  /**
   * Makes these the open items of the scope: opens what is missing or was settled, corrects what says something else,
   * and closes the others as settled. What a person resolved stays closed unless its codes or its amount change.
   */
  keep(scope: WorkItemScope, items: readonly WorkItem[]): Promise<void>;
  /** Closes those of these that are open, as resolved by a person; gives their ids. */
  resolve(ids: readonly string[]): Promise<readonly string[]>;
  /** Opens again those of these that a person resolved; gives their ids. */
  reopen(ids: readonly string[]): Promise<readonly string[]>;
  /**
   * Makes these the open items of kind `answer-late` about the interchanges: opens what is missing, corrects what says
   * something else, and closes the others.
   */
  keepLateAnswers(interchangeIds: readonly string[], items: readonly WorkItem[]): Promise<void>;
}
