import type { PlacedSegment } from '../guide/placed-segment.ts';
import { tagOf } from '../syntax/tag.ts';
import { type Rule, type RuleTrigger, type SetRule, type TellRule, triggerAt } from './rule.ts';

const CLM = tagOf('CLM');
const DTP = tagOf('DTP');
const LX = tagOf('LX');
const SERVICE = tagOf('472');
const PRIOR_PLACEMENT = tagOf('441');
const ESTIMATED_PRIOR_PLACEMENT = tagOf('139');
const PREDETERMINATION = tagOf('PB');
const REPLACEMENT = tagOf('R');

/**
 * 837D: what was done has a date, DTP*472 of the claim or of the line, unless it is only planned (CLM19 is PB; TR3
 * 005010X224A2 §2.4, 2300 and 2400 DTP Service Date): a warning, because X12 has examples without. The replacement of a
 * prosthesis, crown or inlay (SV305 is R) has the date of the one before, DTP*441 or DTP*139 (§2.4, 2400 DTP Prior
 * Placement Date).
 */
export const dentalServices: Rule = {
  segments: ['CLM', 'DTP', 'LX', 'SV3'],
  loops: ['2400'],
  begin: (tell) => new DentalServices(tell),
};

class DentalServices implements SetRule {
  readonly #tell: TellRule;
  #isDateNeeded = false;
  #hasLineDate = false;
  #hasPriorPlacement = false;
  #service: RuleTrigger | undefined;
  #isReplacement = false;

  constructor(tell: TellRule) {
    this.#tell = tell;
  }

  segment(placed: PlacedSegment): void {
    const { cursor, loop } = placed;
    if (cursor.tag === CLM) this.#isDateNeeded = cursor.code(19) !== PREDETERMINATION;
    else if (cursor.tag === DTP) this.#takeDate(cursor.code(1), loop);
    else if (cursor.tag === LX) {
      this.#hasLineDate = false;
      this.#hasPriorPlacement = false;
      this.#service = undefined;
    } else {
      this.#isReplacement = cursor.code(5) === REPLACEMENT;
      if (this.#isDateNeeded || this.#isReplacement) this.#service = triggerAt(placed);
    }
  }

  loopEnded(_loop: string, next: PlacedSegment): void {
    const service = this.#service;
    if (service === undefined) return;
    const missing = { segment: 'DTP', loop: '2400', trigger: service };
    if (this.#isDateNeeded && !this.#hasLineDate) {
      this.#tell('situation.service-date-missing', next.place, missing);
    }
    if (this.#isReplacement && !this.#hasPriorPlacement) {
      const trigger = { ...service, element: 5 };
      this.#tell('situation.prior-placement-date-missing', next.place, { ...missing, trigger });
    }
  }

  #takeDate(kind: number, loop: string | undefined): void {
    const isService = kind === SERVICE;
    if (loop === '2300') {
      if (isService) this.#isDateNeeded = false;
    } else if (loop === '2400') {
      if (isService) this.#hasLineDate = true;
      else if (kind === PRIOR_PLACEMENT || kind === ESTIMATED_PRIOR_PLACEMENT) this.#hasPriorPlacement = true;
    }
  }
}
