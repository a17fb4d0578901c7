import type { PlacedSegment } from '../guide/placed-segment.ts';
import { type Tag, tagOf } from '../syntax/tag.ts';
import { amountAt, CAS_AMOUNTS } from './components.ts';
import {
  at,
  type Listen,
  type Rule,
  type RuleTrigger,
  type SetRule,
  type TellRule,
  triggerAt,
} from './rule.ts';

const CLP = tagOf('CLP');
const REVERSAL = tagOf('22');
/** Adjustments that a claim's own level is remembered to have, many times what one has; those behind are not compared. */
const ADJUSTMENTS_MAX = 64;

/**
 * 835: a reversal (CLP02 is 22) takes back what was charged and paid, so neither is positive (TR3 005010X221A1
 * §1.10.2.8; X12 interpretations 1147, 1429). Where the amounts are negated and the adjustments are not, the claim does
 * not balance.
 */
export const reversals: Rule = {
  segments: ['CLP'],
  begin: (tell) => ({
    segment(placed) {
      const { cursor } = placed;
      if (cursor.code(2) !== REVERSAL) return;
      const position = amountAt(cursor, 3) > 0 ? 3 : 4;
      if (!(amountAt(cursor, position) > 0)) return;
      const trigger = triggerAt(placed, 2);
      tell('situation.reversal-not-negated', placed.place, { ...at(placed, position), trigger });
    },
  }),
};

/**
 * 835: an adjustment stands at the level of the claim or of a line, and not at both (X12 interpretation 689). A
 * warning: two adjustments may be alike in group, reason and amount and yet be two.
 */
export const adjustmentLevels: Rule = {
  segments: ['CLP', '2100/CAS'],
  whileListening: { segments: ['2110/CAS'] },
  begin: (tell, listen) => new AdjustmentLevels(tell, listen),
};

interface Adjustment {
  readonly group: Tag;
  readonly reason: Tag;
  readonly cents: number;
  readonly trigger: RuleTrigger;
}

class AdjustmentLevels implements SetRule {
  readonly #tell: TellRule;
  /** It listens in claims that have adjustments of their own. */
  readonly #listen: Listen;
  /** Of the claim's own level. */
  readonly #adjustments: Adjustment[] = [];

  constructor(tell: TellRule, listen: Listen) {
    this.#tell = tell;
    this.#listen = listen;
  }

  segment(placed: PlacedSegment): void {
    const { cursor, loop } = placed;
    if (cursor.tag === CLP) {
      this.#listen(false);
      // To set the length of an array takes long, and most claims have none.
      if (this.#adjustments.length > 0) this.#adjustments.length = 0;
    } else if (loop === '2100') this.#keep(placed);
    else this.#compare(placed);
  }

  #keep(placed: PlacedSegment): void {
    const { cursor } = placed;
    this.#listen(true);
    for (const position of CAS_AMOUNTS) {
      if (!cursor.has(position) || this.#adjustments.length >= ADJUSTMENTS_MAX) continue;
      this.#adjustments.push({
        group: cursor.code(1),
        reason: cursor.code(position - 1),
        cents: amountAt(cursor, position),
        trigger: triggerAt(placed, position - 1),
      });
    }
  }

  #compare(placed: PlacedSegment): void {
    const { cursor } = placed;
    for (const position of CAS_AMOUNTS) {
      if (!cursor.has(position)) continue;
      const reason = cursor.code(position - 1);
      const cents = amountAt(cursor, position);
      // A reason of more than four characters is none, and packs like any other such.
      const same = this.#adjustments.find(
        (one) =>
          one.cents === cents && one.reason === reason && one.reason > 0 && one.group === cursor.code(1),
      );
      if (same === undefined) continue;
      this.#tell('situation.adjustment-repeated', placed.place, {
        ...at(placed, position - 1),
        trigger: same.trigger,
      });
    }
  }
}
