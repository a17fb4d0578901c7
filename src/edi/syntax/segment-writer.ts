import { printDigits, WHOLE_DIGITS_MAX } from '../../base/digits.ts';
import { latin1Text } from '../../base/latin1.ts';
import { AMOUNT_BYTES_MAX, type Cents, printCentsBytes } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import * as dataKinds from './data-kinds.ts';
import type { Delimiters } from './delimiters.ts';
import { UnwritableElement } from './unwritable-element.ts';
import { CHUNK_BYTES, joinChunks, takeChunk, type WrittenChunk } from './written-chunks.ts';

// An imported binding is looked up in its module at each use; a constant of this module costs nothing in the loop.
const { PLAIN, SPACE, BEYOND } = dataKinds;

/** No segment identifier is longer. */
const TAG_LENGTH_MAX = 3;

/** CCYYMMDD. */
const DATE_BYTES = 8;

/** Hardly any segment is longer; one that is makes its chunk grow. */
const SEGMENT_BYTES = 1024;

/** Hardly anything that is tried is longer. */
const TRIAL_BYTES = 8 * 1024;

/** Where nothing is written yet: a chunk is taken with the first byte. */
const NO_BYTES = new Uint8Array();

/** A number is a whole one and not negative; undefined is empty, as '' is. */
export type Component = string | number | undefined;

/**
 * Writes segments element by element: `writer.begin('CLM').element('A1').amount(cents(10000)).end()`.
 * It counts segments, drops trailing empty elements and components (X12.6 §3.4), and refuses data that would
 * change the structure. ISA is written like any other segment; its elements come padded.
 */
export class SegmentWriter {
  readonly delimiters: Delimiters;
  /** Segments ended so far. */
  segmentCount = 0;

  readonly #separator: number = 0;
  readonly #componentSeparator: number = 0;
  readonly #terminator: number = 0;
  readonly #lineEnd: string;
  /** By byte value: what it is in data. */
  readonly #kinds: Uint8Array;
  /** Bytes behind those of `#chunks`, `#length` of them, the segment that is being written included. */
  #bytes: Uint8Array = NO_BYTES;
  #length = 0;
  /** Where the segment that is being written begins: it is dropped when it is not ended. */
  #start = 0;
  #chunks: WrittenChunk[] = [];
  #tag = '';
  /** Where its last data ends: empty elements at its end are not sent. */
  #dataEnd = 0;
  /** In a trial: whether all data so far is plain. */
  #isPlain = true;
  #isTrial = false;

  /** `lineEnd` stands behind every terminator ('' or a CR/LF sequence that the partner asked for). */
  constructor(delimiters: Delimiters, lineEnd = '') {
    this.delimiters = delimiters;
    this.#separator = delimiters.element;
    this.#componentSeparator = delimiters.component;
    this.#terminator = delimiters.terminator;
    this.#lineEnd = lineEnd;
    this.#kinds = dataKinds.kindsOf(delimiters);
  }

