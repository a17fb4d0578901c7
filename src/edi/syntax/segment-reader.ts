import { type Cents, parseCentsBytes } from '../../base/money.ts';
import { type Delimiters, ISA_LENGTH, readDelimiters } from './delimiters.ts';
import type { SegmentCursor } from './segment-cursor.ts';
import type { Tag } from './tag.ts';

/**
 * Turns bytes `[start, stop)` into text, one character a byte (ISO 8859-1).
 * The core has no decoder of its own; the shell hands in a fast one.
 */
export type Latin1Decoder = (bytes: Uint8Array, start: number, stop: number) => string;

/**
 * V8 keeps the whole decoded chunk alive for a cut of 13 or more characters (a sliced string),
 * so that keeping one claim in a hundred would keep the file; longer texts are decoded on their own.
 */
const SHORT_TEXT_MAX = 12;

/** A segment longer than this is no X12 that we know: the largest real ones stay under 2 KiB. */
export const SEGMENT_BYTES_MAX = 64 * 1024;

/** Elements kept of one segment; the standard's longest has 30. */
export const ELEMENTS_MAX = 256;

const LINE_ENDS_MAX = 0x20;

/** A segment identifier has at most three bytes; no segment with its terminator is shorter. */
const TAG_MAX = 3;

/** Editors put EF BB BF before a text that they call UTF-8. */
const BYTE_ORDER_MARK_FIRST = 0xef;

/** What stopped the reader for good. */
export type ReaderStop = 'not-x12' | 'segment-too-long';

/**
 * Reads segments from bytes handed in piece by piece: `feed(bytes)`, then `while (next())`.
 * It does no I/O, keeps one chunk and one unfinished segment, and reads the delimiters anew at every ISA.
 * However the file is cut into pieces, the segments are the same.
 */
export class SegmentReader implements SegmentCursor {
  tag: Tag = 0;
  elementCount = 0;
  delimiters: Delimiters = { element: 0, repetition: 0, component: 0, terminator: 0 };
  byteStart = 0;
  byteStop = 0;
  /** Set when nothing more can be read; `next()` then answers false for ever. */
  stopped: ReaderStop | undefined;

  readonly #decode: Latin1Decoder;
  #bytes = new Uint8Array(1 << 19);
  #offsets = new Int32Array(ELEMENTS_MAX + 2);
  #length = 0;
  #position = 0;
  /** Offset in the file of `#bytes[0]`. */
  #base = 0;
  #text: string | undefined;

  constructor(decode: Latin1Decoder) {
    this.#decode = decode;
  }

