import type { GroupHeader, InterchangeHeader, SetHeader } from '../../edi/envelope/envelope-handler.ts';
import { PROFESSIONAL_CLAIMS } from '../../edi/guides/837p-x222a1.ts';
import { delimitersOf } from '../../partners/delimiters-of.ts';
import type { ClaimInterchange } from './claim-interchange.ts';

/** The headers of a file, level by level, in the file's order. */
export interface FileEnvelope {
  readonly interchanges: readonly InterchangeHeader[];
  readonly groups: readonly GroupHeader[];
  readonly sets: readonly SetHeader[];
}

/** GS08 and ST03 of what we write. */
export const GUIDE_837P = PROFESSIONAL_CLAIMS.ids[0];

/** What the envelope of an interchange must be when it is read: ISA and GS without their padding. */
export function describedEnvelope(sent: ClaimInterchange): FileEnvelope {
  const { envelope } = sent.profile;
  const { date, time } = sent.moment;
  return {
    interchanges: [
      {
        senderQualifier: envelope.senderQualifier.trim(),
        senderId: envelope.senderId.trim(),
        receiverQualifier: envelope.receiverQualifier.trim(),
        receiverId: envelope.receiverId.trim(),
        date: date.slice(2),
        time,
        version: '00501',
        controlNumber: sent.interchangeControlNumber,
        isAcknowledgmentRequested: envelope.isTa1Requested,
        usage: envelope.usage,
        delimiters: delimitersOf(sent.profile),
      },
    ],
    groups: [
      {
        functionalIdentifier: PROFESSIONAL_CLAIMS.functionalIdentifier,
        applicationSender: (envelope.applicationSender ?? envelope.senderId).trim(),
        applicationReceiver: (envelope.applicationReceiver ?? envelope.receiverId).trim(),
        controlNumber: sent.groupControlNumber,
        version: GUIDE_837P,
      },
    ],
    sets: sent.sets.map(({ controlNumber }) => ({
      identifier: PROFESSIONAL_CLAIMS.setIdentifier,
      controlNumber,
      guide: GUIDE_837P,
    })),
  };
}
