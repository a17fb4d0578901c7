import { type Cents, ZERO_CENTS } from '../../base/money.ts';
import { type BusinessDate, parseCompactDateBytes } from '../../base/time.ts';
import type { AmountPlace, SourcePlace } from '../../domain/exchange/source.ts';
import type { EnvelopeNumbers } from '../../edi/envelope/envelope-handler.ts';
import { placeOf } from '../../edi/envelope/place-of.ts';
import type { SegmentCursor } from '../../edi/syntax/segment-cursor.ts';

/**
 * 99,999,999.99, the most that ten digits hold, as the guide limits every amount (005010X221A1 §B.1.1.3.1.2). A larger
 * one is held for a person; below it, the sum of any remittance that fits in memory stays a safe integer.
 */
const AMOUNT_MAX_CENTS = 9_999_999_999;

/** The place of a set of which not one segment was read. */
const NOWHERE: SourcePlace = {
  interchangeControlNumber: '',
  groupControlNumber: '',
  setControlNumber: '',
  segmentOrdinal: 0,
  byteStart: 0,
  byteStop: 0,
};

/** Places kept: one is enough to hold a remittance, a person looks at a few. */
const UNREADABLE_MAX = 100;

/** Reads what a remittance cannot be without, and notes each segment where such an element is missing or is no value. */
export class RequiredElements {
  readonly unreadable: SourcePlace[] = [];
  #segment: SegmentCursor | undefined;
  #segmentOrdinal = 0;
  #numbers: EnvelopeNumbers = NOWHERE;
  #place: SourcePlace | undefined;

  /** Turns to the next segment, which the methods below read. */
  moveTo(segment: SegmentCursor, segmentOrdinal: number, numbers: EnvelopeNumbers): void {
    this.#segment = segment;
    this.#segmentOrdinal = segmentOrdinal;
    this.#numbers = numbers;
    this.#place = undefined;
  }

  /** Where the segment at hand stands, made where it is asked for: few segments are kept. */
  get place(): SourcePlace {
    if (this.#segment === undefined) return NOWHERE;
    this.#place ??= placeOf(this.#segment, this.#segmentOrdinal, this.#numbers);
    return this.#place;
  }

  /** Where an amount of the segment at hand stands. */
  amountPlace(element: number): AmountPlace {
    const { byteStart, byteStop } = this.#segment ?? NOWHERE;
    return { segmentOrdinal: this.#segmentOrdinal, byteStart, byteStop, element };
  }

  /** Notes a segment, once; the one at hand where none is given. */
  note(place: SourcePlace = this.place): void {
    if (this.unreadable.length >= UNREADABLE_MAX || this.unreadable.includes(place)) return;
    this.unreadable.push(place);
  }

  text(segment: SegmentCursor, position: number): string {
    const text = segment.text(position);
    if (text === '' && !segment.has(position)) this.note();
    return text;
  }

  date(segment: SegmentCursor, position: number): BusinessDate | undefined {
    const date = dateAt(segment, position);
    if (date === undefined) this.note();
    return date;
  }

  /** 0 where it is missing or unreadable. */
  amount(segment: SegmentCursor, position: number): Cents {
    const amount = this.optionalAmount(segment, position);
    if (amount !== undefined) return amount;
    this.note();
    return ZERO_CENTS;
  }

  /** An amount that may be missing; one that is there must be readable. */
  optionalAmount(segment: SegmentCursor, position: number): Cents | undefined {
    const amount = segment.cents(position);
    if (amount !== undefined && Math.abs(amount) <= AMOUNT_MAX_CENTS) return amount;
    if (segment.has(position)) this.note();
    return undefined;
  }
}

/** A day CCYYMMDD; undefined where it is missing, or none of the calendar. */
export function dateAt(segment: SegmentCursor, position: number): BusinessDate | undefined {
  return parseCompactDateBytes(segment.bytes, segment.startOf(position), segment.stopOf(position));
}
