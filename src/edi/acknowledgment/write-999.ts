import { type CheckedGroup, type CheckedInterchange, hasError } from '../check/check-report.ts';
import { openSet, writeGroupHeader, writeGroupTrailer } from '../envelope/envelope-writer.ts';
import type { SegmentWriter } from '../syntax/segment-writer.ts';
import { ACKNOWLEDGMENT_CODES } from './acknowledgment-codes.ts';
import { type AcknowledgmentEnvelope, echo, writeAnswer } from './acknowledgment-envelope.ts';
import { writeSetResponse } from './write-set-response.ts';

const GUIDE = '005010X231A1';

/** AK905 to AK909 hold at most five codes. */
const GROUP_CODES_MAX = 5;

export interface ImplementationAcknowledgmentEnvelope extends AcknowledgmentEnvelope {
  /** GS06 of the first group of the answer, without leading zeros; the next groups count on from it. */
  readonly groupControlNumber: number;
}

/**
 * Writes the 999 (005010X231A1) that answers an interchange: one functional group with one set for each functional
 * group received. Undefined when there is nothing to answer: a TA1 rejects the interchange, or it holds nothing but
 * acknowledgments, which are never acknowledged.
 */
export function write999(
  received: CheckedInterchange,
  envelope: ImplementationAcknowledgmentEnvelope,
): string | undefined {
  const groups = received.groups.filter((group) => group.header.functionalIdentifier !== 'FA');
  if (groups.length === 0 || hasError(received.problems)) return undefined;
  return writeAnswer(received.header, envelope, (writer) => {
    for (const [index, group] of groups.entries()) {
      const controlNumber = String(envelope.groupControlNumber + index);
      writeGroupHeader(writer, {
        functionalIdentifier: 'FA',
        applicationSender: echo(group.header.applicationReceiver, 15),
        applicationReceiver: echo(group.header.applicationSender, 15),
        date: envelope.date,
        time: envelope.time,
        controlNumber,
        version: GUIDE,
      });
      writeGroupResponse(writer, group);
      writeGroupTrailer(writer, { controlNumber, setCount: 1 });
    }
    return groups.length;
  });
}

function writeGroupResponse(writer: SegmentWriter, group: CheckedGroup): void {
  const set = openSet(writer, { identifier: '999', controlNumber: '0001', guide: GUIDE });
  const { functionalIdentifier, controlNumber, version } = group.header;
  writer
    .begin('AK1')
    .elements(echo(functionalIdentifier, 2), echo(controlNumber, 9), echo(version, 12))
    .end();
  let accepted = 0;
  let isNoted = false;
  for (const checked of group.sets) {
    const verdict = writeSetResponse(writer, checked);
    if (verdict !== 'R') accepted++;
    if (verdict === 'E') isNoted = true;
  }
  const isGroupRejected = hasError(group.problems);
  if (isGroupRejected) accepted = 0;
  const verdict = groupVerdict(accepted, group.sets.length, isNoted || group.problems.length > 0);
  writer
    .begin('AK9')
    .elements(verdict, String(group.declaredSetCount ?? group.sets.length), String(group.sets.length))
    .elements(String(accepted), ...groupCodes(group))
    .end();
  set.close();
}

/** AK901. A group without a set has none that could be rejected; its own faults decide. */
function groupVerdict(accepted: number, received: number, isNoted: boolean): 'A' | 'E' | 'P' | 'R' {
  if (accepted < received) return accepted === 0 ? 'R' : 'P';
  if (received === 0 && isNoted) return 'R';
  return isNoted ? 'E' : 'A';
}

function groupCodes(group: CheckedGroup): string[] {
  const codes = new Set<string>();
  for (const { code } of group.problems) {
    const answer = ACKNOWLEDGMENT_CODES[code];
    if (answer.place === 'AK9') codes.add(answer.code);
  }
  return [...codes].slice(0, GROUP_CODES_MAX);
}
