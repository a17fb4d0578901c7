import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import type { Tag } from '../syntax/tag.ts';

const DIGIT_ZERO = 0x30;
/** More digits than any count or position of a set has, and few enough to stay exact. */
const DIGITS_MAX = 15;

/** Where component `component` (from 1) of an element begins in `bytes`; -1 when it is absent. */
export function componentStart(segment: SegmentCursor, position: number, component: number): number {
  const { bytes, delimiters } = segment;
  const stop = segment.stopOf(position);
  let start = segment.startOf(position);
  for (let number = 1; number < component; number++) {
    while (start < stop && bytes[start] !== delimiters.component) start++;
    if (start >= stop) return -1;
    start++;
  }
  return start < stop ? start : -1;
}

/** Where the component that begins at `start` ends. */
export function componentStop(segment: SegmentCursor, position: number, start: number): number {
  const { bytes, delimiters } = segment;
  const stop = segment.stopOf(position);
  let end = start;
  while (end < stop && bytes[end] !== delimiters.component) end++;
  return end;
}

/** A component packed like a tag: 0 when it is empty or absent, -1 when longer than four bytes. */
export function componentCode(segment: SegmentCursor, position: number, component: number): Tag {
  const start = componentStart(segment, position, component);
  if (start < 0) return 0;
  const stop = componentStop(segment, position, start);
  if (stop - start > 4) return -1;
  let packed = 0;
  for (let i = start; i < stop; i++) packed = (packed << 8) | (segment.bytes[i] as number);
  return packed;
}

/** An element of digits as a number; NaN when it is empty or anything else. */
export function integerAt(segment: SegmentCursor, position: number): number {
  return integerOf(segment.bytes, segment.startOf(position), segment.stopOf(position));
}

/** The digits `[start, stop)` as a number; NaN when there is none, or another byte. */
export function integerOf(bytes: Uint8Array, start: number, stop: number): number {
  if (start >= stop || stop - start > DIGITS_MAX) return Number.NaN;
  let value = 0;
  for (let i = start; i < stop; i++) {
    const digit = (bytes[i] as number) - DIGIT_ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** An amount in cents; NaN where it is absent or no amount, which is a problem of its own: NaN equals nothing. */
export function amountAt(segment: SegmentCursor, position: number): number {
  return segment.cents(position) ?? Number.NaN;
}

/** The sum of the amounts at some positions, ascending, absent ones left out; NaN when one is no amount. */
export function sumAt(segment: SegmentCursor, positions: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < positions.length; i++) {
    const position = positions[i] as number;
    if (position > segment.elementCount) break;
    if (segment.has(position)) sum += amountAt(segment, position);
  }
  return sum;
}

/** The positions of the amounts of a CAS segment, each behind its reason code. */
export const CAS_AMOUNTS: readonly number[] = [3, 6, 9, 12, 15, 18];

/** The positions of the amounts of a PLB segment, each behind its adjustment identifier. */
export const PLB_AMOUNTS: readonly number[] = [4, 6, 8, 10, 12, 14];

/** Whether two sides of an equation are both known and differ. */
export function differs(one: number, other: number): boolean {
  const difference = one - other;
  return difference < 0 || difference > 0;
}
