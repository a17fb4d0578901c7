import { EnvelopeReader } from '../envelope/envelope-reader.ts';
import type { Problem } from '../problems.ts';
import type { Delimiters } from '../syntax/delimiters.ts';
import { type Latin1Decoder, SegmentReader } from '../syntax/segment-reader.ts';
import { tagText } from '../syntax/tag.ts';

/** The identifier, then the elements as they stand. */
export type SegmentElements = readonly string[];

/** Where something stands in its file, in bytes. */
export interface ByteRange {
  readonly byteStart: number;
  readonly byteStop: number;
}

/** A transaction set from ST to SE. */
export interface OutlinedSet extends ByteRange {
  /** ST01. */
  readonly identifier: string;
  /** ST02. */
  readonly controlNumber: string;
  /** ST03, or GS08 where ST03 is absent. */
  readonly guide: string;
  readonly segmentCount: number;
}

export interface OutlinedGroup {
  /** GS. */
  readonly header: SegmentElements;
  readonly sets: readonly OutlinedSet[];
}

/** From the first byte of ISA to behind IEA's terminator. */
export interface OutlinedInterchange extends ByteRange {
  /** ISA, its elements padded as in the file. */
  readonly header: SegmentElements;
  readonly headerStop: number;
  readonly delimiters: Delimiters;
  /** What stands behind the ISA's terminator: '' or the end of a line. */
  readonly lineEnd: string;
  /** TA1 segments. */
  readonly acknowledgments: readonly SegmentElements[];
  readonly groups: readonly OutlinedGroup[];
}

export interface FileOutline {
  readonly interchanges: readonly OutlinedInterchange[];
  /** What keeps the file from being cut at its envelopes: none, and every segment of it stands in the outline. */
  readonly faults: readonly Problem[];
}

/** Where the envelopes of a file stand. A file with faults has an outline too, of what could be read. */
export function outlineFile(decode: Latin1Decoder, bytes: Uint8Array): FileOutline {
  const faults: Problem[] = [];
  const reader = new EnvelopeReader(decode, {
    problem: (problem) => {
      if (isFault(problem)) faults.push(problem);
    },
  });
  reader.feed(bytes);
  reader.finish();
  return { interchanges: new OutlineBuilder(decode).build(bytes), faults };
}

/** Envelopes that do not close, do not count right or leave segments out; what else is wrong can still be cut. */
function isFault({ code }: Problem): boolean {
  return /^(file|segment)\.|\.trailer-missing$|-mismatch$/.test(code);
}

interface OpenGroup extends OutlinedGroup {
  readonly sets: OutlinedSet[];
}

type OpenSet = { -readonly [Key in keyof OutlinedSet]: OutlinedSet[Key] };

interface OpenInterchange extends OutlinedInterchange {
  lineEnd: string;
  byteStop: number;
  readonly acknowledgments: SegmentElements[];
  readonly groups: OpenGroup[];
}

/** Pieces that the reader is fed, so that its buffer stays small. */
const STEP_BYTES = 256 * 1024;

class OutlineBuilder {
  readonly #decode: Latin1Decoder;
  readonly #interchanges: OpenInterchange[] = [];
  #group: OpenGroup | undefined;
  #set: OpenSet | undefined;
  #headerStop = -1;

  constructor(decode: Latin1Decoder) {
    this.#decode = decode;
  }

  build(bytes: Uint8Array): OutlinedInterchange[] {
    const reader = new SegmentReader(this.#decode);
    for (let start = 0; start < bytes.length; start += STEP_BYTES) {
      reader.feed(bytes.subarray(start, start + STEP_BYTES));
      while (reader.next()) this.#take(reader, bytes);
    }
    return this.#interchanges;
  }

  #take(reader: SegmentReader, bytes: Uint8Array): void {
    const interchange = this.#interchanges.at(-1);
    if (interchange !== undefined) {
      if (this.#headerStop >= 0) {
        interchange.lineEnd = this.#decode(bytes, this.#headerStop, reader.byteStart).replaceAll(
          /[^\r\n]/g,
          '',
        );
      }
      interchange.byteStop = reader.byteStop;
    }
    this.#headerStop = -1;
    switch (tagText(reader.tag)) {
      case 'ISA':
        return this.#open(reader);
      case 'TA1':
        if (this.#group === undefined) interchange?.acknowledgments.push(elementsOf(reader));
        return;
      case 'GS':
        return this.#openGroup(reader, interchange);
      case 'ST':
        return this.#openSet(reader);
      case 'GE':
      case 'IEA':
        this.#group = undefined;
        this.#set = undefined;
        return;
      default:
        return this.#addToSet(reader);
    }
  }

  #open(reader: SegmentReader): void {
    const { byteStart, byteStop, delimiters } = reader;
    const header = elementsOf(reader);
    this.#interchanges.push({
      header,
      headerStop: byteStop,
      delimiters,
      lineEnd: '',
      acknowledgments: [],
      groups: [],
      byteStart,
      byteStop,
    });
    this.#headerStop = byteStop;
    this.#group = undefined;
    this.#set = undefined;
  }

  #openGroup(reader: SegmentReader, interchange: OpenInterchange | undefined): void {
    const group = { header: elementsOf(reader), sets: [] };
    interchange?.groups.push(group);
    this.#group = group;
    this.#set = undefined;
  }

  #openSet(reader: SegmentReader): void {
    const { byteStart, byteStop } = reader;
    this.#set = {
      identifier: reader.text(1),
      controlNumber: reader.text(2),
      guide: reader.text(3) || (this.#group?.header[8] ?? ''),
      segmentCount: 1,
      byteStart,
      byteStop,
    };
    this.#group?.sets.push(this.#set);
  }

  #addToSet(reader: SegmentReader): void {
    if (this.#set === undefined) return;
    this.#set.segmentCount++;
    this.#set.byteStop = reader.byteStop;
    if (tagText(reader.tag) === 'SE') this.#set = undefined;
  }
}

function elementsOf(reader: SegmentReader): SegmentElements {
  return Array.from({ length: reader.elementCount + 1 }, (_, position) => reader.text(position));
}
