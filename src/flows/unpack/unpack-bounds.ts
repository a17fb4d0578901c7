/** Why a packed file is not taken apart. All of it goes to quarantine then, and nothing of it counts. */
export type UnpackProblemCode =
  | 'file.packed-unreadable'
  | 'file.packed-encrypted'
  | 'file.packed-empty'
  | 'file.packed-too-many-members'
  | 'file.packed-too-large'
  | 'file.packed-ratio'
  | 'file.packed-nested';

export interface UnpackBounds {
  /** Of the packed file: it is held in memory, because a zip file's directory stands at its end. */
  readonly packedBytesMax: number;
  readonly membersMax: number;
  /** Of all members together. */
  readonly inflatedBytesMax: number;
  /** Inflated to packed bytes. X12 packs about twentyfold; deflate's own limit is 1032 (a bomb). */
  readonly ratioMax: number;
}

export const UNPACK_BOUNDS: UnpackBounds = {
  packedBytesMax: 64 * 1024 * 1024,
  membersMax: 1000,
  inflatedBytesMax: 512 * 1024 * 1024,
  ratioMax: 250,
};

/** Below this a ratio says nothing: a few repeated segments pack very well. */
const RATIO_COUNTS_FROM_BYTES = 1024 * 1024;

/** A bound was broken, or the packing itself is broken. Never leaves this folder. */
export class UnpackProblem extends Error {
  override readonly name = 'UnpackProblem';
  readonly code: UnpackProblemCode;

  constructor(code: UnpackProblemCode) {
    super('the packed file is not taken apart');
    this.code = code;
  }
}

/** Passes inflated bytes on and stops at the first one too many, whatever the file's own fields promise. */
export class InflatedCounter {
  #inflatedBytes = 0;
  readonly #bounds: UnpackBounds;
  readonly #packedBytes: number;

  constructor(bounds: UnpackBounds, packedBytes: number) {
    this.#bounds = bounds;
    this.#packedBytes = packedBytes;
  }

  async *count(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes) {
      this.#inflatedBytes += piece.length;
      if (this.#inflatedBytes > this.#bounds.inflatedBytesMax)
        throw new UnpackProblem('file.packed-too-large');
      const isBomb =
        this.#inflatedBytes > RATIO_COUNTS_FROM_BYTES &&
        this.#inflatedBytes > this.#packedBytes * this.#bounds.ratioMax;
      if (isBomb) throw new UnpackProblem('file.packed-ratio');
      yield piece;
    }
  }
}
