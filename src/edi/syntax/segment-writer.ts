import { printDigits, WHOLE_DIGITS_MAX } from '../../base/digits.ts';
import { AMOUNT_BYTES_MAX, type Cents, printCentsBytes } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import { type Component, usedCount } from './component.ts';
import * as dataKinds from './data-kinds.ts';
import type { Delimiters } from './delimiters.ts';
import { UnwritableElement } from './unwritable-element.ts';

// An imported binding is looked up in its module at each use; a constant of this module costs nothing in the loop.
const { PLAIN, SPACE, NOT_BASIC } = dataKinds;

const DASH = 0x2d;
const SPACE_UNIT = 0x20;

/** What is written stands in chunks of about this size, so that it exists once however long it becomes. */
const CHUNK_BYTES = 64 * 1024;

/** Hardly any segment is longer; one that is makes its chunk grow. */
const SEGMENT_BYTES = 1024;

/** Hardly anything that is tried is longer. */
const TRIAL_BYTES = 8 * 1024;

/** Characters made at once: each is an argument, and arguments stand on the stack. */
const ARGUMENTS_MAX = 4096;

/**
 * Writes segments element by element: `writer.begin('CLM').element('A1').amount(cents(10000)).end()`.
 * It counts segments, drops trailing empty elements and components (X12.6 §3.4), and refuses data that would
 * change the structure. ISA is written like any other segment; its elements come padded.
 */
export class SegmentWriter {
  readonly delimiters: Delimiters;
  /** Segments ended so far. */
  segmentCount = 0;

  readonly #separator: number;
  readonly #terminator: string;
  /** By byte value: what it is in data. */
  readonly #kinds: Uint8Array;
  /** Bytes behind those of `#chunks`, `#length` of them, the segment that is being written included. */
  #bytes = new Uint8Array(CHUNK_BYTES);
  #length = 0;
  /** Where the segment that is being written begins: it is dropped when it is not ended. */
  #start = 0;
  #chunks: Uint8Array[] = [];
  #tag = '';
  #pendingEmpty = 0;
  /** In a trial: whether all data so far is plain. */
  #isPlain = true;
  #isTrial = false;

