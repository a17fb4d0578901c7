import type { GroupHeader, InterchangeHeader, SetHeader } from '../../edi/envelope/envelope-handler.ts';
import { EnvelopeReader } from '../../edi/envelope/envelope-reader.ts';
import type { Latin1Decoder } from '../../edi/syntax/segment-reader.ts';
import { ClaimReader837p, type PlacedClaim, type UnreadableClaim } from './claim-reader-837p.ts';
import type { FileEnvelope } from './described-envelope.ts';

/** What an interchange of professional claims says, in the file's order. */
export interface ReadInterchange {
  readonly envelope: FileEnvelope;
  readonly sets: readonly ReadClaimSet[];
}

export interface ReadClaimSet {
  readonly claims: readonly PlacedClaim[];
  readonly unreadable: readonly UnreadableClaim[];
}

/** Reads all the claims of a file into memory: for files of our own, whose size we know. */
export function readClaimInterchange(bytes: Uint8Array, decode: Latin1Decoder): ReadInterchange {
  const interchanges: InterchangeHeader[] = [];
  const groups: GroupHeader[] = [];
  const headers: SetHeader[] = [];
  const sets: ReadClaimSet[] = [];
  let open: ClaimReader837p | undefined;
  const reader = new EnvelopeReader(decode, {
    interchangeOpened(header) {
      interchanges.push(header);
    },
    groupOpened(header) {
      groups.push(header);
    },
    setOpened(header) {
      const claims: PlacedClaim[] = [];
      const unreadable: UnreadableClaim[] = [];
      headers.push(header);
      sets.push({ claims, unreadable });
      open = new ClaimReader837p(
        (claim) => claims.push(claim),
        (claim) => unreadable.push(claim),
      );
    },
    countedSegment(segment, segmentOrdinal, numbers) {
      open?.segment(segment, segmentOrdinal, numbers);
    },
    setClosed() {
      open?.finish();
      open = undefined;
    },
  });
  reader.feed(bytes);
  reader.finish();
  return { envelope: { interchanges, groups, sets: headers }, sets };
}
