import type { ProblemCode } from '../problems.ts';
import { packView } from '../syntax/tag.ts';

/** What is wrong with the bytes of an element or component, undefined when nothing is. */
export type ContentFault = ProblemCode | undefined;

const SPACE = 0x20;
const LAST_PRINTABLE = 0x7e;
const DIGIT_ZERO = 0x30;
const DASH = 0x2d;
const POINT = 0x2e;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const YEAR_MIN = 1800;
/** '20' as the first two of four packed bytes. */
const TWENTIETH_CENTURY = 0x3230_0000;

/** Whether a text holds a byte outside X12's character sets, or the separator of components (interpretation 2026). */
export function hasForeignByte(view: DataView, start: number, stop: number, component: number): boolean {
  for (let i = start; i < stop; i++) {
    const byte = view.getUint8(i);
    if (byte < SPACE || byte > LAST_PRINTABLE || byte === component) return true;
  }
  return false;
}

/** Whether a text is nothing but spaces, which X12 holds for invalid and not for empty (interpretations 46, 2144). */
export function isBlank(view: DataView, start: number, stop: number): boolean {
  let i = start;
  while (i < stop && view.getUint8(i) === SPACE) i++;
  return i === stop;
}

/** Type R: a sign only when negative, digits with at most one point among them; no exponent. Only digits are counted. */
export function decimalFault(
  view: DataView,
  start: number,
  stop: number,
  min: number,
  max: number,
): ContentFault {
  let digits = 0;
  let points = 0;
  for (let i = view.getUint8(start) === DASH ? start + 1 : start; i < stop; i++) {
    const byte = view.getUint8(i);
    if (isDigit(byte)) digits++;
    else if (byte === POINT && points === 0) points++;
    else return 'element.number-invalid';
  }
  if (digits === 0) return 'element.number-invalid';
  return lengthFault(digits, min, max);
}

/** Type N: a sign only when negative, and digits. */
export function integerFault(
  view: DataView,
  start: number,
  stop: number,
  min: number,
  max: number,
): ContentFault {
  const first = view.getUint8(start) === DASH ? start + 1 : start;
  if (first === stop || !areDigits(view, first, stop)) return 'element.number-invalid';
  return lengthFault(stop - first, min, max);
}

export function lengthFault(length: number, min: number, max: number): ContentFault {
  if (length > max) return 'element.too-long';
  return length < min ? 'element.too-short' : undefined;
}

/** CCYYMMDD, or YYMMDD: a day of the calendar. */
export function isDay(view: DataView, start: number, stop: number): boolean {
  const length = stop - start;
  if (length !== 8 && length !== 6) return false;
  // Of a year without its century only the leap day matters: every fourth year has it from 1901 to 2099.
  const year =
    length === 8
      ? fourDigits(packView(view, start, start + 4))
      : fourDigits(TWENTIETH_CENTURY | packView(view, start, start + 2));
  const monthAndDay = fourDigits(packView(view, stop - 4, stop));
  if (year < YEAR_MIN || monthAndDay < 0) return false;
  const month = (monthAndDay / 100) | 0;
  const day = monthAndDay - month * 100;
  if (month < 1 || month > 12 || day < 1) return false;
  if (day <= 28) return true;
  const isLeapDay = month === 2 && day === 29;
  if (isLeapDay) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (DAYS_IN_MONTH[month - 1] as number);
}

/** Four packed bytes as a number, all at once; -1 where one of them is no digit. */
function fourDigits(packed: number): number {
  const digits = packed ^ 0x3030_3030;
  // A byte from 0 to 9 stays below 0x80 when 0x76 is added, and so does none of the others that are below it now.
  if (((digits | (digits + 0x7676_7676)) & 0x8080_8080) !== 0) return -1;
  return (digits >> 24) * 1000 + ((digits >> 16) & 0xf) * 100 + ((digits >> 8) & 0xf) * 10 + (digits & 0xf);
}

/** HHMM, HHMMSS, HHMMSSD or HHMMSSDD (X12.6, type TM). */
export function isTime(view: DataView, start: number, stop: number): boolean {
  const length = stop - start;
  if (length < 4 || length > 8 || length === 5 || !areDigits(view, start, stop)) return false;
  if (pair(view, start) > 23 || pair(view, start + 2) > 59) return false;
  return length === 4 || pair(view, start + 4) <= 59;
}

export function areDigits(view: DataView, start: number, stop: number): boolean {
  for (let i = start; i < stop; i++) if (!isDigit(view.getUint8(i))) return false;
  return true;
}

function isDigit(byte: number): boolean {
  return byte >= DIGIT_ZERO && byte <= 0x39;
}

/** Two digits as a number. */
function pair(view: DataView, start: number): number {
  return (view.getUint8(start) - DIGIT_ZERO) * 10 + view.getUint8(start + 1) - DIGIT_ZERO;
}
