import type { SegmentPlace } from '../envelope/envelope-handler.ts';
import type { Problem } from '../problems.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';

/** Takes a problem as soon as it is known; nothing is collected on the way. */
export type TellProblem = (problem: Problem) => void;

/** Checks one transaction set, told segment by segment; it tells each problem that it finds. */
export interface TransactionSetChecker {
  /** The next segment of the set, ST and SE included. */
  segment(segment: SegmentCursor, place: SegmentPlace): void;
  /** The set has ended; `isComplete` is false when it did without its SE, and what is missing may have been cut. */
  finish(isComplete: boolean): void;
}
