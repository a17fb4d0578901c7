import * as classes from '../syntax/byte-classes.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import * as tags from '../syntax/tag.ts';
import * as lists from './code-lists.ts';
import { isPackedCode } from './code-lists.ts';
import type { Shapes } from './compile-shapes.ts';
import * as layout from './compile-shapes.ts';
import { dateByFormatFault } from './date-formats.ts';
import { isDay, isTime } from './element-content.ts';
import { isNoteBroken } from './syntax-notes.ts';

const {
  AMOUNT,
  CODE,
  COMPOSITE,
  DATE,
  DATE_BY_FORMAT,
  FORM,
  HEAD_LENGTH,
  INTEGER,
  LAST_CODE,
  LAST_SOUND_BITS,
  MAX_SHIFT,
  MIN_MASK,
  MIN_SHIFT,
  REFERENCE,
  REQUIRED_BITS,
  ROW_COUNT,
  ROW_LENGTH,
  TEXT,
  TIME,
  TYPE_MASK,
  UNUSED_BITS,
} = layout;
const { COMPONENT_SEPARATOR } = classes;
const { PACKED_LENGTH_MAX } = lists;
const { packView } = tags;

const SPACE = 0x20;
const DASH = 0x2d;
const POINT = 0x2e;
const DIGIT_ZERO = 0x30;
const CENTS_DECIMALS = 2;
/** With so many digits an amount stays in the safe range of cents, whatever they are. */
const CENTS_DIGITS_MAX = 13;

/**
 * Whether something may be wrong with the elements of a segment, told fast: nearly all segments are sound, and this alone
 * decides how fast a file is checked. What is suspect may also be no more than unusual (repetitions, a byte outside the
 * character set): an `ElementChecker` looks at it closely. What stands before element `first` is known to be sound, and
 * to be there.
 */
export function isSuspectSegment(
  shapes: Shapes,
  codes: Int32Array,
  shape: number,
  segment: SegmentCursor,
  first = 1,
): boolean {
  const { table, soundComposites } = shapes;
  const { view, offsets, elementCount, byteClasses } = segment;
  if (elementCount > (table[shape + ROW_COUNT] as number) || byteClasses > COMPONENT_SEPARATOR) return true;
  // Nothing may stand behind the last element that holds something.
  const lastStop = ((offsets[(elementCount + 1) | 0] as number) - 1) | 0;
  if (elementCount === 0 || lastStop <= (offsets[elementCount] as number)) return true;
  const separator = segment.delimiters.component;
  const rows = (shape + HEAD_LENGTH - ROW_LENGTH) | 0;
  let present = (first - 1) | 0;
  for (let element = first | 0; element <= elementCount; element = (element + 1) | 0) {
    const start = offsets[element] as number;
    const stop = ((offsets[(element + 1) | 0] as number) - 1) | 0;
    if (stop > start) {
      const row = (rows + Math.imul(element, ROW_LENGTH)) | 0;
      const form = table[row + FORM] as number;
      const type = form & TYPE_MASK;
      present |= 1 << (element - 1);
      if (type === TEXT) {
        if (!isSoundText(form, view, start, stop)) return true;
        if (byteClasses !== 0 && isIn(separator, view, start, stop)) return true;
      } else if (type === CODE) {
        if (!isSoundCode(table, row, codes, view, start, stop)) return true;
      } else if (type === COMPOSITE) {
        const inner = table[row + REFERENCE] as number;
        if (!soundComposites.has(inner, separator, view, start, stop)) {
          if (!isSoundComposite(shapes, codes, inner, view, start, stop, separator)) return true;
          soundComposites.remember(stop - start);
        }
      } else if (type === DATE_BY_FORMAT) {
        const format = table[row + REFERENCE] as number;
        const formatStart = offsets[format] as number;
        const formatStop = (offsets[format + 1] as number) - 1;
        if (!isSoundDate(form, view, start, stop, formatStart, formatStop)) return true;
      } else if (type === DATE || type === TIME) {
        if (!isSoundTime(form, view, start, stop)) return true;
      } else if (!isSoundNumber(form, view, start, stop)) return true;
    }
  }
  return !isSoundPresence(shapes, shape, present);
}

