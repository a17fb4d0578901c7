import { createHash } from 'node:crypto';
import { ProofRefused, requireThat } from './proof-fault.ts';
import { type ProofLine, readProofLine } from './proof-form.ts';

/** A claim of 999 lines with all the adjustments it may have stays below one megabyte. */
const LINE_BYTES_MAX = 16 * 1024 * 1024;
const LINE_FEED = 0x0a;

/** Reads a proof line by line and remembers the SHA-256 of the lines that were read. */
export class ProofLines {
  readonly #pieces: AsyncIterator<Uint8Array>;
  readonly #hash = createHash('sha256');
  #rest = Buffer.alloc(0);
  #lineCount = 0;
  /** Of all lines before the last one that was read, their ends included. */
  sha256 = '';

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#pieces = bytes[Symbol.asyncIterator]();
  }

  /** The next line; undefined when there is none. Refuses what is no line of a proof. */
  async next(): Promise<ProofLine | undefined> {
    let stop = this.#rest.indexOf(LINE_FEED);
    while (stop < 0) {
      const piece = await this.#pieces.next();
      if (piece.done === true) {
        requireThat(this.#rest.length === 0, 'proof.cut', 'the proof ends in the middle of a line');
        return undefined;
      }
      const before = this.#rest.length;
      this.#rest = Buffer.concat([this.#rest, piece.value]);
      requireThat(
        this.#rest.length < LINE_BYTES_MAX,
        'proof.form',
        'the proof has a line that is far too long',
      );
      stop = this.#rest.indexOf(LINE_FEED, before);
    }
    const line = this.#rest.subarray(0, stop + 1);
    this.#rest = this.#rest.subarray(stop + 1);
    this.sha256 = this.#hash.copy().digest('hex');
    this.#hash.update(line);
    this.#lineCount++;
    const read = readProofLine(line.toString('utf8', 0, stop));
    if (read !== undefined) return read;
    throw new ProofRefused('proof.form', `line ${this.#lineCount} of the proof is no line of a proof`);
  }

  async close(): Promise<void> {
    await this.#pieces.return?.();
  }
}
