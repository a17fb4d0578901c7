import { type CheckedInterchange, hasError } from '../check/check-report.ts';
import { ta1NoteOf } from './acknowledgment-codes.ts';
import { type AcknowledgmentEnvelope, writeAnswer } from './acknowledgment-envelope.ts';
import { isAcknowledgment, isGroupNameable } from './answered-names.ts';

/** TA104: accepted, accepted with errors noted (not to be sent again), rejected. */
export type Ta1Verdict = 'A' | 'E' | 'R';

/** TA105 where a GS is bad content of the interchange. */
const BAD_CONTENT = '024';

/**
 * What a TA1 says of an interchange. A group that no 999 can name (its GS01, GS06 or GS08 cannot be repeated) is noted
 * here; where there is no other, nothing of the interchange is taken and it is rejected.
 */
export function ta1VerdictOf(received: CheckedInterchange): Ta1Verdict {
  if (hasError(received.problems)) return 'R';
  const unnamed = received.groups.filter(({ header }) => !isGroupNameable(header)).length;
  if (unnamed > 0) return unnamed === received.groups.length ? 'R' : 'E';
  return received.problems.length > 0 ? 'E' : 'A';
}

/**
 * Writes the TA1 that answers an interchange, in an interchange of its own (X12 interpretation 1591), IEA01 = 0. It
 * has one note: the first error, or the first warning where there is no error. An ISA13 that was used before in
 * another file is known only to who keeps them: add `interchange.duplicate-control-number` to the problems.
 *
 * Undefined when ISA09, ISA10 or ISA13 cannot be repeated: then there is nothing a TA1 could name and people must
 * talk (X12 interpretations 339, 1427, 2102). Undefined too for an interchange of acknowledgments, TA1 or 999: they
 * are never acknowledged, or two gateways would never end.
 */
export function writeTa1(received: CheckedInterchange, envelope: AcknowledgmentEnvelope): string | undefined {
  const { controlNumber, date, time } = received.header;
  if (!/^\d{9}$/.test(controlNumber) || !/^\d{6}$/.test(date) || !/^\d{4}$/.test(time)) return undefined;
  if (isOfAcknowledgments(received)) return undefined;
  const verdict = ta1VerdictOf(received);
  return writeAnswer(received.header, envelope, (writer) => {
    writer.begin('TA1').elements(controlNumber, date, time, verdict, noteOf(received, verdict)).end();
    return 0;
  });
}

function isOfAcknowledgments({ isAcknowledging, groups }: CheckedInterchange): boolean {
  if (groups.length === 0) return isAcknowledging;
  return groups.every(({ header }) => isAcknowledgment(header));
}

function noteOf({ problems }: CheckedInterchange, verdict: Ta1Verdict): string {
  const cause = problems.find((problem) => problem.severity === 'error') ?? problems[0];
  if (cause !== undefined) return ta1NoteOf(cause);
  return verdict === 'A' ? '000' : BAD_CONTENT;
}
