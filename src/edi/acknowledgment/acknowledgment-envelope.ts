import type { InterchangeHeader } from '../envelope/envelope-handler.ts';
import { writeInterchangeHeader, writeInterchangeTrailer } from '../envelope/envelope-writer.ts';
import { type Delimiters, USUAL_DELIMITERS } from '../syntax/delimiters.ts';
import { SegmentWriter } from '../syntax/segment-writer.ts';

/** What the one who acknowledges decides: moment, own control numbers, how the file looks. */
export interface AcknowledgmentEnvelope {
  /** CCYYMMDD and HHMM in the zone of the partner. */
  readonly date: string;
  readonly time: string;
  /** ISA13 of the answer: nine digits. */
  readonly interchangeControlNumber: string;
  readonly delimiters?: Delimiters;
  /** Stands behind every terminator; '' unless given. */
  readonly lineEnd?: string;
}

/** Writes ISA and IEA around a body, from the receiver of `received` to its sender; the body gives its group count. */
export function writeAnswer(
  received: InterchangeHeader,
  envelope: AcknowledgmentEnvelope,
  body: (writer: SegmentWriter) => number,
): string {
  const writer = new SegmentWriter(envelope.delimiters ?? USUAL_DELIMITERS, envelope.lineEnd ?? '');
  const controlNumber = envelope.interchangeControlNumber;
  writeInterchangeHeader(writer, {
    senderQualifier: echo(received.receiverQualifier, 2),
    senderId: echo(received.receiverId, 15),
    receiverQualifier: echo(received.senderQualifier, 2),
    receiverId: echo(received.senderId, 15),
    date: envelope.date.slice(2),
    time: envelope.time,
    controlNumber,
    isAcknowledgmentRequested: false,
    usage: received.usage === 'P' ? 'P' : 'T',
  });
  const groupCount = body(writer);
  writeInterchangeTrailer(writer, { controlNumber, groupCount });
  return writer.flushText();
}

/**
 * A received text that can be repeated under any delimiters in use: other characters are left out, because the
 * sender's delimiters were others and what was data there may be a delimiter here.
 */
export function echo(text: string, lengthMax: number): string {
  return text.replaceAll(/[^A-Za-z0-9 .,/()-]/g, '').slice(0, lengthMax);
}

/** GS02 and GS03 have two to fifteen characters. */
const PARTY_LENGTH_MIN = 2;
const PARTY_LENGTH_MAX = 15;

/** GS02 or GS03 of an answer: one that cannot be repeated leaves the party of the interchange. */
export function applicationParty(application: string, interchangeParty: string): string {
  const text = echo(application, PARTY_LENGTH_MAX);
  return text.length < PARTY_LENGTH_MIN ? echo(interchangeParty, PARTY_LENGTH_MAX) : text;
}

const PRINTABLE = /^[ -~]+$/;

/** Whether a received text can be repeated as it is: printable, not too long, and no delimiter of the answer in it. */
export function isRepeatable(text: string, delimiters: Delimiters, lengthMax: number): boolean {
  if (text.length > lengthMax || !PRINTABLE.test(text) || text.trim() === '') return false;
  const bytes = [delimiters.element, delimiters.component, delimiters.repetition, delimiters.terminator];
  return bytes.every((byte) => !text.includes(String.fromCharCode(byte)));
}
