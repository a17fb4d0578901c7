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

/**
 * Writes segments element by element: `writer.begin('CLM').element('A1').amount(cents(10000)).end()`.
 * It counts segments, drops trailing empty elements and components (X12.6 §3.4), and refuses data that would
 * change the structure. ISA is written like any other segment; its elements come padded.
 */
export class SegmentWriter {
  readonly delimiters: Delimiters;
  /** Segments ended so far. */
  segmentCount = 0;

  readonly #element: string;
  readonly #component: string;
  readonly #repetition: string;
  readonly #terminator: string;
  readonly #forbidden: Uint8Array = new Uint8Array(LATIN_1_MAX + 1);
  #parts: string[] = [];
  #tag = '';
  #line = '';
  #position = 0;
  #pendingEmpty = 0;

  /** `lineEnd` stands behind every terminator ('' or a CR/LF sequence that the partner asked for). */
  constructor(delimiters: Delimiters, lineEnd = '') {
    this.delimiters = delimiters;
    this.#element = String.fromCharCode(delimiters.element);
    this.#component = String.fromCharCode(delimiters.component);
    this.#repetition = String.fromCharCode(delimiters.repetition);
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
    this.#tag = tag;
    this.#line = tag;
    this.#position = 0;
    this.#pendingEmpty = 0;
    return this;
  }

  /** The next element; '' or undefined leaves it empty. */
  element(text: string | undefined): this {
    this.#position++;
    if (text === undefined || text === '') {
      this.#pendingEmpty++;
      return this;
    }
    this.#ensureWritable(text);
    this.#append(text);
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
    return this.#joined([components], this.#component);
  }

  /** The next element as repetitions of composites (of one component each, where the element is simple). */
  repeated(repetitions: readonly (readonly (string | undefined)[])[]): this {
    return this.#joined(repetitions, this.#component);
  }

  /** ISA11 and ISA16 declare delimiters: the only elements that may hold one. */
  delimiter(byte: number): this {
    this.#position++;
    this.#append(String.fromCharCode(byte));
    return this;
  }

  end(): void {
    this.#parts.push(this.#line, this.#terminator);
    this.segmentCount++;
  }

  /** All segments ended so far. One character is one byte (ISO 8859-1). */
  toText(): string {
    if (this.#parts.length > 1) this.#parts = [this.#parts.join('')];
    return this.#parts[0] ?? '';
  }

  #joined(repetitions: readonly (readonly (string | undefined)[])[], separator: string): this {
    this.#position++;
    let joined = '';
    for (const [index, components] of repetitions.entries()) {
      let used = components.length;
      while (used > 0 && (components[used - 1] ?? '') === '') used--;
      if (index > 0) joined += this.#repetition;
      for (let i = 0; i < used; i++) {
        const component = components[i] ?? '';
        this.#ensureWritable(component);
        joined += i === 0 ? component : separator + component;
      }
    }
    if (joined === '') this.#pendingEmpty++;
    else this.#append(joined);
    return this;
  }

  #append(text: string): void {
    for (; this.#pendingEmpty > 0; this.#pendingEmpty--) this.#line += this.#element;
    this.#line += this.#element + text;
  }

  #ensureWritable(text: string): void {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const verdict = unit > LATIN_1_MAX ? 3 : (this.#forbidden[unit] as number);
      if (verdict !== 0) throw this.#unwritable(verdict);
    }
  }

  #unwritable(verdict: number): UnwritableElement {
    const reason = verdict === 1 ? 'control-character' : verdict === 2 ? 'delimiter-in-data' : 'not-latin-1';
    return new UnwritableElement({ segment: this.#tag, element: this.#position, reason });
  }
}
