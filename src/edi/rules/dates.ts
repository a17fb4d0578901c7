import type { PlacedSegment } from '../guide/placed-segment.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import { packView, tagOf } from '../syntax/tag.ts';
import { integerAt, integerOf } from './components.ts';
import { at, type Rule, type SetRule, type TellRule } from './rule.ts';

const BHT = tagOf('BHT');
const PERIOD = tagOf('RD8');
const DAY = tagOf('D8');
const SERVICE = tagOf('472');
const YEAR_LENGTH = 4;
const DAY_LENGTH = 8;
/** Above all years, packed. */
const NO_YEAR = 0x7fff_ffff;
const PERIOD_LENGTH = 17;

/** A period, DTP*…*RD8, does not end before it begins (§2.4, DTP03, of each guide; X12.6, format RD8). */
export const periods: Rule = {
  segments: ['DTP'],
  begin: (tell) => ({
    segment(placed) {
      if (placed.cursor.code(2) === PERIOD) checkPeriod(placed, tell);
    },
  }),
};

/**
 * 837: the same, and no service, DTP*472, has begun after the day on which the set was made (BHT04). A warning: the day
 * of a sender may be another than the receiver's, and a rental is billed for days to come.
 */
export const claimDates: Rule = {
  segments: ['BHT', 'DTP'],
  begin: (tell) => new ClaimDates(tell),
};

class ClaimDates implements SetRule {
  readonly #tell: TellRule;
  /** BHT04 as it is written, CCYY and MMDD, each packed. Until it is known nothing is later. */
  #creationYear = NO_YEAR;
  #creationDay = 0;

  constructor(tell: TellRule) {
    this.#tell = tell;
  }

  segment(placed: PlacedSegment): void {
    const { cursor } = placed;
    if (cursor.tag === BHT) {
      if (cursor.stopOf(4) - cursor.startOf(4) === DAY_LENGTH) this.#keepCreation(cursor);
      return;
    }
    const format = cursor.code(2);
    if (format === PERIOD) checkPeriod(placed, this.#tell);
    if (cursor.code(1) !== SERVICE) return;
    const start = cursor.startOf(3);
    const length = cursor.stopOf(3) - start;
    const isKnown = format === DAY ? length === DAY_LENGTH : format === PERIOD && length === PERIOD_LENGTH;
    if (!isKnown || !this.#isBehindCreation(cursor, start)) return;
    this.#tell('situation.service-date-in-future', placed.place, at(placed, 3));
  }

  #keepCreation(cursor: SegmentCursor): void {
    const start = cursor.startOf(4);
    const isNumber = !Number.isNaN(integerAt(cursor, 4));
    this.#creationYear = isNumber ? packView(cursor.view, start, start + YEAR_LENGTH) : NO_YEAR;
    this.#creationDay = packView(cursor.view, start + YEAR_LENGTH, start + DAY_LENGTH);
  }

  /** Digits compare as the bytes that they are written in; only of what is above it is asked whether it is digits. */
  #isBehindCreation({ bytes, view }: SegmentCursor, start: number): boolean {
    const year = packView(view, start, start + YEAR_LENGTH);
    if (year < this.#creationYear) return false;
    const day = packView(view, start + YEAR_LENGTH, start + DAY_LENGTH);
    if (year === this.#creationYear && day <= this.#creationDay) return false;
    return !Number.isNaN(integerOf(bytes, start, start + DAY_LENGTH));
  }
}

function checkPeriod(placed: PlacedSegment, tell: TellRule): void {
  const { cursor } = placed;
  const start = cursor.startOf(3);
  const stop = cursor.stopOf(3);
  if (stop - start !== PERIOD_LENGTH) return;
  const first = integerOf(cursor.bytes, start, start + DAY_LENGTH);
  const last = integerOf(cursor.bytes, stop - DAY_LENGTH, stop);
  if (first > last) tell('situation.period-reversed', placed.place, at(placed, 3));
}
