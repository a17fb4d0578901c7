import type { GroupHeader, InterchangeHeader, SetHeader } from '../envelope/envelope-handler.ts';
import { EnvelopeReader } from '../envelope/envelope-reader.ts';
import { guideById } from '../guides/carried.ts';
import { type FollowedSegment, type OpenLoop, SetFollower } from '../outline/set-follower.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import type { Latin1Decoder } from '../syntax/segment-reader.ts';
import { plainShortDate, plainTime } from './plain-value.ts';
import { segmentLines } from './segment-lines.ts';

export interface DescribeOptions {
  /** Only the sets of this control number (ST02). */
  readonly setControlNumber?: string;
  /** Takes each line as it is made: text of the file may hold anything, so make it printable. */
  readonly line: (text: string) => void;
}

/** What was met, so that a caller can say that nothing was. */
export interface DescribeCounts {
  readonly interchangeCount: number;
  readonly setCount: number;
}

const LEVEL = '  ';

/**
 * Says for people what a file holds: envelopes, the tree of loops, each segment and element by the name that the guide
 * gives to it. Bytes in, lines out as they come; nothing is kept but the segment at hand, and nothing is checked.
 */
export class FileDescriber {
  readonly #reader: EnvelopeReader;
  readonly #options: DescribeOptions;
  #follower: SetFollower | undefined;
  #told: readonly OpenLoop[] = [];
  #interchangeCount = 0;
  #setCount = 0;

  constructor(decode: Latin1Decoder, options: DescribeOptions) {
    this.#options = options;
    this.#reader = new EnvelopeReader(decode, {
      interchangeOpened: (header) => this.#interchange(header),
      interchangeAcknowledgment: (segment) => this.#acknowledgment(segment),
      groupOpened: (header) => this.#group(header),
      setOpened: (header) => this.#openSet(header),
      countedSegment: (segment) => this.#follower?.segment(segment),
      setClosed: (_header, isComplete) => this.#closeSet(isComplete),
      groupClosed: (header, isComplete) => this.#cutOff(isComplete, `${LEVEL}group ${header.controlNumber}`),
      interchangeClosed: (header, isComplete) =>
        this.#cutOff(isComplete, `interchange ${header.controlNumber}`),
    });
  }

  feed(bytes: Uint8Array): void {
    this.#reader.feed(bytes);
  }

  finish(): DescribeCounts {
    this.#reader.finish();
    return { interchangeCount: this.#interchangeCount, setCount: this.#setCount };
  }

  #interchange({ controlNumber, senderId, receiverId, date, time, usage }: InterchangeHeader): void {
    this.#interchangeCount++;
    const moment = `${plainShortDate(date)} ${plainTime(time) ?? time}`;
    const kind = usage === 'P' ? 'production' : 'test';
    this.#options.line(`interchange ${controlNumber}  ${senderId} → ${receiverId}  ${moment}  ${kind}`);
  }

  #acknowledgment(segment: SegmentCursor): void {
    const [verdict, note] = [segment.text(4), segment.text(5)];
    const words = VERDICTS[verdict] ?? verdict;
    this.#options.line(`${LEVEL}TA1 for interchange ${segment.text(1)}: ${words}, note ${note}`);
  }

  #group({
    controlNumber,
    functionalIdentifier,
    applicationSender,
    applicationReceiver,
    version,
  }: GroupHeader): void {
    this.#options.line(
      `${LEVEL}group ${controlNumber}  ${functionalIdentifier}  ${applicationSender} → ${applicationReceiver}  ${version}`,
    );
  }

  #openSet({ identifier, controlNumber, guide: guideId }: SetHeader): void {
    const { setControlNumber } = this.#options;
    if (setControlNumber !== undefined && setControlNumber !== controlNumber) return;
    this.#setCount++;
    const guide = guideById(guideId, identifier);
    const name = guide?.name ?? `${guideId}, a guide that is not carried`;
    this.#options.line(`${LEVEL.repeat(2)}set ${identifier} ${controlNumber}  ${name}`);
    this.#told = [];
    this.#follower = new SetFollower(guide, (segment) => this.#segment(segment));
  }

  #segment(segment: FollowedSegment): void {
    const { loops } = segment;
    for (const [index, loop] of loops.entries()) {
      if (this.#told[index] === loop) continue;
      this.#options.line(`${LEVEL.repeat(3 + index)}${loop.rule.id}  ${loop.rule.name}`);
      this.#told = loops.slice(0, index + 1);
    }
    this.#told = loops;
    for (const line of segmentLines(segment, LEVEL.repeat(3 + loops.length))) this.#options.line(line);
  }

  #closeSet(isComplete: boolean): void {
    if (this.#follower !== undefined) this.#cutOff(isComplete, `${LEVEL.repeat(2)}set`);
    this.#follower = undefined;
  }

  #cutOff(isComplete: boolean, what: string): void {
    if (!isComplete) this.#options.line(`${what} ends without its trailer`);
  }
}

const VERDICTS: Readonly<Record<string, string>> = {
  A: 'accepted',
  E: 'accepted, errors noted',
  R: 'rejected',
};
