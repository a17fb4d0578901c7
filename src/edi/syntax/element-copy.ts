import type { SegmentCursor } from './segment-cursor.ts';

/** The longest name of a claim is TRN02 of a 277CA with 50 characters; what is longer is cut. */
const LENGTH_MAX = 64;

/** The bytes of one element, kept past its segment at the cost of no string; `text` makes one when it is asked. */
export class ElementCopy {
  readonly #bytes = new Uint8Array(LENGTH_MAX);
  #length = 0;

  take(segment: SegmentCursor, position: number): void {
    const { bytes } = segment;
    const start = segment.startOf(position);
    const length = Math.min(segment.stopOf(position) - start, LENGTH_MAX);
    for (let i = 0; i < length; i++) this.#bytes[i] = bytes[start + i] as number;
    this.#length = length;
  }

  get text(): string {
    return String.fromCharCode(...this.#bytes.subarray(0, this.#length));
  }
}
