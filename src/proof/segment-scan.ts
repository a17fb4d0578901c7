/** A segment as its bytes have it: the identifier is element 0. */
export interface ScannedSegment {
  readonly byteStart: number;
  /** Behind the terminator. */
  readonly byteStop: number;
  readonly elements: readonly string[];
}

const ISA = [0x49, 0x53, 0x41];
const BLANK_MAX = 0x20;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** The widths of ISA (X12.5 §4.2), 106 bytes with its terminator. */
const ISA_WIDTHS = /^ISA(.)..\1.{10}\1..\1.{10}\1..\1.{15}\1..\1.{15}\1.{6}\1.{4}\1.\1.{5}\1.{9}\1.\1.\1../s;
const ISA_BYTES = 106;
const ISA_ELEMENT = 3;
const ISA_REPETITION = 82;
const ISA_COMPONENT = 104;
const ISA_TERMINATOR = 105;
/** Enough for an ISA in lines of sixteen bytes. */
const HEAD_BYTES = 128;

/**
 * Cuts a file into segments for the verifier alone. It shares nothing with the reader that postings are made of, because
 * a mistake that both made would cancel out, and it knows only what a file that was applied can be: whole interchanges
 * whose ISA has its fixed widths. The bytes may come in any pieces.
 */
export class SegmentScan {
  /** Delimiters of the interchange at hand, as characters; the repetition separator is '' where there is none. */
  element = '';
  component = '';
  repetition = '';
  #terminator = -1;
  #isWrapped = false;
  #bytes = Buffer.alloc(0);
  /** Offset in the file of `#bytes[0]`. */
  #base = 0;

  *feed(piece: Uint8Array): Generator<ScannedSegment> {
    this.#bytes = this.#bytes.length === 0 ? Buffer.from(piece) : Buffer.concat([this.#bytes, piece]);
    yield* this.#segments(HEAD_BYTES);
  }

  /** The rest, when the file has ended. */
  *finish(): Generator<ScannedSegment> {
    yield* this.#segments(ISA_BYTES);
  }

  *#segments(headBytes: number): Generator<ScannedSegment> {
    let position = 0;
    for (;;) {
      position = this.#gapStop(position);
      if (this.#startsInterchange(position)) {
        if (position + headBytes > this.#bytes.length) break;
        this.#readDelimiters(position);
      }
      const stop = this.#terminator < 0 ? -1 : this.#bytes.indexOf(this.#terminator, position);
      if (stop < 0) break;
      const text = this.#bytes.toString('latin1', position, stop);
      yield {
        byteStart: this.#base + position,
        byteStop: this.#base + stop + 1,
        elements: (this.#isWrapped ? text.replace(/[\r\n]/g, '') : text).split(this.element),
      };
      position = stop + 1;
    }
    this.#bytes = this.#bytes.subarray(position);
    this.#base += position;
  }

  /** Line ends, blanks and byte order marks between segments belong to none of them (X12 interpretation 28). */
  #gapStop(start: number): number {
    const bytes = this.#bytes;
    let i = start;
    for (;;) {
      if (BYTE_ORDER_MARK.every((byte, offset) => bytes[i + offset] === byte)) i += BYTE_ORDER_MARK.length;
      else if (i < bytes.length && (bytes[i] as number) <= BLANK_MAX) i++;
      else return i;
    }
  }

  #startsInterchange(position: number): boolean {
    return ISA.every((byte, offset) => this.#bytes[position + offset] === byte);
  }

  /** A file whose ISA has its widths only without line ends is one of fixed lines: none of its line ends is data. */
  #readDelimiters(position: number): void {
    const head = this.#bytes.toString('latin1', position, position + HEAD_BYTES);
    this.#isWrapped = !ISA_WIDTHS.test(head);
    const isa = this.#isWrapped ? head.replace(/[\r\n]/g, '') : head;
    if (!ISA_WIDTHS.test(isa)) return;
    this.element = isa.charAt(ISA_ELEMENT);
    this.component = isa.charAt(ISA_COMPONENT);
    this.#terminator = isa.charCodeAt(ISA_TERMINATOR);
    const repetition = isa.charAt(ISA_REPETITION);
    // Before version 00402, ISA11 was a letter and separated nothing.
    this.repetition = /[A-Za-z0-9 ]/.test(repetition) ? '' : repetition;
  }
}
