import * as tables from './guide-tables.ts';
import type { LiveLoop, LiveSlot } from './live-slot.ts';

const { NO_SLOT, ROOT, UNBOUNDED } = tables;

const NO_SLOTS: readonly LiveSlot[] = [];

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
  /** Its required slots, how many the position has passed, and the group of the next: past all groups behind the last. */
  required = NO_SLOTS;
  passedCount = 0;
  requiredGroup = UNBOUNDED;
  /** How many of its required slots are empty. */
  missingCount = 0;
  /** `SURE` and so on. */
  certainty = SURE;
  /** Whether something was noted about single slots that must be forgotten with the loop. */
  isUntidy = false;
  /** Where in the row of filled slots its own begin. */
  filledStart = 0;

  /** Another loop begins, with nothing in it. */
  begin({ number, required }: LiveLoop, slot: number, certainty: number): void {
    this.loop = number;
    this.slot = slot;
    this.position = 0;
    this.required = required;
    this.passedCount = 0;
    this.requiredGroup = groupAt(required, 0);
    this.missingCount = required.length;
    this.certainty = certainty;
    this.isUntidy = false;
  }

  /** The position moves past the first required slot that is ahead. */
  passRequired(): LiveSlot {
    const { required } = this;
    const passed = required[this.passedCount] as LiveSlot;
    this.passedCount++;
    this.requiredGroup = groupAt(required, this.passedCount);
    return passed;
  }
}

function groupAt(required: readonly LiveSlot[], index: number): number {
  return index < required.length ? (required[index] as LiveSlot).group : UNBOUNDED;
}
