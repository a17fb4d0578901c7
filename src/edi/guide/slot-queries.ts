import {
  CANDIDATES_BITS,
  CANDIDATES_MAX,
  type CompiledGuide,
  LOOP_LENGTH,
  LOOP_REQUIRED,
  LOOP_REQUIRED_STOP,
  LOOP_SLOTS,
  LOOP_SLOTS_STOP,
  NO_SLOT,
  SLOT_GROUP,
  SLOT_IS_UNUSED,
  SLOT_LENGTH,
  SLOT_LOOP,
  SLOT_SHAPE,
} from './guide-tables.ts';

/** The loop that fills the slot, or `NO_LOOP`. */
export function loopOf({ slots }: CompiledGuide, slot: number): number {
  return slots[slot * SLOT_LENGTH + SLOT_LOOP] as number;
}

/** The shape of the segment that fills the slot, or begins the loop that does. */
export function shapeOf({ slots }: CompiledGuide, slot: number): number {
  return slots[slot * SLOT_LENGTH + SLOT_SHAPE] as number;
}

export function isUsed({ slots }: CompiledGuide, slot: number): boolean {
  return slots[slot * SLOT_LENGTH + SLOT_IS_UNUSED] === 0;
}

/** The first slot of a loop and the first behind its last. */
export function slotsOf({ loops }: CompiledGuide, loop: number): readonly [start: number, stop: number] {
  const row = loop * LOOP_LENGTH;
  return [loops[row + LOOP_SLOTS] as number, loops[row + LOOP_SLOTS_STOP] as number];
}

/** The slots of a loop that a segment identifier may fill. */
export function candidatesOf({ candidates, tags }: CompiledGuide, loop: number, symbol: number): Int32Array {
  const list = candidates[loop * tags.count + symbol] as number;
  const start = list >> CANDIDATES_BITS;
  return candidates.subarray(start, start + (list & CANDIDATES_MAX));
}

/** The required slots of a loop, in its order. */
export function requiredOf({ loops, required }: CompiledGuide, loop: number): Int32Array {
  const row = loop * LOOP_LENGTH;
  return required.subarray(loops[row + LOOP_REQUIRED], loops[row + LOOP_REQUIRED_STOP]);
}

/** The required slot that comes first in a loop, after the segment that begins it. */
export function firstRequired(guide: CompiledGuide, loop: number): number {
  return requiredOf(guide, loop)[0] ?? NO_SLOT;
}

/** Whether another slot of the loop is for the same identifier, so that the two may be filled in any order. */
export function hasSibling(guide: CompiledGuide, loop: number, slot: number): boolean {
  const { slots } = guide;
  const group = slots[slot * SLOT_LENGTH + SLOT_GROUP];
  const [start, stop] = slotsOf(guide, loop);
  for (let other = start; other < stop; other++) {
    if (other !== slot && slots[other * SLOT_LENGTH + SLOT_GROUP] === group) return true;
  }
  return false;
}
