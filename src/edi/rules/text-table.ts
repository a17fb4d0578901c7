import { packView } from '../syntax/tag.ts';

/** Told where a text is not in the table, or the table is full. */
export const NO_NUMBER = -1;

const SLOTS_AT_FIRST = 64;
const WORDS_AT_FIRST = 256;
const WORD_BYTES = 4;
/** Before the first text: most tables never hold one. */
const NO_NUMBERS = new Int32Array(0);

const GOLDEN_RATIO = 0x9e37_79b1;

/**
 * Texts of a file, kept as integers of four bytes and numbered from 0 in the order in which they came: it makes no
 * string, and compares whole texts, so that none is ever taken for another. It grows with what it holds, up to `max`
 * texts; what comes later is not kept. Up to three bytes behind a text are read too.
 */
export class TextTable {
  readonly #max: number;
  #count = 0;
  /** Number + 1 of the text in each slot, 0 in free ones; a power of two of them, at most half filled. */
  #slots = NO_NUMBERS;
  /** The hash of each text. */
  #hashes = NO_NUMBERS;
  /** Each text as its length in bytes and its words, all behind each other; behind the last the one that is looked up. */
  #words = NO_NUMBERS;
  /** Where the texts stand in `#words`: text `n` is `[#ends[n], #ends[n + 1])`. */
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
    const hash = this.#stage(view, start, stop);
    return (this.#slots[this.#find(hash)] as number) - 1;
  }

  /** Keeps the text. Gives false when it had come before; true too for one that is left out because the table is full. */
  add(view: DataView, start: number, stop: number): boolean {
    if (this.#count < this.#max && this.#slots.length < (this.#count + 1) * 2) this.#grow();
    const hash = this.#stage(view, start, stop);
    const slot = this.#find(hash);
    if (this.#slots[slot] !== 0) return false;
    const count = this.#count;
    if (count === this.#max) return true;
    this.#hashes[count] = hash;
    this.#ends[count + 1] = (this.#ends[count] as number) + wordCount(start, stop);
    this.#slots[slot] = ++this.#count;
    return true;
  }

  /** Forgets all texts and keeps the room for as many. */
  clear(): void {
    if (this.#count === 0) return;
    this.#slots.fill(0);
    this.#count = 0;
  }

  /** Writes a text behind the last one, where it stays if it is kept. Gives its hash. */
  #stage(view: DataView, start: number, stop: number): number {
    let at = this.#ends[this.#count] as number;
    const end = at + wordCount(start, stop);
    if (end > this.#words.length) this.#words = enlarged(this.#words, end * 2);
    const words = this.#words;
    let hash = stop - start;
    words[at++] = hash;
    for (let i = start; at < end; i += WORD_BYTES) {
      const word = packView(view, i, Math.min(i + WORD_BYTES, stop));
      words[at++] = word;
      hash = Math.imul(hash ^ word, GOLDEN_RATIO);
      hash ^= hash >>> 15;
    }
    return hash;
  }

  /** The slot that holds the staged text, or the free one where it belongs. */
  #find(hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const number = this.#slots[slot] as number;
      if (number === 0 || (this.#hashes[number - 1] === hash && this.#isStaged(number - 1))) return slot;
      slot = (slot + 1) & mask;
    }
  }

  /** Whether a text is the staged one; where their lengths differ, so do their first words. */
  #isStaged(number: number): boolean {
    const words = this.#words;
    const stop = this.#ends[number + 1] as number;
    let staged = this.#ends[this.#count] as number;
    for (let i = this.#ends[number] as number; i < stop; i++) if (words[i] !== words[staged++]) return false;
    return true;
  }

  #grow(): void {
    const length = Math.max(SLOTS_AT_FIRST, this.#slots.length * 2);
    if (this.#words.length === 0) this.#words = new Int32Array(WORDS_AT_FIRST);
    this.#hashes = enlarged(this.#hashes, length / 2);
    this.#ends = enlarged(this.#ends, length / 2 + 1);
    this.#slots = new Int32Array(length);
    for (let number = 0; number < this.#count; number++) {
      let slot = (this.#hashes[number] as number) & (length - 1);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (length - 1);
      this.#slots[slot] = number + 1;
    }
  }
}

/** How many words a text takes, the one for its length counted. */
function wordCount(start: number, stop: number): number {
  return 1 + Math.ceil((stop - start) / WORD_BYTES);
}

function enlarged(numbers: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(numbers);
  return larger;
}
