import type { CheckedGroup, CheckedSet } from '../check/check-report.ts';
import type { Problem } from '../problems.ts';
import type { SegmentWriter } from '../syntax/segment-writer.ts';
import { ACKNOWLEDGMENT_CODES } from './acknowledgment-codes.ts';
import { answeredIdentifier, answeredNumber, answeredReference } from './answered-names.ts';
import { writeSegmentNotes } from './write-segment-notes.ts';

/** IK501. */
export type SetResponse = 'A' | 'E' | 'R';

/** IK502 to IK506 hold at most five codes. */
const SET_CODES_MAX = 5;
const SEGMENTS_IN_ERROR = '5';
/** The same where it is the guide that is broken and not the standard. */
const SEGMENTS_IN_ERROR_BY_GUIDE = 'I5';
const GUIDE_NOT_CARRIED = 'I6';

/**
 * Writes AK2, IK3, CTX, IK4 and IK5 for one set and gives IK501: R when the set has an error or its guide is not
 * carried (I6; X12 interpretation 1438), E when it has warnings only, which asks for nothing to be sent again.
 */
export function writeSetResponse(writer: SegmentWriter, group: CheckedGroup, set: CheckedSet): SetResponse {
  writer
    .begin('AK2')
    .elements(answeredIdentifier(set, group.header), answeredNumber(set))
    .element(answeredReference(set, writer.delimiters))
    .end();
  writeSegmentNotes(writer, set);
  const verdict = responseOf(set);
  writer
    .begin('IK5')
    .elements(verdict, ...setCodes(set, verdict))
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

/** IK502 to IK506: what is wrong with the set as a whole comes first, because five codes are told and no more. */
function setCodes(set: CheckedSet, verdict: SetResponse): string[] {
  const own = new Set<string>();
  const ofSegments = new Set<string>();
  if (set.verdict === 'unchecked') own.add(GUIDE_NOT_CARRIED);
  for (const problem of set.problems) {
    const answer = ACKNOWLEDGMENT_CODES[problem.code];
    if (answer.place === 'IK5' && answer.code !== SEGMENTS_IN_ERROR) own.add(answer.code);
    else ofSegments.add(codeOfSegments(problem));
  }
  const codes = [...own, ...[...ofSegments].toSorted()].slice(0, SET_CODES_MAX);
  return codes.length === 0 && verdict === 'R' ? [SEGMENTS_IN_ERROR] : codes;
}

function codeOfSegments({ code }: Problem): string {
  const answer = ACKNOWLEDGMENT_CODES[code];
  const isOfGuide = answer.place !== 'none' && answer.code.startsWith('I');
  return isOfGuide ? SEGMENTS_IN_ERROR_BY_GUIDE : SEGMENTS_IN_ERROR;
}
