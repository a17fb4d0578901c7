/** An open loop is `FRAME_LENGTH` integers of a stack. Which loop it is: */
export const LOOP = 0;
/** The slot that it fills in the loop around it. */
export const SLOT = 1;
/** The group of its slot that was filled last: what stands before is behind, the rest is ahead. */
export const POSITION = 2;
/** Where in `required` its first required slot is that the position has not passed, and the group of that. */
export const REQUIRED_NEXT = 3;
export const REQUIRED_GROUP = 4;
/** How many of its required slots are empty. */
export const MISSING_COUNT = 5;
/** How sure it is that this loop was meant: `SURE` and so on. */
export const CERTAINTY = 6;
/** Whether something was noted about single slots that must be forgotten with the loop. */
export const IS_UNTIDY = 7;
/** Where in the row of filled slots its own begin. */
export const FILLED = 8;
export const FRAME_LENGTH = 9;

export const SURE = 0;
/** It was begun without a sound first segment: nothing is told missing in it. */
export const BEGUN_WITHOUT = 1;
/** No more than likely, or without a place: the elements of its own segments are not checked either. */
export const LIKELY = 2;
