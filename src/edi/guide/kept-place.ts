import type { EnvelopeNumbers, SegmentPlace } from '../envelope/envelope-handler.ts';
import type { PlacedSegment } from './placed-segment.ts';

/**
 * The place of a segment that may be told of later, in one object that is filled anew for each: hardly any of those that a
 * rule keeps is told, and to make an object for each takes longer than the rest of the rule. What is told is a copy.
 */
export class KeptPlace implements SegmentPlace {
  /** 0 where no place is kept. */
  segmentOrdinal = 0;
  byteStart = 0;
  byteStop = 0;
  #numbers: EnvelopeNumbers = { interchangeControlNumber: '', groupControlNumber: '', setControlNumber: '' };

  get isKept(): boolean {
    return this.segmentOrdinal > 0;
  }

  keep({ cursor, segmentOrdinal, numbers }: PlacedSegment): void {
    this.segmentOrdinal = segmentOrdinal;
    this.byteStart = cursor.byteStart;
    this.byteStop = cursor.byteStop;
    this.#numbers = numbers;
  }

  forget(): void {
    this.segmentOrdinal = 0;
  }

  get interchangeControlNumber(): string {
    return this.#numbers.interchangeControlNumber;
  }

  get groupControlNumber(): string {
    return this.#numbers.groupControlNumber;
  }

  get setControlNumber(): string {
    return this.#numbers.setControlNumber;
  }
}
