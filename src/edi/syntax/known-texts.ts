import * as tags from './tag.ts';

const { packView } = tags;

/** As long as two integers: what is longer is not kept here. */
export const KNOWN_BYTES_MAX = 8;
const WORD_BYTES = 4;
const SLOT_BITS = 9;
/** Of a key: the two words, and the length, which tells texts apart that begin with bytes of zero. The fourth is free. */
const KEY_BITS = 2;
const GOLDEN_RATIO = 0x9e37_79b1;

/**
 * Short texts that were read before: codes, modifiers and units come again all the time, and one that is known costs
 * neither decoding nor memory. Each text has one slot, where the last one stays, so that a file of nothing but new
 * texts fills no memory.
 */
export class KnownTexts {
  readonly #keys = new Int32Array(1 << (SLOT_BITS + KEY_BITS));
  readonly #texts: string[] = Array.from({ length: 1 << SLOT_BITS }, () => '');
  #slot = 0;

  /**
   * The text of the bytes `[start, stop)` of a view, no more than `KNOWN_BYTES_MAX`; undefined where it is not known. Up to
   * four bytes behind it are read too.
   */
  find(view: DataView, start: number, stop: number): string | undefined {
    const length = stop - start;
    const isLong = length > WORD_BYTES;
    const first = packView(view, start, isLong ? start + WORD_BYTES : stop);
    const second = isLong ? packView(view, start + WORD_BYTES, stop) : 0;
    const slot = Math.imul(first ^ Math.imul(second, 31), GOLDEN_RATIO) >>> (32 - SLOT_BITS);
    const keys = this.#keys;
    const key = slot << KEY_BITS;
    // The text itself is not looked at, which takes as long as all of this.
    if (keys[key] === first && keys[key + 1] === second && keys[key + 2] === length) {
      return this.#texts[slot];
    }
    this.#slot = slot;
    keys[key] = first;
    keys[key + 1] = second;
    keys[key + 2] = length;
    this.#texts[slot] = '';
    return undefined;
  }

  /** What `find` was last asked for and did not know. */
  remember(text: string): void {
    this.#texts[this.#slot] = text;
  }
}
