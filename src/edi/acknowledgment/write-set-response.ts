import type { CheckedSet } from '../check/check-report.ts';
import { elementNumber } from '../codes/element-numbers.ts';
import { isCarriedSegment } from '../guides/carried.ts';
import type { Problem } from '../problems.ts';
import type { SegmentWriter } from '../syntax/segment-writer.ts';
import { ACKNOWLEDGMENT_CODES } from './acknowledgment-codes.ts';
import { echo } from './acknowledgment-envelope.ts';

/** IK501. */
export type SetResponse = 'A' | 'E' | 'R';

/** IK502 to IK506 hold at most five codes. */
const SET_CODES_MAX = 5;
/** IK303 has four characters: loop 2010AA is told as 2010. */
const LOOP_LENGTH_MAX = 4;
/** A component of CTX01 has 35. */
const CONTEXT_LENGTH_MAX = 35;
const SEGMENTS_IN_ERROR = '5';

/** The element that names the claim in a CTX segment, for each set that has claims (TR3 005010X231A1, CTX). */
const CLAIM_CONTEXTS: Readonly<Record<string, string>> = { '837': 'CLM01', '277': 'TRN02' };

/** Writes AK2, IK3, IK4, CTX and IK5 for one set and gives IK501. A set whose guide is not carried is rejected (I6). */
export function writeSetResponse(writer: SegmentWriter, set: CheckedSet): SetResponse {
  writer
    .begin('AK2')
    .elements(echo(set.identifier, 3), echo(set.controlNumber, 9), echo(set.guide, 35))
    .end();
  const setCodes = new Set<string>();
  for (const group of groupBySegment(set.problems)) writeSegmentNotes(writer, set, group);
  for (const problem of set.problems) {
    const answer = ACKNOWLEDGMENT_CODES[problem.code];
    if (answer.place === 'IK5') setCodes.add(answer.code);
    else if (answer.place !== 'none') setCodes.add(SEGMENTS_IN_ERROR);
  }
  const verdict = responseOf(set);
  writer
    .begin('IK5')
    .elements(verdict, ...[...setCodes].slice(0, SET_CODES_MAX))
    .end();
  return verdict;
}

function responseOf(set: CheckedSet): SetResponse {
  switch (set.verdict) {
    case 'accepted':
      return 'A';
    case 'accepted-with-errors':
      return 'E';
    case 'rejected':
    case 'unchecked':
      return 'R';
    default:
      return set.verdict satisfies never;
  }
}

/** Problems that a 999 tells at a segment, those of one segment together, in the order of the set. */
function groupBySegment(problems: readonly Problem[]): Problem[][] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const { segment, segmentOrdinal, loop } = problem.location;
    const { place } = ACKNOWLEDGMENT_CODES[problem.code];
    if (place !== 'IK3' && place !== 'IK4') continue;
    if (segment === undefined || segmentOrdinal === undefined || !isCarriedSegment(segment)) continue;
    const key = `${segmentOrdinal} ${segment} ${place === 'IK3' ? `${problem.code} ${loop ?? ''}` : ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  return [...groups.values()].toSorted(
    ([a], [b]) => (a?.location.segmentOrdinal ?? 0) - (b?.location.segmentOrdinal ?? 0),
  );
}

function writeSegmentNotes(writer: SegmentWriter, set: CheckedSet, problems: readonly Problem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const { segment, segmentOrdinal, loop, claim } = first.location;
  const answer = ACKNOWLEDGMENT_CODES[first.code];
  writer
    .begin('IK3')
    .elements(segment, String(segmentOrdinal), loop?.slice(0, LOOP_LENGTH_MAX))
    // 8: the segment has elements in error, which follow.
    .element(answer.place === 'IK3' ? answer.code : '8')
    .end();
  const context = CLAIM_CONTEXTS[set.identifier];
  const claimName = claim === undefined ? '' : echo(claim, CONTEXT_LENGTH_MAX);
  if (context !== undefined && claimName !== '' && claimName === claim) {
    writer.begin('CTX').composite([context, claimName]).end();
  }
  for (const problem of problems) writeElementNote(writer, problem);
}

/** IK4 without the bad value: no problem holds one. */
function writeElementNote(writer: SegmentWriter, { code, location }: Problem): void {
  const answer = ACKNOWLEDGMENT_CODES[code];
  if (answer.place !== 'IK4' || location.element === undefined) return;
  writer
    .begin('IK4')
    .composite([
      String(location.element),
      location.component === undefined ? '' : String(location.component),
      location.repetition === undefined ? '' : String(location.repetition),
    ])
    .elements(elementNumber(location.segment ?? '', location.element), answer.code)
    .end();
}