  /**
   * Keeps the segments that `write` writes if their data is plain: of X12's basic character set without the delimiters,
   * spaces single and between other characters. Else it answers false and everything is as it was, whatever the data
   * holds. So whoever must clean data need not look at what is clean before it is written.
   */
  try(write: () => void): boolean {
    if (this.#start > CHUNK_BYTES - TRIAL_BYTES) this.#cutChunk();
    const { segmentCount } = this;
    const start = this.#start;
    this.#isTrial = true;
    this.#isPlain = true;
    try {
      write();
    } finally {
      this.#isTrial = false;
    }
    if (this.#isPlain) return true;
    this.segmentCount = segmentCount;
    this.#start = start;
    this.#length = start;
    return false;
  }

  /** The next segment, by its identifier of two or three characters. */
  begin(tag: string): this {
    const at = this.#start;
    this.#length = at;
    this.#tag = tag;
    this.#makeRoom(TAG_LENGTH_MAX);
    const bytes = this.#bytes;
    bytes[at] = tag.charCodeAt(0);
    bytes[at + 1] = tag.charCodeAt(1);
    if (tag.length < TAG_LENGTH_MAX) return this.#filled(at + tag.length);
    bytes[at + 2] = tag.charCodeAt(2);
    return this.#filled(at + TAG_LENGTH_MAX);
  }

  /** The next element; '' or undefined leaves it empty. */
  element(text: string | undefined): this {
    if (text === undefined || text.length === 0) return this.empty(1);
    this.#separate(text.length);
    this.#putData(text);
    return this;
  }

  /** The next elements, in order. */
  elements(...texts: readonly (string | undefined)[]): this {
    for (let index = 0; index < texts.length; index++) this.element(texts[index]);
    return this;
  }

  /** The next `count` elements, empty. */
  empty(count: number): this {
    for (let left = count; left > 0; left--) this.#separate(0);
    return this;
  }

  /** The next element as money, with zeros suppressed; undefined leaves it empty. */
  amount(amount: Cents | undefined): this {
    if (amount === undefined) return this.empty(1);
    this.#separate(AMOUNT_BYTES_MAX);
    return this.#filled(printCentsBytes(amount, this.#bytes, this.#length));
  }

  /** The next element as a whole number that is not negative. */
  count(count: number): this {
    this.#separate(WHOLE_DIGITS_MAX);
    return this.#filled(printDigits(count, this.#bytes, this.#length));
  }

  /** The next element as a day, CCYYMMDD; undefined leaves it empty. */
  date(date: BusinessDate | undefined): this {
    if (date === undefined || date === '') return this.empty(1);
    this.#separate(DATE_BYTES);
    const at = this.#length;
    const seen =
      this.#putPair(date, 0, at) |
      this.#putPair(date, 2, at + 2) |
      this.#putPair(date, 5, at + 4) |
      this.#putPair(date, 8, at + 6);
    if (seen !== PLAIN) this.#look(date, seen);
    return this.#filled(at + DATE_BYTES);
  }

  /** The next element as a composite. */
  composite(components: readonly Component[]): this {
    this.#separate(0);
    this.#putComponents(components);
    return this;
  }

  /** The next element as repetitions of composites (of one component each, where the element is simple). */
  repeated(repetitions: readonly (readonly Component[])[]): this {
    this.#separate(0);
    repetitions.forEach((components, index) => {
      if (index > 0) this.#putByte(this.delimiters.repetition);
      this.#putComponents(components);
    });
    return this;
  }

  /** ISA11 and ISA16 declare delimiters: the only elements that may hold one. */
  delimiter(byte: number): this {
    this.#separate(0);
    this.#putByte(byte);
    return this.#filled(this.#length);
  }

  end(): void {
    this.#length = this.#dataEnd;
    this.#putByte(this.#terminator);
    for (let i = 0; i < this.#lineEnd.length; i++) this.#putByte(this.#lineEnd.charCodeAt(i));
    this.segmentCount++;
    this.#start = this.#length;
    if (this.#length > CHUNK_BYTES - SEGMENT_BYTES && !this.#isTrial) this.#cutChunk();
  }

  /** Hands over all segments ended since it was asked last. */
  flush(): Uint8Array {
    this.#cutChunk();
    const written = joinChunks(this.#chunks);
    this.#chunks = [];
    return written;
  }

  /** The same as text: one character is one byte (ISO 8859-1). */
  flushText(): string {
    return latin1Text(this.flush());
  }

  /** What was begun has data up to `end`. */
  #filled(end: number): this {
    this.#length = end;
    this.#dataEnd = end;
    return this;
  }

  #putComponents(components: readonly Component[]): void {
    const start = this.#length;
    for (let i = 0; i < components.length; i = (i + 1) | 0) {
      if (i > 0) this.#putByte(this.#componentSeparator);
      const component = components[i];
      if (typeof component === 'number') {
        this.#makeRoom(WHOLE_DIGITS_MAX);
        this.#filled(printDigits(component, this.#bytes, this.#length));
      } else if (component !== undefined && component.length > 0) {
        this.#makeRoom(component.length);
        this.#putData(component);
      }
    }
    this.#length = Math.max(start, this.#dataEnd);
  }

  /** Begins an element of at most `size` bytes. */
  #separate(size: number): void {
    this.#makeRoom(size + 1);
    this.#bytes[this.#length] = this.#separator;
    this.#length = (this.#length + 1) | 0;
  }

  /** There is room for it. Two characters at a turn, without a call: a turn costs as much as a character. */
  #putData(text: string): void {
    const last = text.length - 1;
    let at = this.#length;
    let seen = PLAIN;
    let i = 0;
    for (; i < last; i = (i + 2) | 0) {
      seen |= this.#putPair(text, i, at);
      at = (at + 2) | 0;
    }
    if (i === last) {
      const unit = text.charCodeAt(i);
      seen |= this.#kinds[unit] ?? BEYOND;
      this.#bytes[at] = unit;
      at = (at + 1) | 0;
    }
    if (seen !== PLAIN) this.#look(text, seen);
    this.#filled(at);
  }

  /** Puts two characters of a text from `at` on, where there is room, and gives the kinds they are of. */
  #putPair(text: string, index: number, at: number): number {
    const kinds = this.#kinds;
    const bytes = this.#bytes;
    const one = text.charCodeAt(index);
    const next = text.charCodeAt(index + 1);
    bytes[at] = one;
    bytes[(at + 1) | 0] = next;
    return (kinds[one] ?? BEYOND) | (kinds[next] ?? BEYOND);
  }

  /** Looks at data that is not plain throughout: `seen` are the kinds in it. */
  #look(text: string, seen: number): void {
    if (seen === SPACE && dataKinds.isSpacedSingly(text)) return;
    this.#isPlain = false;
    if (this.#isTrial) return;
    const reason = dataKinds.reasonIn(text, this.#kinds);
    if (reason === undefined) return;
    throw new UnwritableElement({ segment: this.#tag, element: this.#elementCount(), reason });
  }

  /** Elements begun of the segment that is being written. Their separators tell, since no data holds one. */
  #elementCount(): number {
    let count = 0;
    for (let i = this.#start; i < this.#length; i++) if (this.#bytes[i] === this.#separator) count++;
    return count;
  }

  #putByte(byte: number): void {
    this.#makeRoom(1);
    this.#bytes[this.#length] = byte;
    this.#length = (this.#length + 1) | 0;
  }

  #makeRoom(size: number): void {
    const end = this.#length + size;
    if (end <= this.#bytes.length) return;
    const larger = end <= CHUNK_BYTES ? takeChunk() : new Uint8Array(end * 2);
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }

  /** Segments that have ended are never written to again. */
  #cutChunk(): void {
    this.#chunks.push({ bytes: this.#bytes, length: this.#start });
    this.#bytes = NO_BYTES;
    this.#length = 0;
    this.#start = 0;
  }
}
