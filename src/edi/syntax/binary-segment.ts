import type { Delimiters } from './delimiters.ts';
import { tagOf } from './tag.ts';

const BIN = tagOf('BIN');
const BDS = tagOf('BDS');
const TAG_BYTES = 3;

/**
 * Data of a BIN or BDS that we hold: attachments of a claim (275) are scanned pages. A longer count is not believed, so
 * that no file can fill memory with one.
 */
const BINARY_BYTES_MAX = 16 * 1024 * 1024;

/** Digits of the largest count. */
const COUNT_DIGITS_MAX = 8;

/** `BDS*`, a filter of three characters, a separator and the digits: a longer head states no count that we believe. */
const HEAD_BYTES_MAX = 8 + COUNT_DIGITS_MAX;

/** A binary segment up to the end of its data: how many elements begin before that, and where it is. */
export interface BinaryHead {
  readonly elementCount: number;
  readonly stop: number;
}

/**
 * Reads the beginning of the segment at `bytes[start]` when it is a BIN or BDS, whose last element is as many bytes as
 * BIN01 or BDS02 counts, delimiters included (X12.6, type B), and notes in `offsets` where its elements begin.
 * Undefined for any other segment, and for one whose count cannot be true: it is read like any other. 'cut' when more
 * bytes are needed.
 */
export function readBinaryHead(
  bytes: Uint8Array,
  { start, length }: { readonly start: number; readonly length: number },
  { element, terminator }: Delimiters,
  offsets: Int32Array,
): BinaryHead | 'cut' | undefined {
  if (start + TAG_BYTES >= length) return 'cut';
  const tag =
    ((bytes[start] as number) << 16) | ((bytes[start + 1] as number) << 8) | (bytes[start + 2] as number);
  if ((tag !== BIN && tag !== BDS) || bytes[start + TAG_BYTES] !== element) return undefined;
  const dataPosition = tag === BIN ? 2 : 3;
  const headStop = Math.min(length, start + HEAD_BYTES_MAX + 1);
  let count = 0;
  for (let i = start + TAG_BYTES; i < headStop; i++) {
    if (bytes[i] === terminator) return undefined;
    if (bytes[i] !== element) continue;
    offsets[++count] = i + 1;
    if (count < dataPosition) continue;
    const size = readCount(bytes, offsets[count - 1] as number, i);
    if (size === undefined) return undefined;
    const stop = i + 1 + size;
    if (stop >= length) return 'cut';
    // A count that ends in the middle of something does not count the data.
    return bytes[stop] === element || bytes[stop] === terminator ? { elementCount: count, stop } : undefined;
  }
  return headStop === length ? 'cut' : undefined;
}

function readCount(bytes: Uint8Array, start: number, stop: number): number | undefined {
  if (stop === start || stop - start > COUNT_DIGITS_MAX) return undefined;
  let count = 0;
  for (let i = start; i < stop; i++) {
    const digit = (bytes[i] as number) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    count = count * 10 + digit;
  }
  return count <= BINARY_BYTES_MAX ? count : undefined;
}
