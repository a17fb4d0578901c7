import type { Brand } from './brand.ts';
import { printDigits, WHOLE_DIGITS_MAX } from './digits.ts';
import { invariant } from './invariant.ts';

/** Money in whole cents, a safe integer. The only place that parses or prints an amount is this file. */
export type Cents = Brand<number, 'Cents'>;

export const ZERO_CENTS = 0 as Cents;

/** Fifteen digits stay below 2^53 in cents with two of them behind the point (90 trillion dollars). */
const DIGITS_MAX = 15;
const DASH = 45;
const POINT = 46;
const DIGIT_ZERO = 48;

/** Bytes of the amount that is being parsed or printed: to make them anew takes longer. */
const SCRATCH = new Uint8Array(32);

/** Makes cents of an integer that our own code computed. */
export function cents(value: number): Cents {
  invariant(Number.isSafeInteger(value), 'an amount in cents is a safe integer');
  // Negative zero would print as "-0" and is never equal to zero under Object.is.
  return (value === 0 ? 0 : value) as Cents;
}

export function sumCents(amounts: Iterable<number>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
}

export function negateCents(amount: Cents): Cents {
  return cents(0 - amount);
}

/**
 * Reads X12's R-type decimal from `bytes[start, stop)` as cents (X12.6, type R).
 * Undefined when empty, when it is no decimal, has more than two significant decimals, or is past the safe range.
 */
export function parseCentsBytes(bytes: Uint8Array, start: number, stop: number): Cents | undefined {
  const isNegative = bytes[start] === DASH;
  const first = isNegative ? start + 1 : start;
  let i = first;
  let value = 0;
  for (; i < stop; i++) {
    const digit = (bytes[i] as number) - DIGIT_ZERO;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  let digitCount = i - first;
  if (i >= stop) value *= 100;
  else {
    if (bytes[i] !== POINT) return undefined;
    const centsStop = i + 3;
    for (i++; i < centsStop; i++) {
      value *= 10;
      if (i >= stop) continue;
      const digit = (bytes[i] as number) - DIGIT_ZERO;
      if (digit < 0 || digit > 9) return undefined;
      value += digit;
      digitCount++;
    }
    for (; i < stop; i++) if (bytes[i] !== DIGIT_ZERO) return undefined;
  }
  if (digitCount === 0 || digitCount > DIGITS_MAX || value > Number.MAX_SAFE_INTEGER) return undefined;
  return (isNegative && value !== 0 ? -value : value) as Cents;
}

/** Reads a decimal string (`"1234.5"`, `"-20"`, `".5"`); undefined under the same rules as `parseCentsBytes`. */
export function parseCents(text: string): Cents | undefined {
  const bytes = text.length <= SCRATCH.length ? SCRATCH : new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 127) return undefined;
    bytes[i] = unit;
  }
  return parseCentsBytes(bytes, 0, text.length);
}

/** Prints with two decimals, for people and JSON: `-1234.50`. */
export function printCents(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** What `printCentsBytes` needs: a sign, digits and a point. */
export const AMOUNT_BYTES_MAX = WHOLE_DIGITS_MAX + 2;

/**
 * Prints X12's R-type with zeros suppressed, `109.2`, `.5`, `0`, `-20` (X12.6, type R), to `bytes` from `at` on, where
 * there is room for `AMOUNT_BYTES_MAX`. Gives where it ends.
 */
export function printCentsBytes(amount: Cents, bytes: Uint8Array, at: number): number {
  const size = Math.abs(amount);
  const whole = Math.floor(size / 100);
  const fraction = size - whole * 100;
  let stop = at;
  if (amount < 0) bytes[stop++] = DASH;
  if (whole > 0 || fraction === 0) stop = printDigits(whole, bytes, stop);
  if (fraction === 0) return stop;
  bytes[stop++] = POINT;
  bytes[stop++] = DIGIT_ZERO + Math.floor(fraction / 10);
  if (fraction % 10 > 0) bytes[stop++] = DIGIT_ZERO + (fraction % 10);
  return stop;
}

/** The same as text. */
export function printCentsSuppressed(amount: Cents): string {
  return String.fromCharCode(...SCRATCH.subarray(0, printCentsBytes(amount, SCRATCH, 0)));
}
