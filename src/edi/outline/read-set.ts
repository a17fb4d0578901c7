import { guideById } from '../guides/carried.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import { type Latin1Decoder, SegmentReader } from '../syntax/segment-reader.ts';
import type { OutlinedInterchange, OutlinedSet, SegmentElements } from './file-outline.ts';
import { type FollowedSegment, SetFollower } from './set-follower.ts';

/** A file in memory, and one set of it. */
export interface SetInFile {
  readonly bytes: Uint8Array;
  readonly interchange: OutlinedInterchange;
  readonly set: OutlinedSet;
}

/** Pieces that the reader is fed, so that its buffer stays small. */
const STEP_BYTES = 256 * 1024;

/** Tells each segment of one set, ST and SE included. Byte positions of the cursor are not those of the file. */
export function readSet(
  decode: Latin1Decoder,
  { bytes, interchange, set }: SetInFile,
  told: (segment: SegmentCursor) => void,
): void {
  const reader = new SegmentReader(decode);
  // The ISA declares the delimiters.
  reader.feed(bytes.subarray(interchange.byteStart, interchange.headerStop));
  reader.next();
  for (let start = set.byteStart; start < set.byteStop; start += STEP_BYTES) {
    reader.feed(bytes.subarray(start, Math.min(start + STEP_BYTES, set.byteStop)));
    while (reader.next()) told(reader);
  }
}

/** The same with the loops and names of the guide, where it is carried. */
export function followSet(
  decode: Latin1Decoder,
  place: SetInFile,
  told: (segment: FollowedSegment) => void,
): void {
  const follower = new SetFollower(guideById(place.set.guide, place.set.identifier), told);
  readSet(decode, place, (segment) => follower.segment(segment));
}

/** Every segment of one set, ST and SE included: the identifier and the elements. */
export function setElements(decode: Latin1Decoder, place: SetInFile): SegmentElements[] {
  const segments: SegmentElements[] = [];
  readSet(decode, place, (segment) => {
    segments.push(Array.from({ length: segment.elementCount + 1 }, (_, position) => segment.text(position)));
  });
  return segments;
}
