import { KNOWN_BYTES_MAX, KnownTexts } from './known-texts.ts';

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

/** Decoding the whole piece pays only where many texts are cut from it: until then each is decoded on its own. */
const TEXTS_BEFORE_DECODING = 64;

/** Cuts texts from a chunk of bytes, which it decodes as a whole once many of them were asked for. */
export class ChunkText {
  readonly #decode: Latin1Decoder;
  #text: string | undefined;
  #textCount = 0;
  readonly #known = new KnownTexts();

  constructor(decode: Latin1Decoder) {
    this.#decode = decode;
  }

  /** The bytes are others now. */
  reset(): void {
    this.#text = undefined;
    this.#textCount = 0;
  }

  /** The text of `bytes[start, stop)`; `length` of the bytes hold something. */
  cut(bytes: Uint8Array, length: number, start: number, stop: number): string {
    if (start === stop) return '';
    if (stop - start > KNOWN_BYTES_MAX) return this.#make(bytes, length, start, stop);
    const known = this.#known.find(bytes, start, stop);
    if (known !== undefined) return known;
    const text = this.#make(bytes, length, start, stop);
    this.#known.remember(text);
    return text;
  }

  #make(bytes: Uint8Array, length: number, start: number, stop: number): string {
    if (stop - start > SHORT_TEXT_MAX || ++this.#textCount <= TEXTS_BEFORE_DECODING) {
      return this.#decode(bytes, start, stop);
    }
    this.#text ??= this.#decode(bytes, 0, length);
    return this.#text.substring(start, stop);
  }
}
