import { type Cents, ZERO_CENTS } from '../../base/money.ts';
import { type BusinessDate, parseCompactDate } from '../../base/time.ts';
import type { SourcePlace } from '../../domain/exchange/source.ts';
import type { SegmentCursor } from '../../edi/syntax/segment-cursor.ts';

/**
 * 99,999,999.99, the most that ten digits hold, as the guide limits every amount (005010X221A1 §B.1.1.3.1.2). A larger
 * one is held for a person; below it, the sum of any remittance that fits in memory stays a safe integer.
 */
const AMOUNT_MAX_CENTS = 9_999_999_999;

/** Places kept: one is enough to hold a remittance, a person looks at a few. */
const UNREADABLE_MAX = 100;

/** Reads what a remittance cannot be without, and notes each segment where such an element is missing or is no value. */
export class RequiredElements {
  readonly unreadable: SourcePlace[] = [];

  /** Notes a segment, once. */
  note(place: SourcePlace): void {
    if (this.unreadable.at(-1) === place || this.unreadable.length >= UNREADABLE_MAX) return;
    this.unreadable.push(place);
  }

  text(segment: SegmentCursor, place: SourcePlace, position: number): string {
    if (!segment.has(position)) this.note(place);
    return segment.text(position);
  }

  date(segment: SegmentCursor, place: SourcePlace, position: number): BusinessDate | undefined {
    const date = parseCompactDate(segment.text(position));
    if (date === undefined) this.note(place);
    return date;
  }

  /** 0 where it is missing or unreadable. */
  amount(segment: SegmentCursor, place: SourcePlace, position: number): Cents {
    const amount = this.optionalAmount(segment, place, position);
    if (amount === undefined) this.note(place);
    return amount ?? ZERO_CENTS;
  }

  /** An amount that may be missing; one that is there must be readable. */
  optionalAmount(segment: SegmentCursor, place: SourcePlace, position: number): Cents | undefined {
    if (!segment.has(position)) return undefined;
    const amount = segment.cents(position);
    if (amount !== undefined && Math.abs(amount) <= AMOUNT_MAX_CENTS) return amount;
    this.note(place);
    return undefined;
  }
}
