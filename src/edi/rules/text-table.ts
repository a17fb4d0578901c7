/** Told where a text is not in the table, or the table is full. */
export const NO_NUMBER = -1;

const SLOTS_AT_FIRST = 64;
const BYTES_AT_FIRST = 512;
/** Before the first text: most tables never hold one. */
const NO_NUMBERS = new Int32Array(0);
const NO_BYTES = new Uint8Array(0);

const FNV_BASIS = 0x811c_9dc5;
const FNV_PRIME = 0x0100_0193;

/**
 * Texts of a file, kept as bytes and numbered from 0 in the order in which they came: it makes no string, and compares
 * whole texts, so that none is ever taken for another. It grows with what it holds, up to `max` texts; what comes later
 * is not kept.
 */
export class TextTable {
  readonly #max: number;
  #count = 0;
  /** Number + 1 of the text in each slot, 0 in free ones; a power of two of them, at most half filled. */
  #slots = NO_NUMBERS;
  #bytes = NO_BYTES;
  /** Where the texts stand in `#bytes`: text `n` is `[#ends[n], #ends[n + 1])`. */
  #ends = NO_NUMBERS;

  constructor(max: number) {
    this.#max = max;
  }

  get count(): number {
    return this.#count;
  }

  /** The number of the text `bytes[start, stop)`, `NO_NUMBER` when it has not come before. */
  numberOf(bytes: Uint8Array, start: number, stop: number): number {
    if (this.#count === 0) return NO_NUMBER;
    return (this.#slots[this.#find(bytes, start, stop)] as number) - 1;
  }

  /** Keeps the text. Gives false when it had come before; true too for one that is left out because the table is full. */
  add(bytes: Uint8Array, start: number, stop: number): boolean {
    if (this.#count < this.#max && this.#slots.length < (this.#count + 1) * 2) this.#grow();
    const slot = this.#find(bytes, start, stop);
    if (this.#slots[slot] !== 0) return false;
    if (this.#count === this.#max) return true;
    const from = this.#ends[this.#count] as number;
    const to = from + stop - start;
    if (to > this.#bytes.length) this.#bytes = enlarged(this.#bytes, to * 2);
    for (let i = start; i < stop; i++) this.#bytes[from + i - start] = bytes[i] as number;
    this.#ends[++this.#count] = to;
    this.#slots[slot] = this.#count;
    return true;
  }

  /** Forgets all texts and keeps the room for as many. */
  clear(): void {
    if (this.#count === 0) return;
    this.#slots.fill(0);
    this.#count = 0;
  }

  /** The slot that holds the text, or the free one where it belongs. */
  #find(bytes: Uint8Array, start: number, stop: number): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(bytes, start, stop) & mask;
    for (;;) {
      const number = this.#slots[slot] as number;
      if (number === 0 || this.#holds(number - 1, bytes, start, stop)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #holds(number: number, bytes: Uint8Array, start: number, stop: number): boolean {
    const from = this.#ends[number] as number;
    if ((this.#ends[number + 1] as number) - from !== stop - start) return false;
    for (let i = start; i < stop; i++) if (this.#bytes[from + i - start] !== bytes[i]) return false;
    return true;
  }

  #grow(): void {
    const length = Math.max(SLOTS_AT_FIRST, this.#slots.length * 2);
    if (this.#bytes.length === 0) this.#bytes = new Uint8Array(BYTES_AT_FIRST);
    const ends = new Int32Array(length / 2 + 1);
    ends.set(this.#ends);
    this.#ends = ends;
    this.#slots = new Int32Array(length);
    for (let number = 0; number < this.#count; number++) {
      const slot = this.#find(this.#bytes, ends[number] as number, ends[number + 1] as number);
      this.#slots[slot] = number + 1;
    }
  }
}

function enlarged(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array, start: number, stop: number): number {
  let hash = FNV_BASIS;
  for (let i = start; i < stop; i++) hash = Math.imul(hash ^ (bytes[i] as number), FNV_PRIME);
  return hash ^ (hash >>> 15);
}
