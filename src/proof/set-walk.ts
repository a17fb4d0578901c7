import { requireThat } from './proof-fault.ts';
import type { ProofHeader } from './proof-form.ts';
import type { ScannedSegment } from './segment-scan.ts';

/** Finds the transaction set of a proof in its file, by the place of its ST and by its control numbers. */
export class SetWalk {
  readonly #header: ProofHeader;
  #interchange = '';
  #group = '';
  /** Segments of the set so far; 0 before it. */
  #ordinal = 0;
  /** The set was there, and has ended. */
  isOver = false;

  constructor(header: ProofHeader) {
    this.#header = header;
  }

  /** Which segment of the set this is, from ST = 1; undefined for one that stands outside it. */
  take({ elements, byteStart, byteStop }: ScannedSegment): number | undefined {
    const [identifier] = elements;
    if (this.isOver) return undefined;
    if (this.#ordinal > 0) return this.#next(elements);
    if (identifier === 'ISA') this.#interchange = elements[13] ?? '';
    if (identifier === 'GS') this.#group = elements[6] ?? '';
    const [ordinal, start, stop] = this.#header.at;
    if (identifier !== 'ST' || byteStart !== start) return undefined;
    const { interchange, group, set } = this.#header;
    requireThat(
      interchange === this.#interchange && group === this.#group && set === elements[2],
      'proof.figure-differs',
      'the control numbers of interchange, group and set are not those of the file',
    );
    requireThat(
      elements[1] === '835' && ordinal === 1 && byteStop === stop,
      'proof.place-differs',
      'the transaction set that the proof names is not where it says',
    );
    return ++this.#ordinal;
  }

  /** SE01 is how many segments the sender wrote, ST and SE included. */
  #next(elements: readonly string[]): number {
    this.#ordinal++;
    if (elements[0] !== 'SE') return this.#ordinal;
    this.isOver = true;
    requireThat(
      Number(elements[1]) === this.#ordinal && elements[2] === this.#header.set,
      'proof.set-damaged',
      'the transaction set has not the segments that its own SE counts',
    );
    return this.#ordinal;
  }
}
