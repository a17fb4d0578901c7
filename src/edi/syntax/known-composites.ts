import { RELEASE_CHARACTER } from './byte-classes.ts';
import type { SegmentCursor } from './segment-cursor.ts';
import * as tags from './tag.ts';

const { packView } = tags;

const WORD_BYTES = 4;
const WORDS_MAX = 7;
/** Of a key: the words of a composite, and behind them its length and the separator of its components. */
const KEY_BITS = 3;
const SLOT_BITS = 9;
const GOLDEN_RATIO = 0x9e37_79b1;

/**
 * What composites that were read before stand for: few in a file, however many lines it has, and to find it takes a part
 * of the time and none of the memory that making it again does. Each composite has one slot, where the last one stays,
 * so that a file of nothing but new ones fills no memory. What is kept is given out again and again: nobody changes it.
 */
export class KnownComposites<Value> {
  readonly #make: (segment: SegmentCursor, position: number) => Value;
  readonly #keys = new Int32Array(1 << (SLOT_BITS + KEY_BITS)).fill(-1);
  readonly #values: (Value | undefined)[] = Array.from({ length: 1 << SLOT_BITS }, () => undefined);
  /** The key that is looked for. */
  readonly #key = new Int32Array(1 << KEY_BITS);

  /** `make` makes of a composite what it stands for, out of nothing but its components. */
  constructor(make: (segment: SegmentCursor, position: number) => Value) {
    this.#make = make;
  }

  /** What element `position` stands for. */
  read(segment: SegmentCursor, position: number): Value {
    const start = segment.startOf(position);
    const stop = segment.stopOf(position);
    // Behind a release character a byte is no separator.
    const mayBeKnown =
      stop - start <= WORDS_MAX * WORD_BYTES && (segment.byteClasses & RELEASE_CHARACTER) === 0;
    if (!mayBeKnown) return this.#make(segment, position);
    const slot = this.#look(segment.view, start, stop, segment.delimiters.component);
    if (this.#isAt(slot, stop - start)) return this.#values[slot] as Value;
    const value = this.#make(segment, position);
    this.#keys.set(this.#key, slot << KEY_BITS);
    this.#values[slot] = value;
    return value;
  }

  /** Takes the key of the bytes `[start, stop)` of a view, and gives the slot that it chooses. */
  #look(view: DataView, start: number, stop: number, separator: number): number {
    const key = this.#key;
    // The length tells those apart that begin with bytes of zero.
    const last = (separator << 8) | (stop - start);
    key[WORDS_MAX] = last;
    let hash = last;
    let word = 0;
    for (let at = start; at < stop; at += WORD_BYTES) {
      const packed = packView(view, at, Math.min(at + WORD_BYTES, stop));
      key[word++] = packed;
      hash = Math.imul(hash ^ packed, GOLDEN_RATIO);
    }
    return hash >>> (32 - SLOT_BITS);
  }

  #isAt(slot: number, length: number): boolean {
    const keys = this.#keys;
    const at = slot << KEY_BITS;
    if (keys[at + WORDS_MAX] !== this.#key[WORDS_MAX]) return false;
    for (let word = 0; word * WORD_BYTES < length; word++) {
      if (keys[at + word] !== this.#key[word]) return false;
    }
    return true;
  }
}
