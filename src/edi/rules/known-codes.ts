import { type DayNumber, NEVER } from '../codes/code-table.ts';
import type { Tag } from '../syntax/tag.ts';
import * as tags from '../syntax/tag.ts';

const { packView } = tags;

/** Codes repeat: a file has some ten reasons, some hundred procedures and as many diagnoses. */
const SLOT_BITS = 10;
/**
 * A row: the code, its qualifier and its element, its first day and the day when it ends. It fills half a line of the
 * cache.
 */
const ROW_BITS = 3;
const QUALIFIER = 3;
const ELEMENT = 4;
const FIRST_DAY = 5;
const END_DAY = 6;
/** Twelve bytes: a qualifier and a code, or a taxonomy. What is longer is looked up each time. */
export const KNOWN_BYTES_MAX = 12;
const GOLDEN_RATIO = 0x9e37_79b1;
const NO_ROW = -1;

/**
 * Codes of elements that have been looked up, with the days between which they are valid, so that one that comes again
 * costs a comparison. The last code of a row is kept.
 */
export class KnownCodes {
  readonly #rows = new Int32Array(1 << (SLOT_BITS + ROW_BITS));
  readonly #key = new Int32Array(ELEMENT + 1);
  #row = NO_ROW;

  /**
   * Whether the bytes `[start, stop)` of a view, beside a qualifier, are a code of an element (by any number) that is
   * known to be valid on a day; on every day, where it is 0.
   */
  isValid(
    element: number,
    view: DataView,
    start: number,
    stop: number,
    qualifier: Tag,
    day: DayNumber,
  ): boolean {
    this.#row = NO_ROW;
    const length = stop - start;
    if (length > KNOWN_BYTES_MAX) return false;
    const first = packView(view, start, length > 4 ? start + 4 : stop);
    const second = length > 4 ? packView(view, start + 4, length > 8 ? start + 8 : stop) : 0;
    const third = length > 8 ? packView(view, start + 8, stop) : 0;
    const mixed = first ^ Math.imul(second, 31) ^ Math.imul(third, 961) ^ (qualifier << 5) ^ (element << 16);
    const row = (Math.imul(mixed, GOLDEN_RATIO) >>> (32 - SLOT_BITS)) << ROW_BITS;
    const rows = this.#rows;
    if (
      rows[row] === first &&
      rows[row + 1] === second &&
      rows[row + 2] === third &&
      rows[row + QUALIFIER] === qualifier &&
      rows[row + ELEMENT] === element
    ) {
      return (rows[row + FIRST_DAY] as number) <= day && day < (rows[row + END_DAY] as number);
    }
    const key = this.#key;
    key[0] = first;
    key[1] = second;
    key[2] = third;
    key[QUALIFIER] = qualifier;
    key[ELEMENT] = element;
    this.#row = row;
    return false;
  }

  /** The code that was last asked for and not known is valid from one day to before another. */
  remember(firstDay: DayNumber, endDay: DayNumber): void {
    if (this.#row === NO_ROW) return;
    this.#rows.set(this.#key, this.#row);
    // What has an end is not valid on every day, though it always was.
    this.#rows[this.#row + FIRST_DAY] = endDay === NEVER ? firstDay : Math.max(firstDay, 1);
    this.#rows[this.#row + END_DAY] = endDay;
  }
}
