import type { ProblemCode } from '../problems.ts';
import type { Shapes } from './compile-shapes.ts';
import * as layout from './compile-shapes.ts';

const {
  AT_LEAST_ONE,
  CONDITIONAL,
  EXCLUSIVE,
  LIST_CONDITIONAL,
  NOTE_LENGTH,
  NOTES_START,
  NOTES_STOP,
  PAIRED,
  REQUIRED_BITS,
  UNUSED_BITS,
} = layout;

/** Told with the positions that a note is broken at, as bits. */
export type TellBits = (code: ProblemCode, bits: number) => void;

/**
 * Finds the syntax notes of a shape that the positions present break (X12.6, relational conditions). A position is
 * told once, and not where its usage says the same: required elements are missing anyway, and where the guide does
 * not use an element, no note can ask for it.
 */
export function findNoteFaults(
  { table, notes }: Shapes,
  shape: number,
  present: number,
  tell: TellBits,
): void {
  const missing = (table[shape + REQUIRED_BITS] as number) & ~present;
  const unused = table[shape + UNUSED_BITS] as number;
  const stop = table[shape + NOTES_STOP] as number;
  let settled = missing | unused;
  for (let note = table[shape + NOTES_START] as number; note < stop; note += NOTE_LENGTH) {
    const kind = notes[note] as number;
    const all = notes[note + 1] as number;
    const first = notes[note + 2] as number;
    const met = present & all;
    if (kind === EXCLUSIVE) {
      const beyondFirst = met & (met - 1) & ~unused;
      if (beyondFirst !== 0) tell('element.excluded', beyondFirst);
      continue;
    }
    const open = all & ~settled;
    let lacking = 0;
    if (kind === PAIRED) lacking = met === 0 ? 0 : open & ~met;
    else if (kind === CONDITIONAL) lacking = (met & first) === 0 ? 0 : open & ~met;
    else if ((all & missing) !== 0) continue;
    else if (kind === AT_LEAST_ONE) lacking = met === 0 ? lowestBit(open) : 0;
    else if (kind === LIST_CONDITIONAL && met === first) lacking = lowestBit(open & ~first);
    if (lacking === 0) continue;
    settled |= lacking;
    tell('element.conditional-missing', lacking);
  }
}

/** Whether `findNoteFaults` may find something. It looks only at the notes, and so may say yes where nothing is told. */
export function isNoteBroken({ table, notes }: Shapes, shape: number, present: number): boolean {
  const stop = table[shape + NOTES_STOP] as number;
  for (let note = table[shape + NOTES_START] as number; note < stop; note += NOTE_LENGTH) {
    const kind = notes[note] as number;
    const all = notes[note + 1] as number;
    const first = notes[note + 2] as number;
    const met = present & all;
    if (kind === PAIRED) {
      if (met !== 0 && met !== all) return true;
    } else if (kind === CONDITIONAL) {
      if ((met & first) !== 0 && met !== all) return true;
    } else if (kind === AT_LEAST_ONE) {
      if (met === 0) return true;
    } else if (kind === LIST_CONDITIONAL) {
      if (met === first) return true;
    } else if ((met & (met - 1)) !== 0) return true;
  }
  return false;
}

function lowestBit(bits: number): number {
  return bits & -bits;
}
