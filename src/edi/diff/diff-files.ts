import type { OutlinedInterchange } from '../outline/file-outline.ts';
import { outlineFile } from '../outline/file-outline.ts';
import { followSet, type SetInFile } from '../outline/read-set.ts';
import type { FollowedSegment } from '../outline/set-follower.ts';
import type { Latin1Decoder } from '../syntax/segment-reader.ts';
import {
  type ComparableSegment,
  comparableEnvelope,
  comparableSegment,
  type LeftOut,
  segmentDifference,
} from './comparable-segment.ts';
import type { FileDifference, SegmentDifference, SetDifference } from './difference.ts';
import { differingRuns } from './edit-script.ts';

export interface DiffOptions {
  /** Whether control numbers, dates, counts and declared delimiters of envelopes are compared too. */
  readonly comparesEnvelopes: boolean;
}

/**
 * What of envelopes differs from one sending to the next: control numbers, dates and times, counts (which follow from
 * what is counted) and the delimiters.
 */
const SENDING: LeftOut = {
  ISA: [9, 10, 11, 13, 14, 16],
  GS: [4, 5, 6],
  GE: [1, 2],
  IEA: [1, 2],
  ST: [2],
  SE: [1, 2],
};

/** ISA11 and ISA16 say how a file is written, not what it says. */
const WRITING: LeftOut = { ISA: [11, 16] };

/**
 * Compares two files in memory set by set, segment by segment, whatever their delimiters and line ends are. What is
 * outside its envelope is not compared; both should have been found whole (`outlineFile`).
 */
export function diffFiles(
  decode: Latin1Decoder,
  { first, second }: { readonly first: Uint8Array; readonly second: Uint8Array },
  { comparesEnvelopes }: DiffOptions,
): FileDifference {
  const leftOut = comparesEnvelopes ? WRITING : SENDING;
  const sides = [first, second].map((bytes) => ({ bytes, ...outlineFile(decode, bytes) }));
  const [ones = [], others = []] = sides.map(({ interchanges }) => envelopesOf(interchanges, leftOut));
  const [sets = [], otherSets = []] = sides.map(({ bytes, interchanges }) => setsOf(bytes, interchanges));
  return {
    envelopes: segmentDifferences(ones, others),
    sets: setDifferences(decode, { sets, otherSets }, leftOut),
  };
}

function envelopesOf(interchanges: readonly OutlinedInterchange[], leftOut: LeftOut): ComparableSegment[] {
  return interchanges
    .flatMap(({ header, acknowledgments, groups }) => [
      header,
      ...acknowledgments,
      ...groups.map((group) => group.header),
    ])
    .map((elements) => comparableEnvelope(elements, leftOut));
}

function setsOf(bytes: Uint8Array, interchanges: readonly OutlinedInterchange[]): SetInFile[] {
  return interchanges.flatMap((interchange) =>
    interchange.groups.flatMap(({ sets }) => sets.map((set) => ({ bytes, interchange, set }))),
  );
}

/** Sets go together by their order, as long as they are of one kind; a set too many stands alone. */
function setDifferences(
  decode: Latin1Decoder,
  { sets, otherSets }: { readonly sets: readonly SetInFile[]; readonly otherSets: readonly SetInFile[] },
  leftOut: LeftOut,
): SetDifference[] {
  const differences: SetDifference[] = [];
  let [at, otherAt] = [0, 0];
  while (at < sets.length || otherAt < otherSets.length) {
    const [one, other] = [sets[at], otherSets[otherAt]];
    if (one !== undefined && other !== undefined && one.set.identifier === other.set.identifier) {
      const segments = segmentDifferences(
        segmentsOf(decode, one, leftOut),
        segmentsOf(decode, other, leftOut),
      );
      if (segments.length > 0) differences.push({ ...sideNumbers(one, other), segments });
      at++;
      otherAt++;
    } else if (one !== undefined && (other === undefined || otherSets.length - otherAt <= sets.length - at)) {
      differences.push({ ...sideNumbers(one, undefined), segments: [] });
      at++;
    } else {
      differences.push({ ...sideNumbers(undefined, other), segments: [] });
      otherAt++;
    }
  }
  return differences;
}

function sideNumbers(
  one: SetInFile | undefined,
  other: SetInFile | undefined,
): Omit<SetDifference, 'segments'> {
  return {
    identifier: (one ?? other)?.set.identifier ?? '',
    ...(one === undefined ? {} : { firstControlNumber: one.set.controlNumber }),
    ...(other === undefined ? {} : { secondControlNumber: other.set.controlNumber }),
  };
}

function segmentsOf(decode: Latin1Decoder, place: SetInFile, leftOut: LeftOut): ComparableSegment[] {
  const segments: ComparableSegment[] = [];
  let [loops, claim]: [FollowedSegment['loops'] | undefined, string] = [undefined, ''];
  followSet(decode, place, (segment) => {
    // A claim begins and ends with a loop.
    if (segment.loops !== loops) [loops, claim] = [segment.loops, segment.claim];
    segments.push(comparableSegment(segment, claim, leftOut));
  });
  return segments;
}

function segmentDifferences(
  first: readonly ComparableSegment[],
  second: readonly ComparableSegment[],
): SegmentDifference[] {
  const runs = differingRuns(
    first.map(({ key }) => key),
    second.map(({ key }) => key),
  );
  return runs.flatMap((run) =>
    pairedDifferences(
      first.slice(run.firstStart, run.firstStop),
      second.slice(run.secondStart, run.secondStop),
    ),
  );
}

/** Within a run, segments of one identifier in one loop are taken for each other, in order. */
function pairedDifferences(
  first: readonly ComparableSegment[],
  second: readonly ComparableSegment[],
): SegmentDifference[] {
  const runs = differingRuns(first.map(kindOf), second.map(kindOf));
  const differences: SegmentDifference[] = [];
  let [at, otherAt] = [0, 0];
  const pairUntil = (stop: number): void => {
    for (; at < stop; at++, otherAt++) {
      const [one, other] = [first[at], second[otherAt]];
      if (one?.key !== other?.key) differences.push(segmentDifference(one, other));
    }
  };
  for (const { firstStart, firstStop, secondStop } of runs) {
    pairUntil(firstStart);
    for (; at < firstStop; at++) differences.push(segmentDifference(first[at], undefined));
    for (; otherAt < secondStop; otherAt++) differences.push(segmentDifference(undefined, second[otherAt]));
  }
  pairUntil(first.length);
  return differences;
}

function kindOf({ tag, loop, rule }: ComparableSegment): string {
  return `${tag} ${loop ?? ''} ${rule?.name ?? ''}`;
}
