import { type Cents, printCentsSuppressed } from '../../base/money.ts';
import type { Delimiters } from './delimiters.ts';

/** Why a text cannot stand in an element: it holds a delimiter, a control character, or a byte past ISO 8859-1. */
export type UnwritableReason = 'delimiter-in-data' | 'control-character' | 'not-latin-1';

/** Thrown by the writer; names the place, never the text. A translator that cleans its data never meets it. */
export class UnwritableElement extends Error {
  override readonly name = 'UnwritableElement';
  readonly segment: string;
  readonly element: number;
  readonly reason: UnwritableReason;

  constructor(options: { segment: string; element: number; reason: UnwritableReason }) {
    super(
      `element ${options.segment}${String(options.element).padStart(2, '0')} cannot be written: ${options.reason}`,
    );
    this.segment = options.segment;
    this.element = options.element;
    this.reason = options.reason;
  }
}

const CONTROL_MAX = 0x1f;
const LATIN_1_MAX = 0xff;

/** Bytes are turned into text in pieces of this size, so that what is written exists once. */
const PIECE_BYTES = 16 * 1024;

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

  readonly #terminator: string;
  readonly #forbidden: Uint8Array = new Uint8Array(LATIN_1_MAX + 1);
  /** Bytes behind the texts in `#pieces`, `#length` of them, the segment that is being written included. */
  #bytes = new Uint8Array(2 * PIECE_BYTES);
  #length = 0;
  /** Where the segment that is being written begins: it is dropped when it is not ended. */
  #start = 0;
  #pieces: string[] = [];
  #tag = '';
  #position = 0;
  #pendingEmpty = 0;

  /** `lineEnd` stands behind every terminator ('' or a CR/LF sequence that the partner asked for). */
  constructor(delimiters: Delimiters, lineEnd = '') {
    this.delimiters = delimiters;
    this.#terminator = String.fromCharCode(delimiters.terminator) + lineEnd;
    for (let byte = 0; byte <= CONTROL_MAX; byte++) this.#forbidden[byte] = 1;
    for (const byte of [
      delimiters.element,
      delimiters.component,
      delimiters.repetition,
      delimiters.terminator,
    ]) {
      this.#forbidden[byte] = 2;
    }
  }

  begin(tag: string): this {
    this.#length = this.#start;
    this.#tag = tag;
    this.#position = 0;
    this.#pendingEmpty = 0;
    this.#put(tag);
    return this;
  }

  /** The next element; '' or undefined leaves it empty. */
  element(text: string | undefined): this {
    this.#position++;
    if (text === undefined || text === '') {
      this.#pendingEmpty++;
      return this;
    }
    this.#separate();
    this.#putData(text);
    return this;
  }

  /** The next elements, in order. */
  elements(...texts: readonly (string | undefined)[]): this {
    for (const text of texts) this.element(text);
    return this;
  }

  /** The next element as money, with zeros suppressed; undefined leaves it empty. */
  amount(amount: Cents | undefined): this {
    return this.element(amount === undefined ? undefined : printCentsSuppressed(amount));
  }

  /** The next element as a composite. */
  composite(components: readonly (string | undefined)[]): this {
    return this.#joined([components]);
  }

  /** The next element as repetitions of composites (of one component each, where the element is simple). */
  repeated(repetitions: readonly (readonly (string | undefined)[])[]): this {
    return this.#joined(repetitions);
  }

  /** ISA11 and ISA16 declare delimiters: the only elements that may hold one. */
  delimiter(byte: number): this {
    this.#position++;
    this.#separate();
    this.#putByte(byte);
    return this;
  }

  end(): void {
    this.#put(this.#terminator);
    this.segmentCount++;
    if (this.#length >= PIECE_BYTES) this.#cutPiece();
    this.#start = this.#length;
  }

  /** All segments ended so far. One character is one byte (ISO 8859-1). */
  toText(): string {
    this.#length = this.#start;
    this.#cutPiece();
    if (this.#pieces.length > 1) this.#pieces = [this.#pieces.join('')];
    return this.#pieces[0] ?? '';
  }

  #joined(repetitions: readonly (readonly (string | undefined)[])[]): this {
    this.#position++;
    const isEmpty =
      repetitions.length < 2 && (repetitions[0] ?? []).every((component) => (component ?? '') === '');
    if (isEmpty) {
      this.#pendingEmpty++;
      return this;
    }
    this.#separate();
    for (let index = 0; index < repetitions.length; index++) {
      if (index > 0) this.#putByte(this.delimiters.repetition);
      this.#putComponents(repetitions[index] as readonly (string | undefined)[]);
    }
    return this;
  }

  #putComponents(components: readonly (string | undefined)[]): void {
    let used = components.length;
    while (used > 0 && (components[used - 1] ?? '') === '') used--;
    for (let i = 0; i < used; i++) {
      if (i > 0) this.#putByte(this.delimiters.component);
      this.#putData(components[i] ?? '');
    }
  }

  /** Separators of the empty elements that were left open, and of the one that comes. */
  #separate(): void {
    for (let count = this.#pendingEmpty; count >= 0; count--) this.#putByte(this.delimiters.element);
    this.#pendingEmpty = 0;
  }

  #putData(text: string): void {
    this.#makeRoom(text.length);
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const verdict = unit > LATIN_1_MAX ? 3 : (this.#forbidden[unit] as number);
      if (verdict !== 0) throw this.#unwritable(verdict);
      this.#bytes[this.#length++] = unit;
    }
  }

  #put(text: string): void {
    this.#makeRoom(text.length);
    for (let i = 0; i < text.length; i++) this.#bytes[this.#length++] = text.charCodeAt(i);
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

  #cutPiece(): void {
    for (let start = 0; start < this.#length; start += ARGUMENTS_MAX) {
      const stop = Math.min(start + ARGUMENTS_MAX, this.#length);
      this.#pieces.push(
        String.fromCharCode.apply(undefined, this.#bytes.subarray(start, stop) as unknown as number[]),
      );
    }
    this.#length = 0;
    this.#start = 0;
  }

  #unwritable(verdict: number): UnwritableElement {
    const reason = verdict === 1 ? 'control-character' : verdict === 2 ? 'delimiter-in-data' : 'not-latin-1';
    return new UnwritableElement({ segment: this.#tag, element: this.#position, reason });
  }
}
