import { problemAt } from '../problem-catalog.ts';
import type { ProblemCode, ProblemLocation } from '../problems.ts';
import { mayHaveRelease } from '../syntax/release-character.ts';
import type { Latin1Decoder } from '../syntax/segment-reader.ts';
import { SegmentReader } from '../syntax/segment-reader.ts';
import * as tags from '../syntax/tag.ts';
import { isSameNumber, parseCount, remember } from './control-numbers.ts';
import type {
  EnvelopeHandler,
  EnvelopeNumbers,
  GroupHeader,
  InterchangeHeader,
  SetHeader,
} from './envelope-handler.ts';
import { findGroupHeaderFaults, findHeaderFaults, readInterchangeHeader } from './interchange-header.ts';
import { placeOf } from './place-of.ts';

const { isSegmentIdentifier, tagOf, tagText } = tags;

const ISA = tagOf('ISA');
const ISX = tagOf('ISX');
const TA1 = tagOf('TA1');
const GS = tagOf('GS');
const ST = tagOf('ST');
const SE = tagOf('SE');
const GE = tagOf('GE');
const IEA = tagOf('IEA');

/** A larger piece is taken in steps, so that the reader's buffer stays small whatever it is fed. */
const STEP_BYTES = 256 * 1024;

interface OpenInterchange {
  readonly header: InterchangeHeader;
  readonly groupNumbers: Set<string>;
  groupCount: number;
}

interface OpenGroup {
  readonly header: GroupHeader;
  readonly setNumbers: Set<string>;
  setCount: number;
}

interface OpenSet {
  readonly header: SetHeader;
  readonly numbers: EnvelopeNumbers;
  segmentCount: number;
}

/**
 * Walks the envelopes of a file (X12.5, X12.6): ISA, TA1, GS, ST … SE, GE, IEA, any number of each, and tells an
 * `EnvelopeHandler` what it meets, in the file's order. It checks control numbers and counts and never throws on
 * input: what is missing is closed as incomplete, what stands outside its envelope is left out, both with a problem.
 * Feed bytes as they come, then `finish()` once.
 */
export class EnvelopeReader {
  readonly #reader: SegmentReader;
  readonly #handler: EnvelopeHandler;
  readonly #interchangeKeys = new Set<string>();
  #interchange: OpenInterchange | undefined;
  #group: OpenGroup | undefined;
  #set: OpenSet | undefined;
  #hasMetInterchange = false;
  #fedByteCount = 0;
  /** One problem for a run of segments outside an envelope, however long it is. */
  #isOutside = false;

  constructor(decode: Latin1Decoder, handler: EnvelopeHandler) {
    this.#reader = new SegmentReader(decode);
    this.#handler = handler;
  }

