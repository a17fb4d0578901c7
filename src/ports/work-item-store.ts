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
