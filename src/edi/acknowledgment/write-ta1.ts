import { type CheckedInterchange, hasError } from '../check/check-report.ts';
import { ta1NoteOf } from './acknowledgment-codes.ts';
import { type AcknowledgmentEnvelope, writeAnswer } from './acknowledgment-envelope.ts';

/** TA104: accepted, accepted with errors noted (not to be sent again), rejected. */
export type Ta1Verdict = 'A' | 'E' | 'R';

export function ta1VerdictOf(received: CheckedInterchange): Ta1Verdict {
  if (hasError(received.problems)) return 'R';
  return received.problems.length > 0 ? 'E' : 'A';
}

/**
 * Writes the TA1 that answers an interchange, in an interchange of its own (X12 interpretation 1591), IEA01 = 0.
 * Undefined when ISA09, ISA10 or ISA13 cannot be repeated: then there is nothing a TA1 could name and people must
 * talk (X12 interpretations 339, 1427, 2102).
 */
export function writeTa1(received: CheckedInterchange, envelope: AcknowledgmentEnvelope): string | undefined {
  const { controlNumber, date, time } = received.header;
  if (!/^\d{9}$/.test(controlNumber) || !/^\d{6}$/.test(date) || !/^\d{4}$/.test(time)) return undefined;
  const verdict = ta1VerdictOf(received);
  const cause = received.problems.find((problem) => problem.severity === 'error') ?? received.problems[0];
  return writeAnswer(received.header, envelope, (writer) => {
    const note = cause === undefined ? '000' : ta1NoteOf(cause);
    writer.begin('TA1').elements(controlNumber, date, time, verdict, note).end();
    return 0;
  });
}
