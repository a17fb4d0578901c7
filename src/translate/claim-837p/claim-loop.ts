import type { SourcePlace } from '../../domain/exchange/source.ts';
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