  /** Adds the next piece of the file. Call it when `next()` has answered false. */
  feed(chunk: Uint8Array): void {
    const carried = this.#length - this.#position;
    if (carried + chunk.length > this.#bytes.length) {
      const larger = new Uint8Array((carried + chunk.length) * 2);
      larger.set(this.#bytes.subarray(this.#position, this.#length));
      this.#bytes = larger;
    } else {
      this.#bytes.copyWithin(0, this.#position, this.#length);
    }
    this.#bytes.set(chunk, carried);
    this.#base += this.#position;
    this.#length = carried + chunk.length;
    this.#position = 0;
    this.#text = undefined;
  }

  /** Moves to the next complete segment; false when more bytes are needed, or none will help. */
  next(): boolean {
    if (this.stopped !== undefined) return false;
    const bytes = this.#bytes;
    const length = this.#length;
    const i = this.#skipGap();
    // Three bytes tell an ISA; once the delimiters are known, a lone terminator needs no more than itself.
    if (i + TAG_MAX > length && this.delimiters.terminator === 0) return false;
    if (bytes[i] === 0x49 && bytes[i + 1] === 0x53 && bytes[i + 2] === 0x41) {
      if (i + ISA_LENGTH > length) return false;
      const declared = readDelimiters(bytes, i, length);
      if (declared === 'cut') return false;
      // An ISA past recognition inside a file is read as a segment like any other.
      if (declared !== undefined) this.delimiters = declared;
    }
    if (this.delimiters.terminator === 0) {
      this.stopped = 'not-x12';
      return false;
    }
    return this.#scanSegment(i);
  }

  /** Bytes fed and not yet part of a complete segment: more than zero at the end of a file means it was cut. */
  get leftoverByteCount(): number {
    return this.#length - this.#skipGap();
  }

  /** Where the leftover begins in the file. */
  get leftoverByteStart(): number {
    return this.#base + this.#length - this.leftoverByteCount;
  }

  text(position: number): string {
    return this.#slice(this.#startOf(position), this.#stopOf(position));
  }

  has(position: number): boolean {
    return this.#stopOf(position) > this.#startOf(position);
  }

  code(position: number): number {
    const start = this.#startOf(position);
    const stop = this.#stopOf(position);
    if (stop - start > 4) return -1;
    let packed = 0;
    for (let i = start; i < stop; i++) packed = (packed << 8) | (this.#bytes[i] as number);
    return packed;
  }

  cents(position: number): Cents | undefined {
    const start = this.#startOf(position);
    const stop = this.#stopOf(position);
    return start === stop ? undefined : parseCentsBytes(this.#bytes, start, stop);
  }

  components(position: number): string[] {
    return this.#split(position, this.delimiters.component);
  }

  repetitions(position: number): string[] {
    return this.#split(position, this.delimiters.repetition);
  }

  /** The segment as it stands in the file, with its terminator: a copy. */
  rawBytes(): Uint8Array {
    return this.#bytes.slice(this.byteStart - this.#base, this.byteStop - this.#base);
  }

  /** Line ends (and other control bytes) between segments belong to none of them (X12 interpretation 28). */
  #skipGap(): number {
    const bytes = this.#bytes;
    const { element } = this.delimiters;
    let i = this.#position;
    for (; i < this.#length; i++) {
      const byte = bytes[i] as number;
      if (byte === BYTE_ORDER_MARK_FIRST && bytes[i + 1] === 0xbb && bytes[i + 2] === 0xbf) i += 2;
      else if (byte > LINE_ENDS_MAX || byte === element) break;
    }
    // Bytes behind `#length` are stale: a mark that only they complete is none yet.
    if (i > this.#length) i -= TAG_MAX;
    this.#position = i;
    return i;
  }

  #scanSegment(start: number): boolean {
    const bytes = this.#bytes;
    const offsets = this.#offsets;
    const length = this.#length;
    const { element, terminator } = this.delimiters;
    let count = 0;
    offsets[0] = start;
    for (let i = start; i < length; i++) {
      const byte = bytes[i];
      if (byte === element) {
        if (count < ELEMENTS_MAX) offsets[++count] = i + 1;
      } else if (byte === terminator) {
        if (i + 1 - start > SEGMENT_BYTES_MAX) break;
        offsets[count + 1] = i + 1;
        this.elementCount = count;
        this.tag = this.#tagAt(start, (offsets[1] as number) - 1);
        this.byteStart = this.#base + start;
        this.byteStop = this.#base + i + 1;
        this.#position = i + 1;
        return true;
      }
    }
    if (length - start >= SEGMENT_BYTES_MAX) this.stopped = 'segment-too-long';
    return false;
  }

  #tagAt(start: number, stop: number): Tag {
    const size = stop - start;
    if (size < 2 || size > 3) return 0;
    let packed = 0;
    for (let i = start; i < stop; i++) packed = (packed << 8) | (this.#bytes[i] as number);
    return packed;
  }

  #startOf(position: number): number {
    return position <= this.elementCount ? (this.#offsets[position] as number) : 0;
  }

  #stopOf(position: number): number {
    return position <= this.elementCount ? (this.#offsets[position + 1] as number) - 1 : 0;
  }

  #slice(start: number, stop: number): string {
    if (start === stop) return '';
    if (stop - start > SHORT_TEXT_MAX) return this.#decode(this.#bytes, start, stop);
    this.#text ??= this.#decode(this.#bytes, 0, this.#length);
    return this.#text.substring(start, stop);
  }

  #split(position: number, separator: number): string[] {
    const parts: string[] = [];
    const stop = this.#stopOf(position);
    let partStart = this.#startOf(position);
    for (let i = partStart; i < stop; i++) {
      if (this.#bytes[i] !== separator) continue;
      parts.push(this.#slice(partStart, i));
      partStart = i + 1;
    }
    parts.push(this.#slice(partStart, stop));
    return parts;
  }
}
