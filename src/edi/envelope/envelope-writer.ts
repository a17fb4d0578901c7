import { invariant } from '../../base/invariant.ts';
import type { SegmentWriter } from '../syntax/segment-writer.ts';

/** What an ISA says about sender, receiver and moment; the delimiters are the writer's own. */
export interface InterchangeDescription {
  readonly senderQualifier: string;
  readonly senderId: string;
  readonly receiverQualifier: string;
  readonly receiverId: string;
  /** YYMMDD in the partner's time zone. */
  readonly date: string;
  /** HHMM. */
  readonly time: string;
  /** Nine digits. */
  readonly controlNumber: string;
  readonly isAcknowledgmentRequested: boolean;
  readonly usage: 'P' | 'T';
}

export interface GroupDescription {
  /** GS01: HC, HP, HN, FA. */
  readonly functionalIdentifier: string;
  readonly applicationSender: string;
  readonly applicationReceiver: string;
  /** CCYYMMDD. */
  readonly date: string;
  readonly time: string;
  /** One to nine digits without leading zeros. */
  readonly controlNumber: string;
  /** GS08: the guide, such as 005010X222A1. */
  readonly version: string;
}

export interface SetDescription {
  /** ST01, such as 837. */
  readonly identifier: string;
  /** ST02: four to nine characters. */
  readonly controlNumber: string;
  /** ST03, the same guide as GS08. */
  readonly guide: string;
}

/** Writes ISA (X12.5 §4.2): elements padded to their fixed widths, version 00501, no authorization or security data. */
export function writeInterchangeHeader(writer: SegmentWriter, interchange: InterchangeDescription): void {
  invariant(/^\d{9}$/.test(interchange.controlNumber), 'an interchange control number is nine digits');
  invariant(
    /^\d{6}$/.test(interchange.date) && /^\d{4}$/.test(interchange.time),
    'ISA09 is YYMMDD, ISA10 HHMM',
  );
  writer
    .begin('ISA')
    .elements('00', padded('', 10), '00', padded('', 10))
    .elements(padded(interchange.senderQualifier, 2), padded(interchange.senderId, 15))
    .elements(padded(interchange.receiverQualifier, 2), padded(interchange.receiverId, 15))
    .elements(interchange.date, interchange.time)
    .delimiter(writer.delimiters.repetition)
    .elements('00501', interchange.controlNumber)
    .elements(interchange.isAcknowledgmentRequested ? '1' : '0', interchange.usage)
    .delimiter(writer.delimiters.component)
    .end();
}

/** Writes IEA. */
export function writeInterchangeTrailer(
  writer: SegmentWriter,
  trailer: { readonly controlNumber: string; readonly groupCount: number },
): void {
  writer.begin('IEA').elements(String(trailer.groupCount), trailer.controlNumber).end();
}

/** Writes GS; GS07 is X, the responsible agency of every HIPAA guide. */
export function writeGroupHeader(writer: SegmentWriter, group: GroupDescription): void {
  writer
    .begin('GS')
    .elements(group.functionalIdentifier, group.applicationSender, group.applicationReceiver)
    .elements(group.date, group.time, group.controlNumber, 'X', group.version)
    .end();
}

/** Writes GE. */
export function writeGroupTrailer(
  writer: SegmentWriter,
  trailer: { readonly controlNumber: string; readonly setCount: number },
): void {
  writer.begin('GE').elements(String(trailer.setCount), trailer.controlNumber).end();
}

/** A transaction set that is being written. */
export interface OpenSetWriter {
  /** Writes SE and gives SE01: the segments written since, ST and SE included. */
  close(): number;
}

/** Writes ST. Write the body on the same writer, then `close()`. */
export function openSet(writer: SegmentWriter, set: SetDescription): OpenSetWriter {
  const countBefore = writer.segmentCount;
  writer.begin('ST').elements(set.identifier, set.controlNumber, set.guide).end();
  return {
    close(): number {
      const segmentCount = writer.segmentCount - countBefore + 1;
      writer.begin('SE').elements(String(segmentCount), set.controlNumber).end();
      return segmentCount;
    },
  };
}

function padded(text: string, width: number): string {
  invariant(text.length <= width, 'an element of the ISA fits its fixed width');
  return text.padEnd(width, ' ');
}
