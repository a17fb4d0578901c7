import { type DayNumber, NEVER } from '../codes/code-table.ts';

import { packView, type Tag } from '../syntax/tag.ts';

/** Codes of one element repeat: a file has some ten reasons and some hundred procedures. */
const SLOT_BITS = 8;
const KEY_LENGTH = 4;
/** Twelve bytes: a qualifier and a code, or a taxonomy. What is longer is looked up each time. */
const BYTES_MAX = 12;
const GOLDEN_RATIO = 0x9e37_79b1;

/**
 * Codes of one element that have been looked up, with the days between which they are valid, so that one that comes
 * again costs a comparison. The last code of a slot is kept.
 */
export class KnownCodes {
  readonly #keys = new Int32Array(KEY_LENGTH << SLOT_BITS);
  readonly #firstDays = new Int32Array(1 << SLOT_BITS);
  readonly #endDays = new Int32Array(1 << SLOT_BITS);
  readonly #key = new Int32Array(KEY_LENGTH);
  #slot = -1;

  /**
   * Whether the bytes `[start, stop)` of a view, beside a qualifier are a code that is known to be valid on a day; on every day,
   * where it is 0.
   */
  isValid(view: DataView, start: number, stop: number, qualifier: Tag, day: DayNumber): boolean {
    this.#slot = -1;
    if (stop - start > BYTES_MAX) return false;
    const first = packView(view, start, Math.min(stop, start + 4));
    const second = stop > start + 4 ? packView(view, start + 4, Math.min(stop, start + 8)) : 0;
    const third = stop > start + 8 ? packView(view, start + 8, stop) : 0;
    const mixed = first ^ Math.imul(second, 31) ^ Math.imul(third, 961) ^ (qualifier << 5);
    const slot = Math.imul(mixed, GOLDEN_RATIO) >>> (32 - SLOT_BITS);
    const keys = this.#keys;
    const row = slot * KEY_LENGTH;
    if (
      keys[row] === first &&
      keys[row + 1] === second &&
      keys[row + 2] === third &&
      keys[row + 3] === qualifier
    ) {
      return (this.#firstDays[slot] as number) <= day && day < (this.#endDays[slot] as number);
    }
    this.#key[0] = first;
    this.#key[1] = second;
    this.#key[2] = third;
    this.#key[3] = qualifier;
    this.#slot = slot;
    return false;
  }

  /** The code that was last asked for and not known is valid from one day to before another. */
  remember(firstDay: DayNumber, endDay: DayNumber): void {
    if (this.#slot < 0) return;
    this.#keys.set(this.#key, this.#slot * KEY_LENGTH);
    // What has an end is not valid on every day, though it always was.
    this.#firstDays[this.#slot] = endDay === NEVER ? firstDay : Math.max(firstDay, 1);
    this.#endDays[this.#slot] = endDay;
  }
}
