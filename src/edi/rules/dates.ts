import type { PlacedSegment } from '../guide/placed-segment.ts';
import { tagOf } from '../syntax/tag.ts';
import { integerAt, integerOf } from './components.ts';
import { at, type Rule, type SetRule, type TellRule } from './rule.ts';

const BHT = tagOf('BHT');
const PERIOD = tagOf('RD8');
const DAY = tagOf('D8');
const SERVICE = tagOf('472');
const DAY_LENGTH = 8;
const PERIOD_LENGTH = 17;

/** A period, DTP*…*RD8, does not end before it begins (§2.4, DTP03, of each guide; X12.6, format RD8). */
export const periods: Rule = {
  segments: ['DTP'],
  begin: (tell) => ({
    segment(placed) {
      const { cursor } = placed;
      if (cursor.code(2) !== PERIOD) return;
      const start = cursor.startOf(3);
      const stop = cursor.stopOf(3);
      if (stop - start !== PERIOD_LENGTH) return;
      const first = integerOf(cursor.bytes, start, start + DAY_LENGTH);
      const last = integerOf(cursor.bytes, stop - DAY_LENGTH, stop);
      if (first > last) tell('situation.period-reversed', placed.place, at(placed, 3));
    },
  }),
};

/**
 * 837: no service has begun after the day on which the set was made (BHT04), DTP*472. A warning: the day of a sender
 * may be another than the receiver's, and a rental is billed for days to come.
 */
export const serviceDates: Rule = {
  segments: ['BHT', 'DTP*472'],
  begin: (tell) => new ServiceDates(tell),
};

class ServiceDates implements SetRule {
  readonly #tell: TellRule;
  /** CCYYMMDD as a number; NaN until it is known, and nothing is later than that. */
  #creation = Number.NaN;

  constructor(tell: TellRule) {
    this.#tell = tell;
  }

  segment(placed: PlacedSegment): void {
    const { cursor } = placed;
    if (cursor.tag === BHT) {
      if (cursor.stopOf(4) - cursor.startOf(4) === DAY_LENGTH) this.#creation = integerAt(cursor, 4);
      return;
    }
    if (cursor.code(1) !== SERVICE) return;
    const start = cursor.startOf(3);
    const length = cursor.stopOf(3) - start;
    const format = cursor.code(2);
    const isKnown = format === DAY ? length === DAY_LENGTH : format === PERIOD && length === PERIOD_LENGTH;
    if (!isKnown || !(integerOf(cursor.bytes, start, start + DAY_LENGTH) > this.#creation)) return;
    this.#tell('situation.service-date-in-future', placed.place, at(placed, 3));
  }
}
