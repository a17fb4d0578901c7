import { type Cents, parseCentsBytes } from '../../base/money.ts';
import { readBinaryHead } from './binary-segment.ts';
import * as classes from './byte-classes.ts';
import { ChunkText, type Latin1Decoder } from './chunk-text.ts';
import { type Delimiters, ISA_LENGTH, isIsaOfFixedWidth, readDelimiters } from './delimiters.ts';
import { ElementParts } from './element-parts.ts';
import { gapStop } from './gap.ts';
import { LineWrap, wrapWidthOf } from './line-wrap.ts';
import { mayHaveRelease, releaseOf, withoutRelease } from './release-character.ts';
import type { SegmentCursor } from './segment-cursor.ts';
import { packView, TAG_LENGTH_MAX, type Tag, tagAt, tagOf } from './tag.ts';

// An imported binding is looked up in its module at each use; a constant of this module costs nothing in the loop.
const { ELEMENT_SEPARATOR, SEGMENT_TERMINATOR, RELEASE_CHARACTER } = classes;

const ISA = tagOf('ISA');
const ISX = tagOf('ISX');

/** A longer segment is no X12 that we know, but for binary data: the largest real ones stay under 2 KiB. */
const SEGMENT_BYTES_MAX = 64 * 1024;

/** Elements kept of one segment; the standard's longest has 30. */
const ELEMENTS_MAX = 256;

/** Bytes kept free behind the last one, so that codes can be read, and bytes scanned, four at a time. */
const SLACK_BYTES = 4;

/** Binary segments begin with it, and few others do. */
const CAPITAL_B = 0x42;

export type { Latin1Decoder } from './chunk-text.ts';

/** What stopped the reader for good. */
export type ReaderStop = 'not-x12' | 'segment-too-long';

/**
 * Reads segments from bytes handed in piece by piece: `feed(bytes)`, then `while (next())`; `end()` and the same once
 * more when the file has ended. It does no I/O, keeps one chunk and one unfinished segment, and reads the delimiters
 * anew at every ISA. However the file is cut into pieces, the segments are the same.
 */
export class SegmentReader implements SegmentCursor {
  tag: Tag = 0;
  elementCount = 0;
  byteClasses = 0;
  delimiters: Delimiters = { element: 0, repetition: 0, component: 0, terminator: 0 };
  byteStart = 0;
  byteStop = 0;
  /** The release character that ISX01 declares, 0 where none is. It is no part of what `text` and the like give. */
  release = 0;
  /** Set when nothing more can be read; `next()` then answers false for ever. */
  stopped: ReaderStop | undefined;

  readonly offsets = new Int32Array(ELEMENTS_MAX + 2);
  view = new DataView(new ArrayBuffer(0));

  readonly #text: ChunkText;
  readonly #parts = new ElementParts();
  #bytes = new Uint8Array(0);
  #length = 0;
  #position = 0;
  /** Offset in the file of `#bytes[0]`. */
  #base = 0;
  /** Of a file that is wrapped, or was. */
  #wrap: LineWrap | undefined;
  /** The last segment was an ISA, which an ISX may follow. */
  #isReleaseDue = false;
  #isEnded = false;
  #classes = classes.byteClassesOf(this.delimiters);

  constructor(decode: Latin1Decoder) {
    this.#text = new ChunkText(decode);
  }

