import { groupBy } from '../../base/groups.ts';
import { isSameNumber } from '../envelope/control-numbers.ts';
import { type Latin1Decoder, SegmentReader } from '../syntax/segment-reader.ts';
import { tagOf } from '../syntax/tag.ts';
import type { Acknowledgment, GroupAnswer, SetAnswer } from './acknowledgment.ts';
import { bytesOf, type SentBytes, SentSet, type SentWanted } from './sent-set.ts';

/** ISA or GS of what was sent, and its trailer where it has one. */
export interface SentEnvelope {
  readonly interchangeControlNumber: string;
  readonly groupControlNumber?: string;
  readonly header: SentBytes;
  trailer?: SentBytes;
}

/** What was sent, as far as it is answered. */
export interface Sent {
  readonly interchanges: SentEnvelope[];
  readonly groups: Map<GroupAnswer, SentEnvelope>;
  readonly sets: Map<SetAnswer, SentSet>;
}

const ISA = tagOf('ISA');
const GS = tagOf('GS');
const ST = tagOf('ST');
const SE = tagOf('SE');
const GE = tagOf('GE');
const IEA = tagOf('IEA');

/** The reader's buffer stays small whatever was sent. */
const STEP_BYTES = 256 * 1024;

/** Reads what was sent once, segment by segment, and keeps what the answer speaks of. */
export function walkSent(bytes: Uint8Array, decode: Latin1Decoder, answer: Acknowledgment): Sent {
  const reader = new SegmentReader(decode);
  const walk = new Walk(reader, answer);
  for (let start = 0; start < bytes.length && reader.stopped === undefined; start += STEP_BYTES) {
    reader.feed(bytes.subarray(start, start + STEP_BYTES));
    while (reader.next()) walk.take();
  }
  walk.leaveSet();
  return walk.sent;
}

class Walk {
  readonly sent: Sent = { interchanges: [], groups: new Map(), sets: new Map() };
  readonly #reader: SegmentReader;
  readonly #answer: Acknowledgment;
  #interchange: SentEnvelope | undefined;
  #groupAnswer: GroupAnswer | undefined;
  /** Of the group, by the number of the set. */
  #setAnswers = new Map<string, SetAnswer[]>();
  #groupControlNumber = '';
  #groupVersion = '';
  #set: SentSet | undefined;

  constructor(reader: SegmentReader, answer: Acknowledgment) {
    this.#reader = reader;
    this.#answer = answer;
  }

  take(): void {
    const reader = this.#reader;
    switch (reader.tag) {
      case ISA:
        return this.#openInterchange();
      case GS:
        return this.#openGroup();
      case ST:
        return this.#openSet();
      case SE:
        this.#set?.add(reader);
        this.#set?.close(reader);
        this.#set = undefined;
        return;
      case GE:
        return this.#closeGroup();
      case IEA:
        if (this.#interchange !== undefined) this.#interchange.trailer = bytesOf(reader);
        return;
      default:
        this.#set?.add(reader);
    }
  }

  leaveSet(): void {
    this.#set?.close(undefined);
    this.#set = undefined;
  }

  #openInterchange(): void {
    this.leaveSet();
    this.#groupAnswer = undefined;
    this.#setAnswers = new Map();
    this.#interchange = {
      interchangeControlNumber: this.#reader.text(13),
      header: bytesOf(this.#reader),
    };
    this.sent.interchanges.push(this.#interchange);
  }

  /** A 999 does not name the interchange: of two groups with one number, which is an error, the first is meant. */
  #openGroup(): void {
    this.leaveSet();
    const reader = this.#reader;
    const controlNumber = reader.text(6);
    this.#groupControlNumber = controlNumber;
    this.#groupVersion = reader.text(8);
    this.#groupAnswer = this.#answer.groups.find(
      (group) =>
        !this.sent.groups.has(group) &&
        group.functionalIdentifier === reader.text(1) &&
        isSameNumber(group.controlNumber, controlNumber),
    );
    this.#setAnswers = groupBy(this.#groupAnswer?.sets ?? [], (set) => unpadded(set.controlNumber));
    if (this.#groupAnswer === undefined) return;
    this.sent.groups.set(this.#groupAnswer, {
      interchangeControlNumber: this.#interchange?.interchangeControlNumber ?? '',
      groupControlNumber: controlNumber,
      header: bytesOf(reader),
    });
  }

  #openSet(): void {
    this.leaveSet();
    const reader = this.#reader;
    const setControlNumber = reader.text(2);
    // Of two sets with one number, which is an error, the answers come in the same order.
    const answer = this.#setAnswers.get(unpadded(setControlNumber))?.shift();
    if (answer === undefined) return;
    this.#set = new SentSet(
      { identifier: reader.text(1), guide: reader.text(3) || this.#groupVersion },
      {
        interchangeControlNumber: this.#interchange?.interchangeControlNumber ?? '',
        groupControlNumber: this.#groupControlNumber,
        setControlNumber,
      },
      wantedOf(answer),
    );
    this.sent.sets.set(answer, this.#set);
    this.#set.add(reader);
  }

  #closeGroup(): void {
    this.leaveSet();
    const group = this.#groupAnswer === undefined ? undefined : this.sent.groups.get(this.#groupAnswer);
    if (group !== undefined) group.trailer = bytesOf(this.#reader);
    this.#groupAnswer = undefined;
    this.#setAnswers = new Map();
  }
}

/** ST02 may have been read as a number and written without its leading zeros. */
function unpadded(controlNumber: string): string {
  return controlNumber.replace(/^0+(?=\d+$)/, '');
}

/** The segments that an answer points to, and the claims that it names. */
function wantedOf({ segments }: SetAnswer): SentWanted {
  const ordinals = new Set<number>();
  const claims = new Set<string>();
  for (const { segmentOrdinal, claim, trigger, elements } of segments) {
    ordinals.add(segmentOrdinal);
    if (claim !== '') claims.add(claim);
    if (trigger !== undefined) ordinals.add(trigger.segmentOrdinal);
    for (const element of elements) {
      if (element.trigger !== undefined) ordinals.add(element.trigger.segmentOrdinal);
    }
  }
  return { ordinals, claims };
}
