import * as knownTexts from './known-texts.ts';
import { KnownTexts } from './known-texts.ts';

const { KNOWN_BYTES_MAX } = knownTexts;

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

/**
 * Texts are cut from a window of the bytes that is decoded at once, which is faster than to decode each, as long as the
 * window stays in the processor's nearest cache: a whole piece of a file decoded at once does not, and costs as much as
 * all the texts that are cut from it.
 */
const WINDOW_BYTES = 8 * 1024;

/** Cuts texts from a chunk of bytes, which it decodes window by window as texts are asked for. */
export class ChunkText {
  readonly #decode: Latin1Decoder;
  /** The text of the bytes from `#start` to `#stop`. */
  #window = '';
  #start = 0;
  #stop = 0;
  readonly #known = new KnownTexts();

  constructor(decode: Latin1Decoder) {
    this.#decode = decode;
  }

  /** The bytes are others now. */
  reset(): void {
    this.#stop = 0;
  }

  /** The text of `bytes[start, stop)`, of which `view` is a view; `length` of the bytes hold something. */
  cut(bytes: Uint8Array, view: DataView, length: number, start: number, stop: number): string {
    if (start === stop) return '';
    if (stop - start > KNOWN_BYTES_MAX) return this.#make(bytes, length, start, stop);
    const known = this.#known.find(view, start, stop);
    if (known !== undefined) return known;
    const text = this.#make(bytes, length, start, stop);
    this.#known.remember(text);
    return text;
  }

  #make(bytes: Uint8Array, length: number, start: number, stop: number): string {
    if (stop - start > SHORT_TEXT_MAX) return this.#decode(bytes, start, stop);
    if (start < this.#start || stop > this.#stop) {
      this.#start = start;
      this.#stop = Math.min(start + WINDOW_BYTES, length);
      this.#window = this.#decode(bytes, start, this.#stop);
    }
    return this.#window.substring(start - this.#start, stop - this.#start);
  }
}
