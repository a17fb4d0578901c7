import type { Brand } from './brand.ts';

/** A calendar day without a time zone, `YYYY-MM-DD`: a date of service, a payment date. */
export type BusinessDate = Brand<string, 'BusinessDate'>;

/** A moment in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`: sorts as text. */
export type Instant = Brand<string, 'Instant'>;

const DIGIT_ZERO = 48;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isRealDay(year: number, month: number, day: number): boolean {
  if (year < 1800 || month < 1 || month > 12 || day < 1) return false;
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && isLeapYear ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
  return day <= days;
}

/** Reads `YYYY-MM-DD`; undefined when it is not a day of the calendar. */
export function parseBusinessDate(text: string): BusinessDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match || !isRealDay(Number(match[1]), Number(match[2]), Number(match[3]))) return undefined;
  return text as BusinessDate;
}

/** Reads X12's `CCYYMMDD` (format qualifier D8); undefined when it is not a day of the calendar. */
export function parseCompactDate(text: string): BusinessDate | undefined {
  if (text.length !== 8) return undefined;
  let digits = 0;
  for (let i = 0; i < 8; i++) {
    const digit = text.charCodeAt(i) - DIGIT_ZERO;
    if (digit < 0 || digit > 9) return undefined;
    digits = digits * 10 + digit;
  }
  if (!isRealDay(Math.trunc(digits / 10_000), Math.trunc(digits / 100) % 100, digits % 100)) return undefined;
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}` as BusinessDate;
}

/** Days that were read before: files name few, and to make the text of one anew takes longer than to look it up. */
const KNOWN_DAYS = new Map<number, BusinessDate>();
const KNOWN_DAYS_MAX = 50_000;

/** Reads `CCYYMMDD` from `bytes[start, stop)`, as `parseCompactDate` does. */
export function parseCompactDateBytes(
  bytes: Uint8Array,
  start: number,
  stop: number,
): BusinessDate | undefined {
  if (stop - start !== 8) return undefined;
  let digits = 0;
  for (let i = start; i < stop; i++) {
    const digit = (bytes[i] as number) - DIGIT_ZERO;
    if (digit < 0 || digit > 9) return undefined;
    digits = digits * 10 + digit;
  }
  const known = KNOWN_DAYS.get(digits);
  if (known !== undefined) return known;
  const day = parseCompactDate(String(digits).padStart(8, '0'));
  if (day !== undefined && KNOWN_DAYS.size < KNOWN_DAYS_MAX) KNOWN_DAYS.set(digits, day);
  return day;
}

/** Prints a business date as X12's `CCYYMMDD`. */
export function printCompactDate(date: BusinessDate): string {
  return date.replaceAll('-', '');
}

/** The instant of a `Date`, which the shell's clock hands in. */
export function instantOf(date: Date): Instant {
  return date.toISOString() as Instant;
}

/** The UTC day of an instant. */
export function utcDayOf(instant: Instant): BusinessDate {
  return instant.slice(0, 10) as BusinessDate;
}

/** The day `days` after `date` (before, when negative). */
export function addDays(date: BusinessDate, days: number): BusinessDate {
  const milliseconds = Date.parse(`${date}T00:00:00.000Z`) + days * 86_400_000;
  return new Date(milliseconds).toISOString().slice(0, 10) as BusinessDate;
}
