import { type Cents, ZERO_CENTS } from '../../base/money.ts';
import { type BusinessDate, parseCompactDate, parseCompactDateBytes } from '../../base/time.ts';
import type { SourcePlace } from '../../domain/exchange/source.ts';
import type { EnvelopeNumbers } from '../../edi/envelope/envelope-handler.ts';
import { placeOf } from '../../edi/envelope/place-of.ts';
import type { SegmentCursor } from '../../edi/syntax/segment-cursor.ts';
import { type Tag, tagOf, tagText } from '../../edi/syntax/tag.ts';
import { CollectedList } from '../collected-list.ts';
import { NOT_SENT } from './transmitted-claim.ts';

/** What of a claim cannot be read, and where: an element that is none of what it should be, or is missing. */
export interface ClaimFault {
  readonly segment: string;
  /** Counts from 1; 0 where the whole segment is missing. */
  readonly element: number;
  /** Where it stands, or the loop's first segment where it is missing. */
  readonly place: SourcePlace;
}

/** Codes that a claim can hold, with their packed form (see `tagOf`). */
export interface Codes<Code extends string> {
  readonly texts: readonly [Code, ...Code[]];
  readonly packed: readonly Tag[];
}

export function codesOf<Code extends string>(...texts: readonly [Code, ...Code[]]): Codes<Code> {
  return { texts, packed: texts.map(tagOf) };
}

/**
 * Takes values out of the segment that the file stands on. What cannot be read is noted as a fault, and something empty
 * goes on in its place, so that all faults are found at once; a claim with a fault is never given out.
 */
export class ClaimValues {
  segment: SegmentCursor;
  segmentOrdinal: number;
  numbers: EnvelopeNumbers;
  /** Where faults are noted: those of the level or claim that is open. */
  faults: ClaimFault[];
  #place: SourcePlace | undefined;
  /** For a list of texts while it is being read. */
  readonly texts = new CollectedList<string>();
  readonly #counts = new CollectedList<number>();

  constructor(
    segment: SegmentCursor,
    segmentOrdinal: number,
    numbers: EnvelopeNumbers,
    faults: ClaimFault[],
  ) {
    this.segment = segment;
    this.segmentOrdinal = segmentOrdinal;
    this.numbers = numbers;
    this.faults = faults;
  }

  /** Turns to the next segment. */
  moveTo(segment: SegmentCursor, segmentOrdinal: number, numbers: EnvelopeNumbers): void {
    this.segment = segment;
    this.segmentOrdinal = segmentOrdinal;
    this.numbers = numbers;
    this.#place = undefined;
  }

  /** Where the segment stands, made where it is asked for. */
  get place(): SourcePlace {
    this.#place ??= placeOf(this.segment, this.segmentOrdinal, this.numbers);
    return this.#place;
  }

  get tag(): Tag {
    return this.segment.tag;
  }

  /** A text that must be there. */
  text(position: number): string {
    const text = this.segment.text(position);
    if (text === '') this.fault(position);
    return text;
  }

  /** A text that may be absent. */
  optionalText(position: number): string | undefined {
    const text = this.segment.text(position);
    return text === '' ? undefined : text;
  }

  cents(position: number): Cents {
    const amount = this.segment.cents(position);
    if (amount === undefined) this.fault(position);
    return amount ?? ZERO_CENTS;
  }

  /** A day, written as CCYYMMDD. */
  date(position: number): BusinessDate {
    const { segment } = this;
    const day = parseCompactDateBytes(segment.bytes, segment.startOf(position), segment.stopOf(position));
    if (day === undefined) this.fault(position);
    return day ?? NOT_SENT.birthDate;
  }

  /** A day that is a part of an element. */
  dateOf(position: number, text: string): BusinessDate {
    const day = parseCompactDate(text);
    if (day === undefined) this.fault(position);
    return day ?? NOT_SENT.birthDate;
  }

  /** One of the codes that a claim can hold. */
  code<Code extends string>(position: number, { texts, packed }: Codes<Code>): Code {
    const code = this.segment.code(position);
    for (let index = 0; index < packed.length; index++) {
      if (packed[index] === code) return texts[index] as Code;
    }
    this.fault(position);
    return texts[0];
  }

  /** A code that is a component of an element. */
  codeOf<Code extends string>(position: number, text: string | undefined, { texts }: Codes<Code>): Code {
    for (const code of texts) {
      if (code === text) return code;
    }
    this.fault(position);
    return texts[0];
  }

  /** The components of an element as numbers of at most six digits; 0 where one is none, or empty. */
  counts(position: number): number[] {
    const { bytes, delimiters } = this.segment;
    const stop = this.segment.stopOf(position);
    let count = 0;
    let start = this.segment.startOf(position);
    for (let i = start; i <= stop; i++) {
      if (i < stop && bytes[i] !== delimiters.component) {
        const digit = (bytes[i] as number) - DIGIT_ZERO;
        count = digit >= 0 && digit <= 9 ? count * 10 + digit : Number.NaN;
        continue;
      }
      const isCount = count >= 0 && i - start <= COUNT_DIGITS_MAX;
      if (!isCount) this.fault(position);
      this.#counts.add(isCount ? count : 0);
      count = 0;
      start = i + 1;
    }
    return this.#counts.take();
  }

  /** The same of an element that is one number. */
  count(position: number): number {
    const { bytes } = this.segment;
    const start = this.segment.startOf(position);
    const stop = this.segment.stopOf(position);
    let count = 0;
    for (let i = start; i < stop; i++) {
      const digit = (bytes[i] as number) - DIGIT_ZERO;
      count = digit >= 0 && digit <= 9 ? count * 10 + digit : Number.NaN;
    }
    const isCount = count >= 0 && stop > start && stop - start <= COUNT_DIGITS_MAX;
    if (!isCount) this.fault(position);
    return isCount ? count : 0;
  }

  /** What is wrong with a level or header that the claim shares; nearly always nothing. */
  addFaults(faults: readonly ClaimFault[]): void {
    for (let index = 0; index < faults.length; index++) this.faults.push(faults[index] as ClaimFault);
  }

  fault(position: number): void {
    this.faults.push({ segment: tagText(this.tag), element: position, place: this.place });
  }

  /** A segment that should stand in the loop that begins at `place`. */
  missing(segment: string, place: SourcePlace): void {
    this.faults.push({ segment, element: 0, place });
  }
}

const DIGIT_ZERO = 48;
const COUNT_DIGITS_MAX = 6;
