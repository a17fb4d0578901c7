import type { EnvelopeNumbers, SegmentPlace } from '../envelope/envelope-handler.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';

/**
 * A segment and where the guide has it, so that rules need not follow loops again. It is one object, filled anew for
 * each segment: take out of it what you keep.
 */
export interface PlacedSegment {
  readonly cursor: SegmentCursor;
  /** Made anew at each look, for those who tell it; a `KeptPlace` keeps it. */
  readonly place: SegmentPlace;
  /** Of the place: ST is 1. */
  readonly segmentOrdinal: number;
  /** Of the place: one object for all segments of a set. */
  readonly numbers: EnvelopeNumbers;
  /** The loop that it stands in or begins, '2010AA'; '' for the set itself, undefined where it has no place at all. */
  readonly loop: string | undefined;
  /** The slot of the guide's tables that it fills, or stands for; `NO_SLOT` where it has no place at all. */
  readonly slot: number;
  /** Whether it is the first segment of its loop. */
  readonly isLoopStart: boolean;
  /** CLM01, CLP01 or TRN02 of the claim it stands in, '' outside of claims. Each look at it makes a string. */
  readonly claim: string;
}

/** Rules over a whole set, told in the set's order where its segments stand. */
export interface PlacedSegmentChecker {
  /** Another set begins. */
  restart?(): void;
  /** The next segment, after the loops that it ended. */
  segment(placed: PlacedSegment): void;
  /** A loop has ended, those inside it before it. One whose first segment was missing ends too. */
  loopEnded?(loop: string, loopNumber: number): void;
  /** The set has ended; `isComplete` is false when it was cut, and then no loop has been told to end. */
  finish?(isComplete: boolean): void;
}
