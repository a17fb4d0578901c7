import { accepted, type Result, refused } from '../../base/result.ts';
import { enveloped, segmentText } from '../outline/enveloped.ts';
import {
  type FileOutline,
  type OutlinedGroup,
  type OutlinedInterchange,
  type OutlinedSet,
  outlineFile,
} from '../outline/file-outline.ts';
import type { Latin1Decoder } from '../syntax/segment-reader.ts';
import { readClaimTree } from './claim-tree.ts';
import { type SplitRefusal, SplitRefused } from './split-refusal.ts';
import { writeClaims } from './write-claims.ts';

/** Where to cut: at interchanges, functional groups or sets, or an 837 into sets of at most so many claims. */
export type SplitBy = 'interchange' | 'group' | 'set' | { readonly claimsMax: number };

/** An interchange of its own. */
export interface SplitPart {
  /** The control numbers of what it was cut from: ISA13, GS06, ST02, as far as the cut goes. */
  readonly controlNumbers: readonly string[];
  /** One character is one byte (ISO 8859-1). */
  readonly text: string;
}

export interface SplitOptions {
  readonly by: SplitBy;
  /** ISA13 of the first part; the next ones count on. Without it each part keeps that of its interchange. */
  readonly firstControlNumber?: number;
}

/**
 * Cuts a file in memory into interchanges. Sets stay as they are, byte for byte, unless claims are parted; the counts
 * of envelopes are made anew. Every segment of the file stands in a part. It is refused as a whole, before the first
 * part is made, where that could not be; parts are made when they are asked for, so that one is in memory at a time, and
 * again when they are asked for again.
 */
export function splitFile(
  decode: Latin1Decoder,
  bytes: Uint8Array,
  options: SplitOptions,
): Result<Iterable<SplitPart>, SplitRefusal> {
  const outline = outlineFile(decode, bytes);
  try {
    ensureWhole(outline, options.by);
    const parts = { [Symbol.iterator]: () => new FileSplitter(decode, bytes, options).parts(outline) };
    // Claims are read once for nothing, so that what cannot be parted is refused before anything is written.
    if (typeof options.by === 'object') Array.from(parts, ({ text }) => text.length);
    return accepted(parts);
  } catch (error) {
    if (error instanceof SplitRefused) return refused(error.refusal);
    throw error;
  }
}

function ensureWhole({ interchanges, faults }: FileOutline, by: SplitBy): void {
  const [problem] = faults;
  if (problem !== undefined) throw new SplitRefused({ code: 'file-not-whole', problem });
  if (interchanges.length === 0) throw new SplitRefused({ code: 'no-interchange' });
  for (const interchange of by === 'set' || typeof by === 'object' ? interchanges : []) {
    const empty = interchange.groups.find(({ sets }) => sets.length === 0);
    if (empty === undefined) continue;
    const [place, group] = [interchange.header[13] ?? '', empty.header[6] ?? ''];
    throw new SplitRefused({ code: 'group-without-sets', interchange: place, group });
  }
}

class FileSplitter {
  readonly #decode: Latin1Decoder;
  readonly #bytes: Uint8Array;
  readonly #by: SplitBy;
  #nextControlNumber: number | undefined;

  constructor(decode: Latin1Decoder, bytes: Uint8Array, { by, firstControlNumber }: SplitOptions) {
    this.#decode = decode;
    this.#bytes = bytes;
    this.#by = by;
    this.#nextControlNumber = firstControlNumber;
  }

  *parts({ interchanges }: FileOutline): Generator<SplitPart> {
    for (const interchange of interchanges) {
      if (this.#by === 'interchange') yield this.#whole(interchange);
      else yield* this.#partsOf(interchange);
    }
  }

  #whole(interchange: OutlinedInterchange): SplitPart {
    const { header, headerStop, byteStop, groups } = interchange;
    const controlNumber = this.#controlNumber(interchange);
    const body = this.#text(headerStop, byteStop);
    const trailer = segmentText(interchange, ['IEA', String(groups.length), controlNumber]);
    // The last segment is the IEA, which repeats the control number.
    const separator = String.fromCharCode(interchange.delimiters.element);
    const inside = body.slice(0, body.lastIndexOf(`IEA${separator}`));
    const first = segmentText({ ...interchange, lineEnd: '' }, header.with(13, controlNumber));
    return { controlNumbers: [header[13] ?? ''], text: first + inside + trailer };
  }

  *#partsOf(interchange: OutlinedInterchange): Generator<SplitPart> {
    const number = interchange.header[13] ?? '';
    // TA1 segments belong to no group: an interchange of their own keeps them (X12 interpretation 1591).
    if (interchange.acknowledgments.length > 0 || interchange.groups.length === 0) {
      const body = interchange.acknowledgments.map((one) => segmentText(interchange, one)).join('');
      yield this.#part(interchange, [number, 'TA1'], { setCount: 0, body });
    }
    for (const group of interchange.groups) {
      const groupHeader = group.header;
      const numbers = [number, groupHeader[6] ?? ''];
      if (this.#by === 'group') {
        const body = group.sets.map((set) => this.#setText(interchange, set)).join('');
        yield this.#part(interchange, numbers, { groupHeader, setCount: group.sets.length, body });
        continue;
      }
      for (const set of group.sets) {
        for (const body of this.#bodiesOf(interchange, group, set)) {
          yield this.#part(interchange, [...numbers, set.controlNumber], { groupHeader, setCount: 1, body });
        }
      }
    }
  }

  *#bodiesOf(interchange: OutlinedInterchange, group: OutlinedGroup, set: OutlinedSet): Generator<string> {
    if (typeof this.#by !== 'object') {
      yield this.#setText(interchange, set);
      return;
    }
    if (set.identifier !== '837' || group.header[1] !== 'HC') {
      throw new SplitRefused({ code: 'set-without-claims', set: set.controlNumber });
    }
    const tree = readClaimTree(this.#decode, { bytes: this.#bytes, interchange, set });
    for (let start = 0; start < tree.claims.length; start += this.#by.claimsMax) {
      yield writeClaims(interchange, tree, tree.claims.slice(start, start + this.#by.claimsMax));
    }
  }

  #part(
    interchange: OutlinedInterchange,
    controlNumbers: readonly string[],
    content: { groupHeader?: readonly string[]; setCount: number; body: string },
  ): SplitPart {
    const controlNumber = this.#controlNumber(interchange);
    return { controlNumbers, text: enveloped(interchange, { ...content, controlNumber }) };
  }

  #controlNumber(interchange: OutlinedInterchange): string {
    if (this.#nextControlNumber === undefined) return interchange.header[13] ?? '';
    return String(this.#nextControlNumber++).padStart(9, '0');
  }

  #setText(interchange: OutlinedInterchange, { byteStart, byteStop }: OutlinedSet): string {
    return this.#text(byteStart, byteStop) + interchange.lineEnd;
  }

  #text(start: number, stop: number): string {
    return this.#decode(this.#bytes, start, stop);
  }
}