  /** `lineEnd` stands behind every terminator ('' or a CR/LF sequence that the partner asked for). */
  constructor(delimiters: Delimiters, lineEnd = '') {
    this.delimiters = delimiters;
    this.#separator = delimiters.element;
    this.#terminator = String.fromCharCode(delimiters.terminator) + lineEnd;
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

  begin(tag: string): this {
    this.#length = this.#start;
    this.#tag = tag;
    this.#pendingEmpty = 0;
    this.#put(tag);
    return this;
  }

  /** The next element; '' or undefined leaves it empty. */
  element(text: string | undefined): this {
    if (text === undefined || text.length === 0) return this.#skip();
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
    this.#pendingEmpty += count;
    return this;
  }

  /** The next element as money, with zeros suppressed; undefined leaves it empty. */
  amount(amount: Cents | undefined): this {
    if (amount === undefined) return this.#skip();
    this.#separate(AMOUNT_BYTES_MAX);
    this.#length = printCentsBytes(amount, this.#bytes, this.#length);
    return this;
  }

  /** The next element as a whole number that is not negative. */
  count(count: number): this {
    this.#separate(WHOLE_DIGITS_MAX);
    this.#length = printDigits(count, this.#bytes, this.#length);
    return this;
  }

  /** The next element as a day, CCYYMMDD; undefined leaves it empty. */
  date(date: BusinessDate | undefined): this {
    if (date === undefined || date === '') return this.#skip();
    this.#separate(date.length);
    const bytes = this.#bytes;
    const kinds = this.#kinds;
    let at = this.#length;
    for (let i = 0; i < date.length; i++) {
      const unit = date.charCodeAt(i);
      if (unit === DASH) continue;
      if (kinds[unit] !== PLAIN) this.#look(date, i);
      bytes[at++] = unit;
    }
    this.#length = at;
    return this;
  }

  /** The next element as a composite. */
  composite(components: readonly Component[]): this {
    const used = usedCount(components);
    if (used === 0) return this.#skip();
    this.#separate(0);
    this.#putComponents(components, used);
    return this;
  }

  /** The next element as repetitions of composites (of one component each, where the element is simple). */
  repeated(repetitions: readonly (readonly Component[])[]): this {
    if (repetitions.length < 2) return this.composite(repetitions[0] ?? []);
    this.#separate(0);
    repetitions.forEach((components, index) => {
      if (index > 0) this.#putByte(this.delimiters.repetition);
      this.#putComponents(components, usedCount(components));
    });
    return this;
  }

  /** ISA11 and ISA16 declare delimiters: the only elements that may hold one. */
  delimiter(byte: number): this {
    this.#separate(1);
    this.#bytes[this.#length++] = byte;
    return this;
  }

  end(): void {
    this.#put(this.#terminator);
    this.segmentCount++;
    this.#start = this.#length;
    if (this.#length > CHUNK_BYTES - SEGMENT_BYTES && !this.#isTrial) this.#cutChunk();
  }

  /** All segments ended so far. */
  toBytes(): Uint8Array {
    const bytes = new Uint8Array(this.#chunks.reduce((size, chunk) => size + chunk.length, this.#start));
    let at = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    bytes.set(this.#bytes.subarray(0, this.#start), at);
    return bytes;
  }

  /** The same as text: one character is one byte (ISO 8859-1). */
  toText(): string {
    const bytes = this.toBytes();
    let text = '';
    for (let start = 0; start < bytes.length; start += ARGUMENTS_MAX) {
      const units = bytes.subarray(start, start + ARGUMENTS_MAX) as unknown as number[];
      text += String.fromCharCode.apply(undefined, units);
    }
    return text;
  }

  #skip(): this {
    this.#pendingEmpty++;
    return this;
  }

  #putComponents(components: readonly Component[], used: number): void {
    for (let i = 0; i < used; i++) {
      if (i > 0) this.#putByte(this.delimiters.component);
      const component = components[i];
      if (typeof component === 'number') {
        this.#makeRoom(WHOLE_DIGITS_MAX);
        this.#length = printDigits(component, this.#bytes, this.#length);
      } else if (component !== undefined) {
        this.#makeRoom(component.length);
        this.#putData(component);
      }
    }
  }

  /** Begins an element of at most `size` bytes: separators of the empty ones that were left open, and its own. */
  #separate(size: number): void {
    this.#makeRoom(this.#pendingEmpty + 1 + size);
    const bytes = this.#bytes;
    const separator = this.#separator;
    let at = this.#length;
    for (let count = this.#pendingEmpty; count >= 0; count--) bytes[at++] = separator;
    this.#length = at;
    this.#pendingEmpty = 0;
  }

  /** There is room for it. Once per character: all that it touches is at hand. */
  #putData(text: string): void {
    const bytes = this.#bytes;
    const kinds = this.#kinds;
    let at = this.#length;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      // Past ISO 8859-1 the table has nothing, which is not PLAIN either.
      if (kinds[unit] !== PLAIN) this.#look(text, i);
      bytes[at++] = unit;
    }
    this.#length = at;
  }

  /** Looks at the character `text[index]`, which is not plain on its own. */
  #look(text: string, index: number): void {
    const kind = this.#kinds[text.charCodeAt(index)];
    if (kind === SPACE) {
      const isSingle = index > 0 && index < text.length - 1 && text.charCodeAt(index + 1) !== SPACE_UNIT;
      if (!isSingle) this.#isPlain = false;
      return;
    }
    this.#isPlain = false;
    if (kind === NOT_BASIC || this.#isTrial) return;
    const reason = dataKinds.reasonOf(kind);
    throw new UnwritableElement({ segment: this.#tag, element: this.#elementCount(), reason });
  }

  /** Elements begun of the segment that is being written. Their separators tell, since no data holds one. */
  #elementCount(): number {
    let count = 0;
    for (let i = this.#start; i < this.#length; i++) if (this.#bytes[i] === this.#separator) count++;
    return count;
  }

  #put(text: string): void {
    this.#makeRoom(text.length);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let i = 0; i < text.length; i++) bytes[at++] = text.charCodeAt(i);
    this.#length = at;
  }

  #putByte(byte: number): void {
    this.#makeRoom(1);
    this.#bytes[this.#length++] = byte;
  }

  #makeRoom(size: number): void {
    if (this.#length + size <= this.#bytes.length) return;
    const larger = new Uint8Array((this.#length + size) * 2);
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }

  #cutChunk(): void {
    this.#chunks.push(this.#bytes.subarray(0, this.#length));
    this.#bytes = new Uint8Array(CHUNK_BYTES);
    this.#length = 0;
    this.#start = 0;
  }
}