  /** Adds the next piece of the file. Call it when `next()` has answered false. */
  feed(chunk: Uint8Array): void {
    const carried = this.#length - this.#position;
    if (carried + chunk.length + SLACK_BYTES > this.#bytes.length) {
      const larger = new Uint8Array((carried + chunk.length + SLACK_BYTES) * 2);
      larger.set(this.#bytes.subarray(this.#position, this.#length));
      this.#bytes = larger;
      this.view = new DataView(larger.buffer);
    } else {
      this.#bytes.copyWithin(0, this.#position, this.#length);
    }
    this.#base += this.#position;
    if (this.#wrap === undefined) {
      this.#bytes.set(chunk, carried);
      this.#length = carried + chunk.length;
    } else {
      this.#base += this.#wrap.consume(this.#position);
      this.#length = this.#wrap.unwrap(chunk, this.#bytes, carried);
    }
    this.#position = 0;
    this.#text.reset();
    this.#parts.reset();
  }

  /** Moves to the next complete segment; false when more bytes are needed, or none will help. */
  next(): boolean {
    if (this.stopped !== undefined) return false;
    const bytes = this.#bytes;
    const i = this.#skipGap();
    // Three bytes tell an ISA; once the delimiters are known, a lone terminator needs no more than itself.
    if (i + TAG_LENGTH_MAX > this.#length && this.delimiters.terminator === 0) return false;
    const isHeader = bytes[i] === 0x49 && bytes[i + 1] === 0x53 && bytes[i + 2] === 0x41;
    if (isHeader && !this.#readHeader(i)) return false;
    if (this.delimiters.terminator === 0) {
      this.stopped = 'not-x12';
      return false;
    }
    if (!this.#scanSegment(i)) return false;
    if (isHeader || this.#isReleaseDue) this.#readRelease();
    return true;
  }

  /** The file has ended: a binary segment whose count reaches beyond it is now read like any other. */
  end(): void {
    this.#isEnded = true;
  }

  /** Bytes fed and not yet part of a complete segment: more than zero at the end of a file means it was cut. */
  get leftoverByteCount(): number {
    return this.#length - this.#skipGap();
  }

  /** Where the leftover begins in the file. */
  get leftoverByteStart(): number {
    const index = this.#length - this.leftoverByteCount;
    return this.#base + (this.#wrap === undefined ? index : this.#wrap.startInFile(index));
  }

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  startOf(position: number): number {
    return position <= this.elementCount ? (this.offsets[position] as number) : 0;
  }

  stopOf(position: number): number {
    return position <= this.elementCount ? (this.offsets[position + 1] as number) - 1 : 0;
  }

  text(position: number): string {
    if (position > this.elementCount) return '';
    return this.#data(this.offsets[position] as number, (this.offsets[position + 1] as number) - 1);
  }

  has(position: number): boolean {
    if (position > this.elementCount) return false;
    return (this.offsets[position + 1] as number) - 1 > (this.offsets[position] as number);
  }

  code(position: number): number {
    if (position > this.elementCount) return 0;
    const start = this.offsets[position] as number;
    const stop = (this.offsets[position + 1] as number) - 1;
    if (stop - start > 4) return -1;
    return start === stop ? 0 : packView(this.view, start, stop);
  }

  cents(position: number): Cents | undefined {
    if (position > this.elementCount) return undefined;
    const start = this.offsets[position] as number;
    return parseCentsBytes(this.#bytes, start, (this.offsets[position + 1] as number) - 1);
  }

  component(position: number, index: number): string {
    const { count, offsets } = this.#locate(position, this.delimiters.component);
    return index < count ? this.#data(offsets[index] as number, (offsets[index + 1] as number) - 1) : '';
  }

  componentCount(position: number): number {
    return this.#locate(position, this.delimiters.component).count;
  }

  components(position: number): string[] {
    return this.#split(position, this.delimiters.component);
  }

  repetitions(position: number): string[] {
    return this.#split(position, this.delimiters.repetition);
  }

  #skipGap(): number {
    this.#position = gapStop(this.#bytes, this.#position, this.#length, this.delimiters.element);
    return this.#position;
  }

  /** Takes the delimiters of the ISA that begins at `start`; false when it is not there as a whole. */
  #readHeader(start: number): boolean {
    const bytes = this.#bytes;
    if (start + ISA_LENGTH > this.#length) return false;
    if (!isIsaOfFixedWidth(bytes, start) && this.#wrap?.isOverAt(start) !== false) {
      const width = wrapWidthOf(bytes, start, this.#length);
      if (width === 'cut') return false;
      if (width > 0) this.#unwrapFrom(start, width);
    }
    const declared = readDelimiters(bytes, start, this.#length);
    if (declared === 'cut') return false;
    // An ISA past recognition inside a file is read as a segment like any other.
    if (declared === undefined) return true;
    this.delimiters = declared;
    this.release = 0;
    this.#classes = classes.byteClassesOf(declared);
    return true;
  }

  #unwrapFrom(start: number, width: number): void {
    this.#wrap ??= new LineWrap(width);
    this.#wrap.restart(width);
    const wrapped = this.#bytes.subarray(start, this.#length);
    this.#length = this.#wrap.unwrap(wrapped, this.#bytes, start);
    this.#text.reset();
    this.#parts.reset();
  }

  /** An ISX directly behind the ISA of a later version declares a release character. */
  #readRelease(): void {
    const isDue = this.#isReleaseDue;
    this.#isReleaseDue = this.tag === ISA && mayHaveRelease(this.text(12));
    if (!isDue || this.tag !== ISX) return;
    this.release = releaseOf(this.text(1), this.delimiters);
    this.#classes = classes.byteClassesOf(this.delimiters, this.release);
  }

  #scanSegment(start: number): boolean {
    const bytes = this.#bytes;
    const offsets = this.offsets;
    const byteClasses = this.#classes;
    let from = start;
    let count = 0;
    let met = 0;
    offsets[0] = start;
    if (bytes[start] === CAPITAL_B) {
      const head = readBinaryHead(bytes, { start, length: this.#length }, this.delimiters, offsets);
      if (head === 'cut' && !this.#isEnded) return false;
      if (typeof head === 'object') ({ elementCount: count, stop: from } = head);
    }
    const limit = Math.min(this.#length, from + SEGMENT_BYTES_MAX);
    for (let i = from; i < limit; ) {
      // A turn of the loop costs more than a look at a byte: each looks at four, as long as they are ordinary.
      let byteClass = byteClasses[bytes[i++] as number] as number;
      if (byteClass === 0) {
        byteClass = byteClasses[bytes[i++] as number] as number;
        if (byteClass === 0) {
          byteClass = byteClasses[bytes[i++] as number] as number;
          if (byteClass === 0) {
            byteClass = byteClasses[bytes[i++] as number] as number;
            if (byteClass === 0) continue;
          }
        }
      }
      if (i > limit) break;
      if (byteClass === ELEMENT_SEPARATOR) {
        if (count < ELEMENTS_MAX) offsets[++count] = i;
      } else if (byteClass === SEGMENT_TERMINATOR) {
        offsets[count + 1] = i;
        this.elementCount = count;
        this.byteClasses = met;
        this.tag = tagAt(bytes, start, (offsets[1] as number) - 1);
        this.#place(start, i);
        return true;
      } else {
        met |= byteClass;
        if (byteClass === RELEASE_CHARACTER) i++;
      }
    }
    if (limit === from + SEGMENT_BYTES_MAX) this.stopped = 'segment-too-long';
    return false;
  }

  #place(start: number, stop: number): void {
    const wrap = this.#wrap;
    this.byteStart = this.#base + (wrap === undefined ? start : wrap.startInFile(start));
    this.byteStop = this.#base + (wrap === undefined ? stop : wrap.stopInFile(stop));
    this.#position = stop;
  }

  /** The text that the bytes of an element, or of a part of it, stand for. */
  #data(start: number, stop: number): string {
    const text = this.#text.cut(this.#bytes, this.#length, start, stop);
    return (this.byteClasses & RELEASE_CHARACTER) === 0 ? text : withoutRelease(text, this.release);
  }

  #locate(position: number, separator: number): ElementParts {
    const release = (this.byteClasses & RELEASE_CHARACTER) === 0 ? 0 : this.release;
    this.#parts.locate(this.#bytes, this.startOf(position), this.stopOf(position), separator, release);
    return this.#parts;
  }

  #split(position: number, separator: number): string[] {
    const { count, offsets } = this.#locate(position, separator);
    const texts: string[] = [];
    for (let index = 0; index < count; index++) {
      texts.push(this.#data(offsets[index] as number, (offsets[index + 1] as number) - 1));
    }
    return texts;
  }
}
