import { type CheckedGroup, type CheckedInterchange, hasError } from '../check/check-report.ts';
import { openSet, writeGroupHeader, writeGroupTrailer } from '../envelope/envelope-writer.ts';
import type { SegmentWriter } from '../syntax/segment-writer.ts';
import { ACKNOWLEDGMENT_CODES } from './acknowledgment-codes.ts';
import { type AcknowledgmentEnvelope, applicationParty, writeAnswer } from './acknowledgment-envelope.ts';
import { ANSWER_GUIDE, answeredIdentifier, isAcknowledgment, isGroupNameable } from './answered-names.ts';
import { writeSetResponse } from './write-set-response.ts';

/** AK905 to AK909 hold at most five codes. */
const GROUP_CODES_MAX = 5;
const GROUP_NOT_SUPPORTED = '1';
/** AK902 to AK904 have six digits. */
const COUNT_MAX = 999_999;

export interface ImplementationAcknowledgmentEnvelope extends AcknowledgmentEnvelope {
  /** GS06 of the first group of the answer, without leading zeros; the next groups count on from it. */
  readonly groupControlNumber: number;
}

/**
 * Writes the 999 (005010X231A1) that answers an interchange: one functional group with one set for each functional
 * group received. Undefined when there is nothing to answer: a TA1 rejects the interchange, it holds nothing but
 * acknowledgments, which are never acknowledged, or AK1 could not name any of its groups (see `writeTa1`).
 */
export function write999(
  received: CheckedInterchange,
  envelope: ImplementationAcknowledgmentEnvelope,
): string | undefined {
  const groups = received.groups.filter(({ header }) => !isAcknowledgment(header) && isGroupNameable(header));
  if (groups.length === 0 || hasError(received.problems)) return undefined;
  const { senderId, receiverId } = received.header;
  return writeAnswer(received.header, envelope, (writer) => {
    for (const [index, group] of groups.entries()) {
      const controlNumber = String(envelope.groupControlNumber + index);
      writeGroupHeader(writer, {
        functionalIdentifier: 'FA',
        applicationSender: applicationParty(group.header.applicationReceiver, receiverId),
        applicationReceiver: applicationParty(group.header.applicationSender, senderId),
        date: envelope.date,
        time: envelope.time,
        controlNumber,
        version: ANSWER_GUIDE,
      });
      writeGroupResponse(writer, group);
      writeGroupTrailer(writer, { controlNumber, setCount: 1 });
    }
    return groups.length;
  });
}

function writeGroupResponse(writer: SegmentWriter, group: CheckedGroup): void {
  const set = openSet(writer, { identifier: '999', controlNumber: '0001', guide: ANSWER_GUIDE });
  const { functionalIdentifier, controlNumber, version } = group.header;
  writer.begin('AK1').elements(functionalIdentifier, controlNumber, version).end();
  const codes = groupCodes(group);
  let accepted = 0;
  let isNoted = group.problems.length > 0;
  for (const checked of group.sets) {
    // Neither ST01 nor GS01 says what it is: then the group is rejected as such.
    if (answeredIdentifier(checked, group.header) === undefined) {
      codes.add(GROUP_NOT_SUPPORTED);
      continue;
    }
    const verdict = writeSetResponse(writer, group, checked);
    if (verdict !== 'R') accepted++;
    if (verdict === 'E') isNoted = true;
  }
  const isRejected = hasError(group.problems) || codes.has(GROUP_NOT_SUPPORTED);
  if (isRejected) accepted = 0;
  const received = group.sets.length;
  const verdict = isRejected ? 'R' : groupVerdict(accepted, received, isNoted);
  writer
    .begin('AK9')
    .elements(
      verdict,
      countText(group.declaredSetCount ?? received),
      countText(received),
      countText(accepted),
    )
    .elements(...[...codes].slice(0, GROUP_CODES_MAX))
    .end();
  set.close();
}

/** AK901 by what became of the sets. */
function groupVerdict(accepted: number, received: number, isNoted: boolean): 'A' | 'E' | 'P' | 'R' {
  if (accepted < received) return accepted === 0 ? 'R' : 'P';
  return isNoted ? 'E' : 'A';
}

function groupCodes(group: CheckedGroup): Set<string> {
  const codes = new Set<string>();
  for (const { code } of group.problems) {
    const answer = ACKNOWLEDGMENT_CODES[code];
    if (answer.place === 'AK9') codes.add(answer.code);
  }
  return codes;
}

function countText(count: number): string {
  return String(Math.min(count, COUNT_MAX));
}
