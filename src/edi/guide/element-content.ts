import type { ProblemCode } from '../problems.ts';

/** What is wrong with the bytes of an element or component, undefined when nothing is. */
export type ContentFault = ProblemCode | undefined;

const SPACE = 0x20;
const LAST_PRINTABLE = 0x7e;
const DIGIT_ZERO = 0x30;
const DASH = 0x2d;
const POINT = 0x2e;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const YEAR_MIN = 1800;

/** Whether a text holds a byte outside X12's character sets, or the separator of components (interpretation 2026). */
export function hasForeignByte(bytes: Uint8Array, start: number, stop: number, component: number): boolean {
  for (let i = start; i < stop; i++) {
    const byte = bytes[i] as number;
    if (byte < SPACE || byte > LAST_PRINTABLE || byte === component) return true;
  }
  return false;
}

/** Whether a text is nothing but spaces, which X12 holds for invalid and not for empty (interpretations 46, 2144). */
export function isBlank(bytes: Uint8Array, start: number, stop: number): boolean {
  let i = start;
  while (i < stop && bytes[i] === SPACE) i++;
  return i === stop;
}

/** Type R: a sign only when negative, digits with at most one point among them; no exponent. Only digits are counted. */
export function decimalFault(
  bytes: Uint8Array,
  start: number,
  stop: number,
  min: number,
  max: number,
): ContentFault {
  let digits = 0;
  let points = 0;
  for (let i = bytes[start] === DASH ? start + 1 : start; i < stop; i++) {
    const byte = bytes[i] as number;
    if (isDigit(byte)) digits++;
    else if (byte === POINT && points === 0) points++;
    else return 'element.number-invalid';
  }
  if (digits === 0) return 'element.number-invalid';
  return lengthFault(digits, min, max);
}

/** Type N: a sign only when negative, and digits. */
export function integerFault(
  bytes: Uint8Array,
  start: number,
  stop: number,
  min: number,
  max: number,
): ContentFault {
  const first = bytes[start] === DASH ? start + 1 : start;
  if (first === stop || !areDigits(bytes, first, stop)) return 'element.number-invalid';
  return lengthFault(stop - first, min, max);
}

export function lengthFault(length: number, min: number, max: number): ContentFault {
  if (length > max) return 'element.too-long';
  return length < min ? 'element.too-short' : undefined;
}

/** CCYYMMDD, or YYMMDD: a day of the calendar. */
export function isDay(bytes: Uint8Array, start: number, stop: number): boolean {
  const length = stop - start;
  if ((length !== 8 && length !== 6) || !areDigits(bytes, start, stop)) return false;
  // Of a year without its century only the leap day matters: every fourth year has it from 1901 to 2099.
  const year = length === 8 ? pair(bytes, start) * 100 + pair(bytes, start + 2) : 2000 + pair(bytes, start);
  const month = pair(bytes, stop - 4);
  const day = pair(bytes, stop - 2);
  if (year < YEAR_MIN || month < 1 || month > 12 || day < 1) return false;
  const isLeapDay = month === 2 && day === 29;
  if (isLeapDay) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (DAYS_IN_MONTH[month - 1] as number);
}

/** HHMM, HHMMSS, HHMMSSD or HHMMSSDD (X12.6, type TM). */
export function isTime(bytes: Uint8Array, start: number, stop: number): boolean {
  const length = stop - start;
  if (length < 4 || length > 8 || length === 5 || !areDigits(bytes, start, stop)) return false;
  if (pair(bytes, start) > 23 || pair(bytes, start + 2) > 59) return false;
  return length === 4 || pair(bytes, start + 4) <= 59;
}

export function areDigits(bytes: Uint8Array, start: number, stop: number): boolean {
  for (let i = start; i < stop; i++) if (!isDigit(bytes[i] as number)) return false;
  return true;
}

function isDigit(byte: number): boolean {
  return byte >= DIGIT_ZERO && byte <= 0x39;
}

/** Two digits as a number. */
function pair(bytes: Uint8Array, start: number): number {
  return ((bytes[start] as number) - DIGIT_ZERO) * 10 + (bytes[start + 1] as number) - DIGIT_ZERO;
}
