/** Work items that posting opens; the other kinds come from elsewhere. */
export const POSTING_WORK_ITEM_KINDS = [
  'denial',
  'adjustment-review',
  'unmatched-claim-payment',
  'posting-exception',
  'provider-adjustment',
  'remittance-held',
  'reassociation',
] as const;

export type PostingWorkItemKind = (typeof POSTING_WORK_ITEM_KINDS)[number];

/** What a person may do about an exception, each with a reason that is kept. */
export type ExceptionAction =
  /** Say which claim a claim payment belongs to. */
  | 'match'
  /** Take a claim payment off its claim: it belongs to none, or to another one. */
  | 'unmatch'
  /** Take a claim payment out of its claim's books, though it is that claim's. */
  | 'unpost'
  /** Post a remittance that was held because it resembles a posted one: it is money of its own. */
  | 'post'
  /** Give up what is open. */
  | 'write-off'
  /** Ask the patient for what is open. */
  | 'bill-patient'
  /** Leave everything as it is posted. */
  | 'accept';

/** What something that waits for a person is, and what may be done about it. */
export interface WorkRule {
  readonly meaning: string;
  readonly whatToDo: string;
  readonly actions: readonly ExceptionAction[];
}

export interface ExceptionRule extends WorkRule {
  /** Empty: it is told with the claim or remittance and waits for nobody. */
  readonly kinds: readonly PostingWorkItemKind[];
}
