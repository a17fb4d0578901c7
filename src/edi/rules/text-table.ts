import { packView } from '../syntax/tag.ts';

/** Told where a text is not in the table, or the table is full. */
export const NO_NUMBER = -1;

const SLOTS_AT_FIRST = 64;
const ENDS_AT_FIRST = 32;
const WORDS_AT_FIRST = 256;
const WORD_BYTES = 4;
/** Before the first text: most tables never hold one. */
const NO_NUMBERS = new Int32Array(0);

const GOLDEN_RATIO = 0x9e37_79b1;

/**
 * Texts of a file, kept as integers of four bytes and numbered from 0 in the order in which they came: it makes no
 * string, and compares whole texts, so that none is ever taken for another. It grows with what it holds, up to `max`
 * texts; what comes later is not kept. Up to three bytes behind a text are read too.
 *
 * Most numbers of a file ascend. As long as they do, one that is above the last is known to be new, and nothing is looked
 * up; with the first that is not, all are put into slots.
 */
export class TextTable {
  readonly #max: number;
  #count = 0;
  #isAscending = true;
  /** Number + 1 of the text in each slot, 0 in free ones; a power of two of them, at most half filled. */
  #slots = NO_NUMBERS;
  /** Each text as its length in bytes and its words, all behind each other; behind the last the one that is looked up. */
  #words = NO_NUMBERS;
  /** Where the texts stand in `#words`: text `n` is `[#ends[n], #ends[n + 1])`, the one that is looked up text `#count`. */
  #ends = NO_NUMBERS;

  constructor(max: number) {
    this.#max = max;
  }

  get count(): number {
    return this.#count;
  }

  /** The number of the text in the bytes `[start, stop)` of a view, `NO_NUMBER` when it has not come before. */
  numberOf(view: DataView, start: number, stop: number): number {
    if (this.#count === 0) return NO_NUMBER;
    this.#stage(view, start, stop);
    if (this.#isAscending) this.#fillSlots();
    return (this.#slots[this.#find(this.#count)] as number) - 1;
  }

  /** Keeps the text. Gives false when it had come before; true too for one that is left out because the table is full. */
  add(view: DataView, start: number, stop: number): boolean {
    this.#stage(view, start, stop);
    const count = this.#count;
    if (this.#isAscending && this.#isAscendingTo(count)) {
      if (count < this.#max) this.#count++;
      return true;
    }
    if (this.#isAscending || this.#slots.length < this.#slotCountMin()) this.#fillSlots();
    const slot = this.#find(count);
    if (this.#slots[slot] !== 0) return false;
    if (count < this.#max) this.#slots[slot] = ++this.#count;
    return true;
  }

  /** Forgets all texts and keeps the room for as many. */
  clear(): void {
    this.#count = 0;
    if (this.#isAscending) return;
    this.#slots.fill(0);
    this.#isAscending = true;
  }

  /** Writes a text behind the last one, where it stays if it is kept. */
  #stage(view: DataView, start: number, stop: number): void {
    const count = this.#count;
    if (this.#ends.length < count + 2) {
      this.#ends = enlarged(this.#ends, Math.max(ENDS_AT_FIRST, this.#ends.length * 2));
    }
    let at = this.#ends[count] as number;
    const end = at + 1 + Math.ceil((stop - start) / WORD_BYTES);
    if (end > this.#words.length) this.#words = enlarged(this.#words, Math.max(WORDS_AT_FIRST, end * 2));
    const words = this.#words;
    words[at++] = stop - start;
    for (let i = start; at < end; i += WORD_BYTES) {
      words[at++] = packView(view, i, Math.min(i + WORD_BYTES, stop));
    }
    this.#ends[count + 1] = end;
  }

  /** Whether a text is above the one before it: longer, or as long with a greater word where they first differ. */
  #isAscendingTo(text: number): boolean {
    if (text === 0) return true;
    const words = this.#words;
    const stop = this.#ends[text] as number;
    let at = stop;
    for (let i = this.#ends[text - 1] as number; i < stop; i++) {
      const word = words[at++] as number;
      if (word !== words[i]) return word > (words[i] as number);
    }
    return false;
  }

  /** With one text more, if one more may be kept. */
  #slotCountMin(): number {
    return Math.min(this.#count + 1, this.#max) * 2;
  }

  /** Puts all texts into slots, with room for one more. */
  #fillSlots(): void {
    let length = Math.max(SLOTS_AT_FIRST, this.#slots.length);
    while (length < this.#slotCountMin()) length *= 2;
    if (length > this.#slots.length) this.#slots = new Int32Array(length);
    this.#isAscending = false;
    for (let text = 0; text < this.#count; text++) this.#slots[this.#find(text)] = text + 1;
  }

  /** The slot that holds the same as a text, or the free one where it belongs. */
  #find(text: number): number {
    const mask = this.#slots.length - 1;
    let slot = this.#hashOf(text) & mask;
    for (;;) {
      const number = this.#slots[slot] as number;
      if (number === 0 || this.#isSame(number - 1, text)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #hashOf(text: number): number {
    const words = this.#words;
    const stop = this.#ends[text + 1] as number;
    let hash = 0;
    for (let i = this.#ends[text] as number; i < stop; i++) {
      hash = Math.imul(hash ^ (words[i] as number), GOLDEN_RATIO);
      hash ^= hash >>> 15;
    }
    return hash;
  }

  /** Where the lengths of texts differ, so do their first words. */
  #isSame(one: number, other: number): boolean {
    const words = this.#words;
    const stop = this.#ends[one + 1] as number;
    let at = this.#ends[other] as number;
    for (let i = this.#ends[one] as number; i < stop; i++) if (words[i] !== words[at++]) return false;
    return true;
  }
}

function enlarged(numbers: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(numbers);
  return larger;
}
