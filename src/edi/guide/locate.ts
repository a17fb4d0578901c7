import type { SegmentPlace } from '../envelope/envelope-handler.ts';
import type { ProblemLocation } from '../problems.ts';
import { isSegmentIdentifier, type Tag, tagText } from '../syntax/tag.ts';

interface Place {
  readonly segment?: string | undefined;
  /** The segment's own identifier, where it may be anything that stood in the file. */
  readonly tag?: Tag | undefined;
  readonly loop?: string | undefined;
  readonly claim?: string | undefined;
  /** Positions count from 1; 0 is none. */
  readonly element?: number | undefined;
  readonly component?: number | undefined;
  readonly repetition?: number | undefined;
}

/** The location of a problem in a set: absent parts are left out. */
export function locate(place: SegmentPlace, at: Place): ProblemLocation {
  const { segment, tag, loop, claim, element, component, repetition } = at;
  const identifier = segment ?? (tag !== undefined && isSegmentIdentifier(tag) ? tagText(tag) : undefined);
  return {
    interchangeControlNumber: place.interchangeControlNumber,
    groupControlNumber: place.groupControlNumber,
    setControlNumber: place.setControlNumber,
    segmentOrdinal: place.segmentOrdinal,
    ...(identifier === undefined ? {} : { segment: identifier }),
    ...(loop ? { loop } : {}),
    ...(element ? { element } : {}),
    ...(component ? { component } : {}),
    ...(repetition ? { repetition } : {}),
    ...(claim ? { claim } : {}),
    byteStart: place.byteStart,
    byteStop: place.byteStop,
  };
}
