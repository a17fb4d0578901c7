import type { Problem } from '../problems.ts';

/** Why a file is not split; nothing of it has been given out then. */
export type SplitRefusal =
  /** Its envelopes do not close or do not count right. */
  | { readonly code: 'file-not-whole'; readonly problem: Problem }
  | { readonly code: 'no-interchange' }
  /** A functional group without a set would be lost. */
  | { readonly code: 'group-without-sets'; readonly interchange: string; readonly group: string }
  /** Only claims can be told apart: a set of another kind, or one that is not carried. */
  | { readonly code: 'set-without-claims'; readonly set: string }
  /** The hierarchical levels of a set are not those of an 837; `segmentOrdinal` is the first that is not. */
  | { readonly code: 'hierarchy-unknown'; readonly set: string; readonly segmentOrdinal: number };

/** A refusal on its way out of a walk; it does not leave `splitFile`. */
export class SplitRefused extends Error {
  override readonly name = 'SplitRefused';
  readonly refusal: SplitRefusal;

  constructor(refusal: SplitRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
