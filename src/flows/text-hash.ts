import { createHash } from 'node:crypto';

/** Hashed together: a call of the hash costs as much as hashing a few hundred characters. */
const PIECE_CHARACTERS = 16 * 1024;

/** SHA-256 of many short texts, one behind the other. */
export class TextHash {
  readonly #hash = createHash('sha256');
  readonly #encoding: 'latin1' | 'utf8';
  #text = '';

  constructor(encoding: 'latin1' | 'utf8') {
    this.#encoding = encoding;
  }

  add(text: string): void {
    this.#text += text;
    if (this.#text.length >= PIECE_CHARACTERS) this.#flush();
  }

  /** Lower-case hexadecimal. Comes last. */
  digest(): string {
    this.#flush();
    return this.#hash.digest('hex');
  }

  #flush(): void {
    this.#hash.update(this.#text, this.#encoding);
    this.#text = '';
  }
}