function isSoundComposite(
  shapes: Shapes,
  codes: Int32Array,
  shape: number,
  view: DataView,
  elementStart: number,
  elementStop: number,
  separator: number,
): boolean {
  const { table } = shapes;
  const rowsStop = shape + HEAD_LENGTH + (table[shape + ROW_COUNT] as number) * ROW_LENGTH;
  let present = 0;
  let bit = 1;
  let start = elementStart;
  let formatStart = start;
  let formatStop = start;
  for (let row = shape + HEAD_LENGTH; row < rowsStop; row += ROW_LENGTH) {
    let stop = start;
    while (stop < elementStop && view.getUint8(stop) !== separator) stop++;
    if (stop > start) {
      const form = table[row + FORM] as number;
      const type = form & TYPE_MASK;
      present |= bit;
      if (type === TEXT) {
        if (!isSoundText(form, view, start, stop)) return false;
      } else if (type === CODE) {
        if (!isSoundCode(table, row, codes, view, start, stop)) return false;
      } else if (type === DATE_BY_FORMAT) {
        if (!isSoundDate(form, view, start, stop, formatStart, formatStop)) return false;
      } else if (type === DATE || type === TIME) {
        if (!isSoundTime(form, view, start, stop)) return false;
      } else if (!isSoundNumber(form, view, start, stop)) return false;
    } else if (stop === elementStop) return false;
    if (stop === elementStop) return isSoundPresence(shapes, shape, present);
    // In a composite the format qualifier stands right before its date.
    formatStart = start;
    formatStop = stop;
    start = stop + 1;
    bit <<= 1;
  }
  return false;
}

/** `present` as bits: what is required is there, what is not used is not, and no note is broken. */
function isSoundPresence(shapes: Shapes, shape: number, present: number): boolean {
  const { table } = shapes;
  if (present === table[shape + LAST_SOUND_BITS]) return true;
  if (((table[shape + REQUIRED_BITS] as number) & ~present) !== 0) return false;
  if (((table[shape + UNUSED_BITS] as number) & present) !== 0) return false;
  if (isNoteBroken(shapes, shape, present)) return false;
  table[shape + LAST_SOUND_BITS] = present;
  return true;
}

function isSoundText(form: number, view: DataView, start: number, stop: number): boolean {
  const length = stop - start;
  return (
    length >= ((form >> MIN_SHIFT) & MIN_MASK) &&
    length <= form >> MAX_SHIFT &&
    view.getUint8(start) !== SPACE
  );
}

function isSoundCode(
  table: Int32Array,
  row: number,
  codes: Int32Array,
  view: DataView,
  start: number,
  stop: number,
): boolean {
  if (stop - start > PACKED_LENGTH_MAX) return false;
  const code = packView(view, start, stop);
  if (code === table[row + LAST_CODE]) return true;
  if (!isPackedCode(codes, table[row + REFERENCE] as number, code)) return false;
  table[row + LAST_CODE] = code;
  return true;
}

/** A date or a time of day. */
function isSoundTime(form: number, view: DataView, start: number, stop: number): boolean {
  const length = stop - start;
  if (length > form >> MAX_SHIFT) return false;
  if ((form & TYPE_MASK) === TIME) return isTime(view, start, stop);
  return length >= ((form >> MIN_SHIFT) & MIN_MASK) && isDay(view, start, stop);
}

/** Digits, as many as allowed, after a minus sign or none; but in an integer with a point, in an amount one of cents. */
function isSoundNumber(form: number, view: DataView, start: number, stop: number): boolean {
  const type = form & TYPE_MASK;
  const first = view.getUint8(start) === DASH ? start + 1 : start;
  let i = first;
  while (i < stop && (view.getUint8(i) - DIGIT_ZERO) >>> 0 <= 9) i++;
  let digits = i - first;
  if (i < stop) {
    if (type === INTEGER || view.getUint8(i) !== POINT) return false;
    const decimals = stop - i - 1;
    for (i++; i < stop; i++) if ((view.getUint8(i) - DIGIT_ZERO) >>> 0 > 9) return false;
    if (type === AMOUNT && decimals > CENTS_DECIMALS) return false;
    digits += decimals;
  }
  if (digits === 0 || digits < ((form >> MIN_SHIFT) & MIN_MASK) || digits > form >> MAX_SHIFT) return false;
  return type !== AMOUNT || digits <= CENTS_DIGITS_MAX;
}

function isSoundDate(
  form: number,
  view: DataView,
  start: number,
  stop: number,
  formatStart: number,
  formatStop: number,
): boolean {
  const length = stop - start;
  const formatLength = formatStop - formatStart;
  if (formatLength < 1 || formatLength > PACKED_LENGTH_MAX || view.getUint8(start) === SPACE) return false;
  if (length < ((form >> MIN_SHIFT) & MIN_MASK) || length > form >> MAX_SHIFT) return false;
  return dateByFormatFault(packView(view, formatStart, formatStop), view, start, stop) === undefined;
}

function isIn(byte: number, view: DataView, start: number, stop: number): boolean {
  for (let i = start; i < stop; i++) if (view.getUint8(i) === byte) return true;
  return false;
}
