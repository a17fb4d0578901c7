import * as tables from './guide-tables.ts';

const { NO_SLOT, ROOT, UNBOUNDED } = tables;

/** How sure it is that a loop was meant. */
export const SURE = 0;
/** It was begun without a sound first segment: nothing is told missing in it. */
export const BEGUN_WITHOUT = 1;
/** No more than likely, or without a place: the elements of its own segments are not checked either. */
export const LIKELY = 2;

/** A loop that is open. One object serves all loops at a depth, one after another. */
export class OpenLoop {
  loop = ROOT;
  /** The slot that it fills in the loop around it. */
  slot = NO_SLOT;
  /** The group of its slot that was filled last: what stands before is behind, the rest is ahead. */
  position = 0;
  /** Where in `required` its first required slot is that the position has not passed, and the group of that. */
  requiredNext = 0;
  requiredGroup = UNBOUNDED;
  /** How many of its required slots are empty. */
  missingCount = 0;
  /** `SURE` and so on. */
  certainty = SURE;
  /** Whether something was noted about single slots that must be forgotten with the loop. */
  isUntidy = false;
  /** Where in the row of filled slots its own begin. */
  filledStart = 0;
}
