import type { CheckedSet } from '../check/check-report.ts';
import { setOfGroup } from '../check/set-kinds.ts';
import type { GroupHeader } from '../envelope/envelope-handler.ts';
import type { Guide } from '../guide/guide.ts';
import { guideById } from '../guides/carried.ts';
import type { Delimiters } from '../syntax/delimiters.ts';
import { echo, isRepeatable } from './acknowledgment-envelope.ts';
import { codesOf, isElementUsed } from './guide-segments.ts';

/** The guide of the answer: what it can hold decides what can be named. */
export const ANSWER_GUIDE = '005010X231A1';

const REFERENCE_LENGTH_MAX = 35;
const SET_NUMBER_LENGTH_MIN = 4;
const SET_NUMBER_LENGTH_MAX = 9;

/**
 * Whether AK1 can repeat what names a group. Where it cannot, no 999 is about the group and its GS is told as bad
 * content of the interchange (TA105 024).
 */
export function isGroupNameable({ functionalIdentifier, controlNumber, version }: GroupHeader): boolean {
  return (
    listedCodes('AK1').includes(functionalIdentifier) &&
    /^-?\d{1,9}$/.test(controlNumber) &&
    /^[A-Z0-9]{1,12}$/.test(version)
  );
}

/** Acknowledgments are never acknowledged. */
export function isAcknowledgment({ functionalIdentifier }: GroupHeader): boolean {
  return functionalIdentifier === 'FA';
}

/**
 * AK201. Where ST01 is no set of X12's, the set that belongs to the group stands for it, and IK502 6 says that it is
 * not what was sent; undefined where the group is of no kind that is known.
 */
export function answeredIdentifier({ identifier }: CheckedSet, group: GroupHeader): string | undefined {
  return listedCodes('AK2').includes(identifier) ? identifier : setOfGroup(group.functionalIdentifier);
}

/**
 * AK202 has four to nine characters. An ST02 that does not fit is cut, or filled with zeros in front, and IK502 7 says
 * that what was sent is not valid: a rejected set must be named somehow, and its place in the order of sets remains.
 */
export function answeredNumber({ controlNumber }: CheckedSet): string {
  return echo(controlNumber, SET_NUMBER_LENGTH_MAX).trim().padStart(SET_NUMBER_LENGTH_MIN, '0');
}

/** AK203 repeats ST03, whatever it is (X12 interpretation 1438); '' where ST has none, or it cannot be repeated. */
export function answeredReference(set: CheckedSet, delimiters: Delimiters): string {
  const guide = guideById(set.guide, set.identifier);
  // Of a guide without ST03 the set was named by GS08.
  if (guide !== undefined && !isElementUsed(guide, 'ST', 3)) return '';
  return isRepeatable(set.guide, delimiters, REFERENCE_LENGTH_MAX) ? set.guide : '';
}

function listedCodes(segment: 'AK1' | 'AK2'): readonly string[] {
  return codesOf(guideById(ANSWER_GUIDE) as Guide, segment, 1);
}
