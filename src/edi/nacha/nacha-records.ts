import type { Latin1Decoder } from '../syntax/segment-reader.ts';

/** NACHA Operating Rules, Appendix Three: a record is 94 characters. */
export const RECORD_LENGTH = 94;

/** One record of a NACHA file, filled with blanks to its full length. */
export interface NachaRecord {
  readonly text: string;
  readonly place: NachaPlace;
}

/** Where a record stands in its file. */
export interface NachaPlace {
  /** Counts the records of the file from 1, the file header included. */
  readonly recordNumber: number;
  readonly byteStart: number;
  readonly byteStop: number;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Cuts a file into records, piece by piece. A record ends at its 94th character or at a line break, whichever comes
 * first: banks send records in lines of any system, in one line, and in lines without the blanks at their end.
 * However the file is cut into pieces and lines, the records are the same.
 */
export class NachaRecordReader {
  readonly #decode: Latin1Decoder;
  readonly #record: (record: NachaRecord) => void;
  readonly #bytes = new Uint8Array(RECORD_LENGTH);
  #length = 0;
  #position = 0;
  #recordCount = 0;

  constructor(decode: Latin1Decoder, record: (record: NachaRecord) => void) {
    this.#decode = decode;
    this.#record = record;
  }

  feed(chunk: Uint8Array): void {
    for (const byte of chunk) {
      this.#position++;
      if (byte === LINE_FEED || byte === CARRIAGE_RETURN) {
        this.#end(this.#position - 1);
        continue;
      }
      this.#bytes[this.#length++] = byte;
      if (this.#length === RECORD_LENGTH) this.#end(this.#position);
    }
  }

  finish(): void {
    this.#end(this.#position);
  }

  #end(byteStop: number): void {
    const length = this.#length;
    this.#length = 0;
    const text = this.#decode(this.#bytes, 0, length);
    // Between two line breaks, or blanks behind a whole record.
    if (text.trim() === '') return;
    const place = { recordNumber: ++this.#recordCount, byteStart: byteStop - length, byteStop };
    this.#record({ text: text.padEnd(RECORD_LENGTH), place });
  }
}
