/** One segment of a guide: how to tell it from others of its identifier, and what it must hold. */
export interface SegmentRule {
  readonly segment: string;
  /** Element position → the codes that make a segment this one, separated by spaces: `{ 1: '85' }`. */
  readonly where?: Readonly<Record<number, string>>;
  /** Whether each occurrence of its loop must hold it. */
  readonly isRequired?: boolean;
  /** Positions of elements that may not be empty. */
  readonly required?: readonly number[];
  /** Positions of amounts: dollars with at most two decimals. */
  readonly amounts?: readonly number[];
  /** Positions of dates: CCYYMMDD, or two of them with a dash. */
  readonly dates?: readonly number[];
  /** Element position → the codes allowed there, separated by spaces. */
  readonly codes?: Readonly<Record<number, string>>;
}

/** A loop: it begins with its first segment and ends where a segment belongs to a loop around it. */
export interface LoopRule {
  readonly loop: string;
  readonly begins: SegmentRule;
  /** Whether each occurrence of the loop around it must hold it. */
  readonly isRequired?: boolean;
  /** Set where the loop is one claim: the element of its first segment that names the claim. */
  readonly claimElement?: number;
  readonly segments?: readonly SegmentRule[];
  readonly loops?: readonly LoopRule[];
}

/** What is checked of an implementation guide: loops, required segments and elements, main code lists. */
export interface Guide {
  /** GS08 and ST03 values that mean this guide, the current one first. */
  readonly ids: readonly [string, ...string[]];
  /** Our own short name, for people. */
  readonly name: string;
  /** GS01. */
  readonly functionalIdentifier: string;
  /** ST01. */
  readonly setIdentifier: string;
  readonly segments: readonly SegmentRule[];
  readonly loops: readonly LoopRule[];
  /** Identifiers that stand in the guide without a rule here, separated by spaces. */
  readonly otherSegments: string;
}
