import { parseCentsBytes } from '../../base/money.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import type { Tag } from '../syntax/tag.ts';
import { type CodeLists, isListed } from './code-lists.ts';
import {
  AMOUNT,
  CODE,
  DATE,
  DATE_BY_FORMAT,
  DECIMAL,
  FORM,
  INTEGER,
  MAX_SHIFT,
  MIN_MASK,
  MIN_SHIFT,
  REFERENCE,
  TIME,
  TYPE_MASK,
} from './compile-shapes.ts';
import { dateByFormatFault } from './date-formats.ts';
import {
  type ContentFault,
  decimalFault,
  hasForeignByte,
  integerFault,
  isBlank,
  isDay,
  isTime,
  lengthFault,
} from './element-content.ts';

const SPACE = 0x20;

/** Checks what a simple element or component holds, by its row of the shapes. */
export class ContentChecker {
  readonly #table: Int32Array;
  readonly #lists: CodeLists;

  constructor(table: Int32Array, lists: CodeLists) {
    this.#table = table;
    this.#lists = lists;
  }

  /**
   * What is wrong with bytes `[start, stop)`, which are not empty; one fault at most. `mayBeForeign` when the segment
   * holds a byte that is not ordinary data; `format` is the code that says how a date is written.
   */
  find(
    row: number,
    segment: SegmentCursor,
    start: number,
    stop: number,
    mayBeForeign: boolean,
    format: Tag,
  ): ContentFault {
    const form = this.#table[row + FORM] as number;
    const { view } = segment;
    const min = (form >> MIN_SHIFT) & MIN_MASK;
    const max = form >> MAX_SHIFT;
    const foreign = mayBeForeign ? segment.delimiters.component : undefined;
    switch (form & TYPE_MASK) {
      case CODE: {
        const list = this.#table[row + REFERENCE] as number;
        if (isListed(this.#lists, list, view, start, stop)) return undefined;
        return characterFault(view, start, stop, foreign) ?? 'element.code-not-in-list';
      }
      case AMOUNT:
        return amountFault(segment, start, stop, min, max);
      case DECIMAL:
        return decimalFault(view, start, stop, min, max);
      case INTEGER:
        return integerFault(view, start, stop, min, max);
      case DATE:
        return isDay(view, start, stop) && stop - start >= min && stop - start <= max
          ? undefined
          : 'element.date-invalid';
      case TIME:
        return isTime(view, start, stop) && stop - start <= max ? undefined : 'element.time-invalid';
      case DATE_BY_FORMAT:
        return (
          dateByFormatFault(format, view, start, stop) ??
          characterFault(view, start, stop, foreign) ??
          lengthFault(stop - start, min, max)
        );
      default:
        return characterFault(view, start, stop, foreign) ?? lengthFault(stop - start, min, max);
    }
  }
}

/** `foreign` is the component separator where the segment holds bytes that are no ordinary data, else undefined. */
function characterFault(
  view: DataView,
  start: number,
  stop: number,
  foreign: number | undefined,
): ContentFault {
  const isInvalid =
    (view.getUint8(start) === SPACE && isBlank(view, start, stop)) ||
    (foreign !== undefined && hasForeignByte(view, start, stop, foreign));
  return isInvalid ? 'element.character-invalid' : undefined;
}

/** Money: a decimal of whole cents. Where it cannot be told in cents it is no amount, whatever its form. */
function amountFault(
  { bytes, view }: SegmentCursor,
  start: number,
  stop: number,
  min: number,
  max: number,
): ContentFault {
  const isAmount = parseCentsBytes(bytes, start, stop) !== undefined;
  // Sign and point do not count, so that a text within the limits is a number within them.
  if (isAmount && min <= 1 && stop - start <= max) return undefined;
  const fault = decimalFault(view, start, stop, min, max);
  if (fault === 'element.number-invalid') return 'element.amount-invalid';
  return fault ?? (isAmount ? undefined : 'element.amount-invalid');
}
