import type { PlacedSegment } from '../guide/placed-segment.ts';
import { tagOf } from '../syntax/tag.ts';
import { integerAt } from './components.ts';
import { at, type Rule, type SetRule, type TellRule } from './rule.ts';
import { Sequence } from './sequence.ts';
import { TextTable } from './text-table.ts';

const CLM = tagOf('CLM');
const LX = tagOf('LX');
const LINE_CONTROL_NUMBER = tagOf('6R');
const PRIOR_AUTHORIZATION = tagOf('G1');
const REFERRAL = tagOf('9F');
/** An institutional claim has at most so many lines (TR3 005010X223A2 §2.3, 2400), the others have 50. */
const LINES_MAX = 999;
/** REF*G1 and REF*9F may each stand five times in a line. */
const AUTHORIZATIONS_MAX = 16;

/**
 * 837: LX01 counts the lines of each claim from 1 by 1 (§2.4, 2400 LX), and no two lines of a claim have one control
 * number, REF*6R (§2.4, 2400 REF Line Item Control Number): the remittance names lines by it.
 */
export const serviceLines: Rule = {
  segments: ['CLM', '2400/LX', '2400/REF*6R'],
  begin: (tell) => new ServiceLines(tell),
};

/**
 * 837: a line has one prior authorization (REF*G1) and one referral (REF*9F) for each payer; for whom it is stands in
 * REF04, which is empty for the payer that the claim goes to (§2.4, 2400 REF). A warning: some payers take several.
 */
export const authorizations: Rule = {
  segments: ['2400/REF*G1', '2400/REF*9F'],
  whileListening: { segments: ['2400/LX'] },
  begin: (tell, listen) => {
    const authorized = new TextTable(AUTHORIZATIONS_MAX);
    const referred = new TextTable(AUTHORIZATIONS_MAX);
    return {
      segment(placed) {
        const { cursor } = placed;
        if (cursor.tag === LX) {
          listen(false);
          authorized.clear();
          referred.clear();
          return;
        }
        const kind = cursor.code(1);
        if (kind !== PRIOR_AUTHORIZATION && kind !== REFERRAL) return;
        listen(true);
        const payers = kind === REFERRAL ? referred : authorized;
        if (payers.add(cursor.view, cursor.startOf(4), cursor.stopOf(4))) return;
        tell('situation.authorization-repeated', placed.place, at(placed, 1));
      },
    };
  },
};

class ServiceLines implements SetRule {
  readonly #tell: TellRule;
  readonly #numbers = new Sequence();
  readonly #controlNumbers = new TextTable(LINES_MAX);

  constructor(tell: TellRule) {
    this.#tell = tell;
  }

  segment(placed: PlacedSegment): void {
    const { cursor } = placed;
    if (cursor.tag === CLM) {
      this.#numbers.restart();
      this.#controlNumbers.clear();
    } else if (cursor.tag === LX) {
      if (this.#numbers.take(integerAt(cursor, 1)) || !cursor.has(1)) return;
      this.#tell('situation.line-number-out-of-sequence', placed.place, at(placed, 1));
    } else if (cursor.code(1) === LINE_CONTROL_NUMBER && cursor.has(2)) {
      if (this.#controlNumbers.add(cursor.view, cursor.startOf(2), cursor.stopOf(2))) return;
      this.#tell('situation.line-control-number-repeated', placed.place, at(placed, 2));
    }
  }
}
