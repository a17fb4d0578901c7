import type { SegmentCursor } from '../syntax/segment-cursor.ts';

/** Checks one transaction set, told segment by segment; it tells each problem that it finds. */
export interface TransactionSetChecker {
  /** The next segment of the set, ST and SE included; ST is the first. */
  segment(segment: SegmentCursor, segmentOrdinal: number): void;
  /** The set has ended; `isComplete` is false when it did without its SE, and what is missing may have been cut. */
  finish(isComplete: boolean): void;
}
