import type { SourcePlace } from '../../domain/exchange/source.ts';
import { placeOf } from '../../edi/envelope/place-of.ts';
import type { ClaimValues } from './claim-values.ts';

/** A loop that is being read. */
export interface ClaimLoop {
  /** A segment of the loop behind the one that began it. Of segments that should stand there once the first counts. */
  take(values: ClaimValues): void;
}

/** A loop that names parties. */
export interface NamingLoop extends ClaimLoop {
  /** The loop that an NM1 begins. */
  party(values: ClaimValues): ClaimLoop;
}

/** What a claim has no place for. */
export const LEFT_OUT: NamingLoop = {
  take: () => undefined,
  party: () => LEFT_OUT,
};

/** Of a loop without a segment. */
export const NOWHERE: SourcePlace = {
  interchangeControlNumber: '',
  groupControlNumber: '',
  setControlNumber: '',
  segmentOrdinal: 0,
  byteStart: 0,
  byteStop: 0,
};

/** Where a loop begins. It keeps three numbers, because a place takes more room and hardly any is told. */
export class LoopBeginning {
  #segmentOrdinal = 0;
  #byteStart = 0;
  #byteStop = 0;

  /** Without the segment that begins it the loop stands nowhere. */
  constructor(values?: ClaimValues) {
    if (values !== undefined) this.moveTo(values);
  }

  /** The segment at hand begins the loop. */
  moveTo({ segment, segmentOrdinal }: ClaimValues): void {
    this.#segmentOrdinal = segmentOrdinal;
    this.#byteStart = segment.byteStart;
    this.#byteStop = segment.byteStop;
  }

  /** Its place, in the envelopes of the segment at hand. */
  place({ numbers }: ClaimValues): SourcePlace {
    const bytes = { byteStart: this.#byteStart, byteStop: this.#byteStop };
    return this.#segmentOrdinal === 0 ? NOWHERE : placeOf(bytes, this.#segmentOrdinal, numbers);
  }
}
