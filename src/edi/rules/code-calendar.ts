import type { CodeSetId } from '../codes/code-set-ids.ts';
import type { DayNumber } from '../codes/code-table.ts';
import type { Guide } from '../guide/guide.ts';
import type { PlacedSegment } from '../guide/placed-segment.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import { tagOf } from '../syntax/tag.ts';
import { type CodedElement, type CodeTiming, timingOf } from './coded-elements.ts';
import { integerOf } from './components.ts';
import { type DatedCode, DatedCodes, type Days } from './dated-codes.ts';

const [BHT, BPR, CLP, DTP, DTM] = ['BHT', 'BPR', 'CLP', 'DTP', 'DTM'].map(tagOf);
const REVERSAL = tagOf('22');
const ADJUDICATED = tagOf('573');
const SERVED = tagOf('472');
const STATEMENT = tagOf('434');
/** Of an 835: the first and the last day of a claim, and of a line. */
const CLAIM_FIRST = tagOf('232');
const CLAIM_LAST = tagOf('233');
const LINE_FIRST = tagOf('150');
const LINE_LAST = tagOf('151');
const DAY_LENGTH = 8;
const PERIOD_LENGTH = 17;

type Part = 'claim' | 'line' | 'payer' | 'linePayer';

/** What a calendar of sets of one guide must be told. */
export interface Calendar {
  readonly segments: readonly string[];
  /** The loops that are claims, lines, and what another payer says of them. */
  readonly parts: ReadonlyMap<string, Part>;
  /** Whether reason codes are of another payer's payment, which is told in the set, and not of the set's own. */
  readonly hasOtherPayers: boolean;
}

/** Where services are told, by ST01: claims and lines, and the segments that begin them or date them. */
const SERVICES: Readonly<Record<string, readonly [Readonly<Record<string, Part>>, ...string[]]>> = {
  '837': [{ '2300': 'claim', '2400': 'line' }, 'CLM', 'LX', 'DTP'],
  '835': [{ '2100': 'claim', '2110': 'line' }, 'CLP', 'SVC', 'DTM'],
  '276': [{ '2200D': 'claim', '2200E': 'claim', '2210D': 'line', '2210E': 'line' }, 'TRN', 'SVC', 'DTP'],
  '277': [{ '2200D': 'claim', '2200E': 'claim', '2220D': 'line', '2220E': 'line' }, 'TRN', 'SVC', 'DTP'],
};
/** 837: another payer tells how it paid the claim, and how it paid a line. */
const CLAIM_PAYER_LOOP = '2320';
const LINE_PAYER_LOOP = '2430';

/** Dates of services are followed only where a list of the guide's codes has dates: that costs as much as all look-ups. */
export function calendarOf({ setIdentifier }: Guide, elements: readonly CodedElement[]): Calendar {
  const hasDates = elements.some(({ timing, set, qualifier }) => {
    const sets = set === undefined ? [...(qualifier?.sets.values() ?? [])].flat() : [set];
    return timing === 'service' && sets.some(({ isDated }) => isDated);
  });
  const [services = {}, ...serviceSegments] = (hasDates && SERVICES[setIdentifier]) || [];
  const hasOtherPayers = setIdentifier === '837';
  const payers: Record<string, Part> = hasOtherPayers
    ? { [CLAIM_PAYER_LOOP]: 'payer', [LINE_PAYER_LOOP]: 'linePayer' }
    : {};
  return {
    segments: ['BHT', 'BPR', 'CLP', ...(hasOtherPayers ? ['DTP*573'] : []), ...serviceSegments],
    parts: new Map(Object.entries({ ...services, ...payers })),
    hasOtherPayers,
  };
}

type JudgeCode = (code: DatedCode, days: Days) => void;

/** Follows the dates of one set: of which day each code is, which often stands behind it. */
export class CodeCalendar {
  /** Whether other payers tell in the set what they paid, and when. */
  readonly #hasOtherPayers: boolean;
  /** BHT04, or BPR16 of a remittance. */
  readonly #set = new DatedCodes();
  readonly #claim = new DatedCodes();
  readonly #line = new DatedCodes();
  /** What another payer says of the claim, and of a line. */
  readonly #payer = new DatedCodes();
  readonly #linePayer = new DatedCodes();
  /** All lines of the claim: a professional claim has no date of its own. */
  readonly #lines = new DatedCodes();
  readonly #byLoop: ReadonlyMap<string, DatedCodes>;
  #isReversal = false;

