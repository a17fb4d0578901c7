import { invariant } from '../../base/invariant.ts';
import type { Tag } from '../syntax/tag.ts';

/** Told for an identifier that is none of the table's. */
export const NO_SYMBOL = -1;

/** From how large a table without collisions is tried, to how large. */
const BITS_MIN = 6;
const BITS_MAX = 14;
const MULTIPLIERS_TRIED = 500;
const FIRST_PAIR = 2;
const GOLDEN_RATIO = 0x9e37_79b1;

/** Numbers the segment identifiers of a guide from 0, so that tables can be indexed by them. */
export class TagTable {
  readonly count: number;
  /**
   * A multiplier and a shift, and pairs of a tag and its number. A tag can only be at one place among them:
   * `(tag × multiplier) >>> shift`.
   */
  readonly #pairs: Int32Array;

  constructor(tags: readonly Tag[]) {
    const { multiplier, bits } = hashFor(tags);
    this.count = tags.length;
    this.#pairs = new Int32Array(FIRST_PAIR + (2 << bits)).fill(NO_SYMBOL);
    this.#pairs.set([multiplier, 32 - bits]);
    for (const [symbol, tag] of tags.entries()) {
      const place = Math.imul(tag, multiplier) >>> (32 - bits);
      this.#pairs.set([tag, symbol], FIRST_PAIR + place * 2);
    }
  }

  symbolOf(tag: Tag): number {
    const pairs = this.#pairs;
    const pair = (Math.imul(tag, pairs[0] as number) >>> (pairs[1] as number)) << 1;
    return pairs[pair + FIRST_PAIR] === tag ? (pairs[pair + FIRST_PAIR + 1] as number) : NO_SYMBOL;
  }
}

/** A multiplier under which no two tags have one place, in as small a table as one is found for. */
function hashFor(tags: readonly Tag[]): { readonly multiplier: number; readonly bits: number } {
  for (let bits = BITS_MIN; ; bits++) {
    invariant(bits <= BITS_MAX, 'the identifiers of a guide can be told apart by a multiplier');
    for (let attempt = 0; attempt < MULTIPLIERS_TRIED; attempt++) {
      const multiplier = Math.imul(GOLDEN_RATIO, attempt * 2 + 1);
      const places = new Set(tags.map((tag) => Math.imul(tag, multiplier) >>> (32 - bits)));
      if (places.size === tags.length) return { multiplier, bits };
    }
  }
}
