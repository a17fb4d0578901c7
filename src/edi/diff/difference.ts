/** An element, component or repetition that is not the same on both sides; an absent one is ''. */
export interface ElementDifference {
  /** From 1. */
  readonly element: number;
  /** From 1; absent where the element is not composite on either side. */
  readonly component?: number;
  /** From 1; absent where neither side repeats the element. */
  readonly repetition?: number;
  /** By the guide; absent where it has none. */
  readonly name?: string;
  readonly first: string;
  readonly second: string;
}

/** One side of a segment that differs. */
export interface SegmentSide {
  /** In its set, ST is 1; in an envelope 0. */
  readonly segmentOrdinal: number;
  /** The identifier and the elements, with `:` and `^` in them; elements that are not compared are empty. */
  readonly elements: readonly string[];
}

/** A segment that stands on one side only, or on both with other elements. */
export interface SegmentDifference {
  readonly segment: string;
  /** By the guide; absent where it has none. */
  readonly name?: string;
  /** The innermost loop around it; absent outside of loops and where the guide is not carried. */
  readonly loop?: string;
  /** CLM01, CLP01 or TRN02 of the claim around it. */
  readonly claim?: string;
  readonly first?: SegmentSide;
  readonly second?: SegmentSide;
  /** Only where it stands on both sides. */
  readonly elements: readonly ElementDifference[];
}

export interface SetDifference {
  /** ST01. */
  readonly identifier: string;
  /** ST02 on each side; absent where the set stands on the other side only. */
  readonly firstControlNumber?: string;
  readonly secondControlNumber?: string;
  readonly segments: readonly SegmentDifference[];
}

export interface FileDifference {
  /** ISA, TA1, GS, GE and IEA segments that differ. */
  readonly envelopes: readonly SegmentDifference[];
  readonly sets: readonly SetDifference[];
}

export function isSame({ envelopes, sets }: FileDifference): boolean {
  return envelopes.length === 0 && sets.length === 0;
}