  constructor({ parts, hasOtherPayers }: Calendar) {
    const dated = { claim: this.#claim, line: this.#line, payer: this.#payer, linePayer: this.#linePayer };
    this.#byLoop = new Map([...parts].map(([loop, part]) => [loop, dated[part]]));
    this.#hasOtherPayers = hasOtherPayers;
  }

  segment(placed: PlacedSegment): void {
    const { cursor } = placed;
    switch (cursor.tag) {
      case DTP:
        return this.#takeDate(placed, 3);
      case DTM:
        return this.#takeDate(placed, 2);
      case BHT:
        return cover(this.#set, cursor, 4);
      case BPR:
        return cover(this.#set, cursor, 16);
      case CLP:
        this.#isReversal = cursor.code(2) === REVERSAL;
        break;
      default:
    }
    if (placed.isLoopStart) this.#begin(placed.loop as string);
  }

  loopEnded(loop: string, judge: JudgeCode): void {
    const ended = this.#byLoop.get(loop) as DatedCodes;
    if (ended.hasWaiting) {
      const days = this.#daysOf(ended);
      ended.release((code) => judge(code, days));
    }
    ended.close();
  }

  /** The day of a code at hand; 0 where it is not known, or not yet. */
  dayOf(timing: CodeTiming): DayNumber {
    return this.#isSettled(timing) ? this.#set.last : 0;
  }

  /** Has a code judged, now or as soon as its day is known. */
  takeCode(code: DatedCode, timing: CodeTiming, judge: JudgeCode): void {
    if (this.#isSettled(timing)) judge(code, this.#set);
    else if (timing === 'payment') this.#payerOf(code.at.loop).wait(code);
    else (this.#line.isOpen ? this.#line : this.#claim).wait(code);
  }

  /** A reversal may bring a reason code that has stopped since the payment (X12 interpretation 1106). */
  mayHaveStopped(id: CodeSetId): boolean {
    return this.#isReversal && timingOf(id) === 'payment';
  }

  /** Whether the day of the set decides: it stands before every code. */
  #isSettled(timing: CodeTiming): boolean {
    if (timing === 'payment') return !this.#hasOtherPayers;
    return timing === 'set' || !this.#claim.isOpen;
  }

  #begin(loop: string): void {
    const part = this.#byLoop.get(loop);
    part?.open();
    if (part === this.#claim) this.#lines.close();
  }

  #payerOf(loop: string | undefined): DatedCodes {
    return loop === LINE_PAYER_LOOP ? this.#linePayer : this.#payer;
  }

  #takeDate({ cursor, loop }: PlacedSegment, position: number): void {
    const line = this.#line;
    switch (cursor.code(1)) {
      case ADJUDICATED:
        return cover(this.#payerOf(loop), cursor, position);
      case STATEMENT:
      case CLAIM_FIRST:
      case CLAIM_LAST:
        return cover(this.#claim, cursor, position);
      case SERVED:
      case LINE_FIRST:
      case LINE_LAST:
        if (!line.isOpen) return cover(this.#claim, cursor, position);
        cover(line, cursor, position);
        return this.#lines.cover(line.first, line.last);
      default:
    }
  }

  /** What is known of when a part was, else of what it is a part of. */
  #daysOf(part: DatedCodes): Days {
    if (part.first > 0) return part;
    if (part === this.#line && this.#claim.first > 0) return this.#claim;
    if (part === this.#claim && this.#lines.first > 0) return this.#lines;
    return this.#set;
  }
}

/** A day, CCYYMMDD, or a period of two with a dash between; what is neither says nothing. */
function cover(days: DatedCodes, cursor: SegmentCursor, position: number): void {
  const { bytes } = cursor;
  const start = cursor.startOf(position);
  const stop = cursor.stopOf(position);
  if (stop - start === DAY_LENGTH) {
    const day = integerOf(bytes, start, stop);
    days.cover(day, day);
  } else if (stop - start === PERIOD_LENGTH) {
    days.cover(integerOf(bytes, start, start + DAY_LENGTH), integerOf(bytes, stop - DAY_LENGTH, stop));
  }
}
