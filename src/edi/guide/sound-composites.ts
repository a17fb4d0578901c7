import * as tags from '../syntax/tag.ts';

const { packView } = tags;

/** Twelve bytes: a procedure with its qualifier and a modifier, a diagnosis. What is longer is looked at each time. */
const BYTES_MAX = 12;
const WORD_BYTES = 4;
/** A row: the three words, and what they are the words of. */
const KIND = 3;
const ROW_BITS = 2;
const SLOT_BITS = 8;
const GOLDEN_RATIO = 0x9e37_79b1;

/**
 * Composites that were found sound: a file has the same few procedures, diagnoses and places again and again, and to
 * know one takes a part of the time that it takes to look at its components. The last composite of a row is kept. A key is
 * looked for as `KnownCodes` does it, and not by one piece of code for both: shared, it took an 835's check 3 % longer.
 */
export class SoundComposites {
  readonly #rows = new Int32Array(1 << (SLOT_BITS + ROW_BITS));
  /** The composite that was last asked for and not known, and its row. */
  readonly #asked = new Int32Array(1 << ROW_BITS);
  #row = 0;

  /**
   * Whether the bytes `[start, stop)` of a view, which are not empty, were found sound for the shape of a composite whose
   * components are separated by `separator`.
   */
  has(shape: number, separator: number, view: DataView, start: number, stop: number): boolean {
    const length = stop - start;
    if (length > BYTES_MAX) return false;
    const isLong = length > WORD_BYTES;
    const isLonger = length > 2 * WORD_BYTES;
    const first = packView(view, start, isLong ? start + WORD_BYTES : stop);
    const second = isLong ? packView(view, start + WORD_BYTES, isLonger ? start + 2 * WORD_BYTES : stop) : 0;
    const third = isLonger ? packView(view, start + 2 * WORD_BYTES, stop) : 0;
    // The tables of a guide are shorter than 2^19; no length that is kept needs more than four bits.
    const kind = (shape << 12) | (separator << 4) | length;
    const mixed = first ^ Math.imul(second, 31) ^ Math.imul(third, 961) ^ kind;
    const row = (Math.imul(mixed, GOLDEN_RATIO) >>> (32 - SLOT_BITS)) << ROW_BITS;
    const rows = this.#rows;
    if (
      rows[row] === first &&
      rows[row + 1] === second &&
      rows[row + 2] === third &&
      rows[row + KIND] === kind
    ) {
      return true;
    }
    const asked = this.#asked;
    asked[0] = first;
    asked[1] = second;
    asked[2] = third;
    asked[KIND] = kind;
    this.#row = row;
    return false;
  }

  /** The composite that was last asked for, not known and no longer than twelve bytes is sound. */
  remember(length: number): void {
    if (length <= BYTES_MAX) this.#rows.set(this.#asked, this.#row);
  }
}