  feed(chunk: Uint8Array): void {
    this.#fedByteCount += chunk.length;
    for (let start = 0; start < chunk.length && this.#reader.stopped === undefined; start += STEP_BYTES) {
      this.#reader.feed(chunk.subarray(start, start + STEP_BYTES));
      while (this.#reader.next()) this.#take();
    }
  }

  /** The file has ended: reports what it cut off and closes what is still open. */
  finish(): void {
    const reader = this.#reader;
    reader.end();
    while (reader.next()) this.#take();
    const end = { byteStart: reader.leftoverByteStart, byteStop: this.#fedByteCount };
    if (reader.stopped === 'segment-too-long') this.#tell('segment.too-long', this.#locate(end));
    else if (reader.stopped === 'not-x12' || (this.#isUnrecognized() && this.#fedByteCount > 0)) {
      this.#tell('file.not-x12', end);
    } else if (reader.leftoverByteCount > 0) this.#tell('file.cut', this.#locate(end));
    else if (this.#fedByteCount === 0) this.#tell('file.empty', end);
    this.#leaveInterchange(end);
  }

  /** No ISA was read and what is left is too short to begin one. */
  #isUnrecognized(): boolean {
    return !this.#hasMetInterchange && this.#reader.leftoverByteCount < 'ISA'.length;
  }

  #take(): void {
    const { tag } = this.#reader;
    switch (tag) {
      case ISA:
        return this.#openInterchange();
      case IEA:
        return this.#closeInterchange();
      case GS:
        return this.#openGroup();
      case GE:
        return this.#closeGroup();
      case ST:
        return this.#openSet();
      case SE:
        return this.#closeSet();
      default:
        if (this.#set !== undefined) this.#tellSegment(this.#set);
        else if (tag === TA1 && this.#interchange !== undefined && this.#group === undefined) {
          const place = placeOf(this.#reader, 0, this.#numbersOf(''));
          this.#handler.interchangeAcknowledgment?.(this.#reader, place);
        } else if (tag === ISX && this.#interchange?.groupCount === 0) this.#takeExtension(this.#interchange);
        else this.#tellOutside();
    }
  }

  /** What ISX declares, the segment reader has taken; before version 00702 there is none. */
  #takeExtension({ header }: OpenInterchange): void {
    if (!mayHaveRelease(header.version)) this.#tellOutside();
  }

  #openInterchange(): void {
    this.#leaveInterchange(this.#bytes());
    const header = readInterchangeHeader(this.#reader);
    this.#interchange = { header, groupNumbers: new Set(), groupCount: 0 };
    this.#hasMetInterchange = true;
    this.#isOutside = false;
    this.#handler.interchangeOpened?.(header);
    for (const { code, element } of findHeaderFaults(this.#reader)) this.#tellHere(code, element);
    const key = [header.senderQualifier, header.senderId, header.receiverId, header.controlNumber].join('\n');
    if (this.#interchangeKeys.has(key)) this.#tellHere('interchange.duplicate-control-number', 13);
    remember(this.#interchangeKeys, key);
  }

  #openGroup(): void {
    const [interchange, reader] = [this.#interchange, this.#reader];
    if (interchange === undefined) return this.#tellOutside();
    this.#leaveGroup(this.#bytes());
    const controlNumber = reader.text(6);
    const header: GroupHeader = {
      functionalIdentifier: reader.text(1),
      applicationSender: reader.text(2).trim(),
      applicationReceiver: reader.text(3).trim(),
      controlNumber,
      version: reader.text(8),
    };
    interchange.groupCount++;
    this.#group = { header, setNumbers: new Set(), setCount: 0 };
    this.#isOutside = false;
    this.#handler.groupOpened?.(header);
    for (const element of findGroupHeaderFaults(reader))
      this.#tellHere('interchange.group-header-invalid', element);
    if (!/^\d{1,9}$/.test(controlNumber)) this.#tellHere('group.control-number-invalid', 6);
    if (interchange.groupNumbers.has(controlNumber)) this.#tellHere('group.duplicate-control-number', 6);
    remember(interchange.groupNumbers, controlNumber);
  }

  #openSet(): void {
    const group = this.#group;
    if (group === undefined) return this.#tellOutside();
    this.#leaveSet(this.#bytes());
    const reader = this.#reader;
    const controlNumber = reader.text(2);
    const header: SetHeader = {
      identifier: reader.text(1),
      controlNumber,
      guide: reader.text(3) || group.header.version,
    };
    group.setCount++;
    this.#set = { header, numbers: this.#numbersOf(controlNumber), segmentCount: 0 };
    this.#isOutside = false;
    this.#handler.setOpened?.(header);
    this.#tellSegment(this.#set);
    if (!/^(?=.*[^ ])[ -~]{4,9}$/.test(controlNumber)) this.#tellHere('set.control-number-invalid', 2);
    if (group.setNumbers.has(controlNumber)) this.#tellHere('set.duplicate-control-number', 2);
    remember(group.setNumbers, controlNumber);
  }

  #closeSet(): void {
    const set = this.#set;
    if (set === undefined) return this.#tellOutside();
    this.#tellSegment(set);
    if (parseCount(this.#reader.text(1)) !== set.segmentCount)
      this.#tellHere('set.segment-count-mismatch', 1);
    if (this.#reader.text(2) !== set.header.controlNumber) this.#tellHere('set.control-number-mismatch', 2);
    this.#set = undefined;
    this.#handler.setClosed?.(set.header, true);
  }

  #closeGroup(): void {
    this.#leaveSet(this.#bytes());
    const group = this.#group;
    if (group === undefined) return this.#tellOutside();
    const declaredSetCount = parseCount(this.#reader.text(1));
    if (declaredSetCount !== group.setCount) this.#tellHere('group.set-count-mismatch', 1);
    if (!isSameNumber(this.#reader.text(2), group.header.controlNumber)) {
      this.#tellHere('group.control-number-mismatch', 2);
    }
    this.#group = undefined;
    this.#handler.groupClosed?.(group.header, true, declaredSetCount);
  }

  #closeInterchange(): void {
    this.#leaveGroup(this.#bytes());
    const interchange = this.#interchange;
    if (interchange === undefined) return this.#tellOutside();
    if (parseCount(this.#reader.text(1)) !== interchange.groupCount) {
      this.#tellHere('interchange.group-count-mismatch', 1);
    }
    if (this.#reader.text(2) !== interchange.header.controlNumber) {
      this.#tellHere('interchange.control-number-mismatch', 2);
    }
    this.#interchange = undefined;
    this.#handler.interchangeClosed?.(interchange.header, true);
  }

  /** Closes a set that has no SE; `bytes` is where SE was due. */
  #leaveSet(bytes: ProblemLocation): void {
    if (this.#set === undefined) return;
    const { header } = this.#set;
    this.#tell('set.trailer-missing', this.#locate(bytes));
    this.#set = undefined;
    this.#handler.setClosed?.(header, false);
  }

  #leaveGroup(bytes: ProblemLocation): void {
    this.#leaveSet(bytes);
    if (this.#group === undefined) return;
    const { header } = this.#group;
    this.#tell('group.trailer-missing', this.#locate(bytes));
    this.#group = undefined;
    this.#handler.groupClosed?.(header, false);
  }

  #leaveInterchange(bytes: ProblemLocation): void {
    this.#leaveGroup(bytes);
    if (this.#interchange === undefined) return;
    const { header } = this.#interchange;
    this.#tell('interchange.trailer-missing', this.#locate(bytes));
    this.#interchange = undefined;
    this.#handler.interchangeClosed?.(header, false);
  }

  #tellSegment(set: OpenSet): void {
    const reader = this.#reader;
    const handler = this.#handler;
    set.segmentCount++;
    if (!isSegmentIdentifier(reader.tag)) this.#tellHere('segment.identifier-invalid');
    handler.segment?.(reader, placeOf(reader, set.segmentCount, set.numbers));
    handler.countedSegment?.(reader, set.segmentCount, set.numbers);
  }

  #tellOutside(): void {
    if (this.#isOutside) return;
    this.#isOutside = true;
    this.#tellHere('segment.outside-envelope');
  }

  #tellHere(code: ProblemCode, element?: number): void {
    const { tag } = this.#reader;
    this.#tell(code, {
      ...this.#locate(this.#bytes()),
      // An identifier that is none could be anything, so it is not repeated.
      ...(isSegmentIdentifier(tag) ? { segment: tagText(tag) } : {}),
      ...(this.#set === undefined ? {} : { segmentOrdinal: this.#set.segmentCount }),
      ...(element === undefined ? {} : { element }),
    });
  }

  #tell(code: ProblemCode, location: ProblemLocation): void {
    this.#handler.problem?.(problemAt(code, location));
  }

  #bytes(): ProblemLocation {
    return { byteStart: this.#reader.byteStart, byteStop: this.#reader.byteStop };
  }

  #locate({ byteStart, byteStop }: ProblemLocation): ProblemLocation {
    type Building = { -readonly [Key in keyof ProblemLocation]: ProblemLocation[Key] };
    const location: Building = { byteStart, byteStop };
    if (this.#interchange) location.interchangeControlNumber = this.#interchange.header.controlNumber;
    if (this.#group) location.groupControlNumber = this.#group.header.controlNumber;
    if (this.#set) location.setControlNumber = this.#set.header.controlNumber;
    return location;
  }

  #numbersOf(setControlNumber: string): EnvelopeNumbers {
    const interchangeControlNumber = this.#interchange?.header.controlNumber ?? '';
    const groupControlNumber = this.#group?.header.controlNumber ?? '';
    return { interchangeControlNumber, groupControlNumber, setControlNumber };
  }
}
