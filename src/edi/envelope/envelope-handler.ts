import type { Problem } from '../problems.ts';
import type { Delimiters } from '../syntax/delimiters.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';

/** ISA, as text without its padding. */
export interface InterchangeHeader {
  readonly senderQualifier: string;
  readonly senderId: string;
  readonly receiverQualifier: string;
  readonly receiverId: string;
  /** ISA09 and ISA10 as written: YYMMDD and HHMM. A TA1 echoes them. */
  readonly date: string;
  readonly time: string;
  readonly version: string;
  /** ISA13 as written, nine digits. */
  readonly controlNumber: string;
  readonly isAcknowledgmentRequested: boolean;
  /** P or T. */
  readonly usage: string;
  readonly delimiters: Delimiters;
}

export interface GroupHeader {
  /** GS01: HC claims, HP remittances, HN claim status, FA acknowledgments. */
  readonly functionalIdentifier: string;
  readonly applicationSender: string;
  readonly applicationReceiver: string;
  readonly controlNumber: string;
  /** GS08. */
  readonly version: string;
}

export interface SetHeader {
  /** ST01. */
  readonly identifier: string;
  /** ST02. */
  readonly controlNumber: string;
  /** ST03, or GS08 where ST03 is absent: which guide the set follows, which alone tells a 277CA from a 277. */
  readonly guide: string;
}

/** In which envelopes a segment stands. */
export interface EnvelopeNumbers {
  readonly interchangeControlNumber: string;
  readonly groupControlNumber: string;
  readonly setControlNumber: string;
}

/** Where a segment stands: in which envelopes, which segment of its set (ST = 1; 0 outside a set), which bytes. */
export interface SegmentPlace extends EnvelopeNumbers {
  readonly segmentOrdinal: number;
  readonly byteStart: number;
  readonly byteStop: number;
}

/** What an `EnvelopeReader` tells, in the file's order. Leave out what you do not want to hear. */
export interface EnvelopeHandler {
  interchangeOpened?(header: InterchangeHeader): void;
  /** A TA1 segment between ISA and the first GS or IEA. */
  interchangeAcknowledgment?(segment: SegmentCursor, place: SegmentPlace): void;
  groupOpened?(header: GroupHeader): void;
  setOpened?(header: SetHeader): void;
  /** Every segment of a set, ST and SE included. */
  segment?(segment: SegmentCursor, place: SegmentPlace): void;
  /**
   * The same for those who seldom need a place, because making one for every segment costs as much as reading it:
   * `placeOf` makes one of what is told. `numbers` is one object for all segments of a set.
   */
  countedSegment?(segment: SegmentCursor, segmentOrdinal: number, numbers: EnvelopeNumbers): void;
  /** `isComplete` is false when the set ended without its SE. */
  setClosed?(header: SetHeader, isComplete: boolean): void;
  /** `declaredSetCount` is GE01 as a number, absent when there is no GE or GE01 is no count. */
  groupClosed?(header: GroupHeader, isComplete: boolean, declaredSetCount?: number): void;
  interchangeClosed?(header: InterchangeHeader, isComplete: boolean): void;
  problem?(problem: Problem): void;
}
