import {
  type AcknowledgmentEnvelope,
  applicationParty,
  writeAnswer,
} from '../edi/acknowledgment/acknowledgment-envelope.ts';
import type { CheckedGroup, CheckedInterchange } from '../edi/check/check-report.ts';
import { openSet, writeGroupHeader, writeGroupTrailer } from '../edi/envelope/envelope-writer.ts';
import type { SegmentWriter } from '../edi/syntax/segment-writer.ts';

/** Transaction sets of one kind. */
export interface AnswerKind {
  /** GS01. */
  readonly functionalIdentifier: string;
  /** GS08. */
  readonly version: string;
  /** ST01. */
  readonly setIdentifier: string;
  /** ST03; '' where the guide has none. */
  readonly setGuide: string;
}

export const CLAIM_ACKNOWLEDGMENT: AnswerKind = {
  functionalIdentifier: 'HN',
  version: '005010X214',
  setIdentifier: '277',
  setGuide: '005010X214',
};

export const REMITTANCE_ADVICE: AnswerKind = {
  functionalIdentifier: 'HP',
  version: '005010X221A1',
  setIdentifier: '835',
  // The one of these guides in which ST has no third element.
  setGuide: '',
};

/** The group of claims that is answered, and the interchange that it came in. */
export interface AnsweredGroup {
  readonly interchange: CheckedInterchange;
  readonly group: CheckedGroup;
}

/**
 * Writes an interchange with one functional group back to the sender of `answered`: a transaction set for each of
 * `bodies`, which write what stands between ST and SE.
 */
export function writeAnswerGroup(
  answered: AnsweredGroup,
  envelope: AcknowledgmentEnvelope & { readonly groupControlNumber: number },
  { kind, bodies }: { kind: AnswerKind; bodies: readonly ((writer: SegmentWriter) => void)[] },
): string {
  const { header } = answered.group;
  const { senderId, receiverId } = answered.interchange.header;
  const controlNumber = String(envelope.groupControlNumber);
  return writeAnswer(answered.interchange.header, envelope, (writer) => {
    writeGroupHeader(writer, {
      functionalIdentifier: kind.functionalIdentifier,
      applicationSender: applicationParty(header.applicationReceiver, receiverId),
      applicationReceiver: applicationParty(header.applicationSender, senderId),
      date: envelope.date,
      time: envelope.time,
      controlNumber,
      version: kind.version,
    });
    for (const [index, body] of bodies.entries()) {
      const set = openSet(writer, {
        identifier: kind.setIdentifier,
        controlNumber: String(index + 1).padStart(4, '0'),
        guide: kind.setGuide,
      });
      body(writer);
      set.close();
    }
    writeGroupTrailer(writer, { controlNumber, setCount: bodies.length });
    return 1;
  });
}
