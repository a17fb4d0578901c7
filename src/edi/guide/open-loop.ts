import type { CompiledGuide } from './guide-tables.ts';
import * as tables from './guide-tables.ts';

const { LOOP_LENGTH, LOOP_REQUIRED, LOOP_REQUIRED_STOP, NO_SLOT, ROOT, SLOT_GROUP, SLOT_LENGTH, UNBOUNDED } =
  tables;

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
  requiredStop = 0;
  /** How many of its required slots are empty. */
  missingCount = 0;
  /** `SURE` and so on. */
  certainty = SURE;
  /** Whether something was noted about single slots that must be forgotten with the loop. */
  isUntidy = false;
  /** Where in the row of filled slots its own begin. */
  filledStart = 0;

  /** Another loop begins, with nothing in it. */
  begin(guide: CompiledGuide, slot: number, loop: number, certainty: number): void {
    const next = guide.loops[loop * LOOP_LENGTH + LOOP_REQUIRED] as number;
    const stop = guide.loops[loop * LOOP_LENGTH + LOOP_REQUIRED_STOP] as number;
    this.loop = loop;
    this.slot = slot;
    this.position = 0;
    this.requiredNext = next;
    this.requiredStop = stop;
    this.requiredGroup = requiredGroup(guide, next, stop);
    this.missingCount = stop - next;
    this.certainty = certainty;
    this.isUntidy = false;
  }

  /** The position moves past the first required slot that is ahead. */
  passRequired(guide: CompiledGuide): void {
    this.requiredNext++;
    this.requiredGroup = requiredGroup(guide, this.requiredNext, this.requiredStop);
  }
}

/** The group of the required slot at `next`, past all groups when there is none before `stop`. */
function requiredGroup({ required, slots }: CompiledGuide, next: number, stop: number): number {
  return next < stop ? (slots[(required[next] as number) * SLOT_LENGTH + SLOT_GROUP] as number) : UNBOUNDED;
}
