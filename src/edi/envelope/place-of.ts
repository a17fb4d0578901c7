import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import type { EnvelopeNumbers, SegmentPlace } from './envelope-handler.ts';

/** The place of the segment at these bytes, which is segment `segmentOrdinal` of its set and stands in the envelopes `numbers`. */
export function placeOf(
  { byteStart, byteStop }: Pick<SegmentCursor, 'byteStart' | 'byteStop'>,
  segmentOrdinal: number,
  { interchangeControlNumber, groupControlNumber, setControlNumber }: EnvelopeNumbers,
): SegmentPlace {
  return {
    interchangeControlNumber,
    groupControlNumber,
    setControlNumber,
    segmentOrdinal,
    byteStart,
    byteStop,
  };
}
