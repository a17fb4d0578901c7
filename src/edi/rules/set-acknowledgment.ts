import type { PlacedSegment } from '../guide/placed-segment.ts';
import { type Tag, tagOf } from '../syntax/tag.ts';
import { differs, integerAt } from './components.ts';
import { at, type Rule, type RuleTrigger, type SetRule, type TellRule, triggerAt } from './rule.ts';

const AK2 = tagOf('AK2');
const IK3 = tagOf('IK3');
const IK5 = tagOf('IK5');
const ACCEPTED = tagOf('A');
const ACCEPTED_WITH_ERRORS = tagOf('E');
const PARTLY_ACCEPTED = tagOf('P');
const REJECTED = tagOf('R');
/** Rejections, for what is wrong with the set or with its security. */
const REJECTIONS: readonly Tag[] = [REJECTED, tagOf('M'), tagOf('W'), tagOf('X')];

/**
 * 999 (TR3 005010X231A1 §2.4, AK9): the sets accepted, AK904, are those received, AK903, less those that an IK5 of the
 * group rejects; sets without errors may be left out, so that no more are listed than were received. AK901 agrees with
 * the numbers: A and E accept all, P some, R none (a warning: writers of acknowledgments differ, and the numbers
 * decide). A set that is accepted without errors noted (IK501 is A) has none noted, and one that is rejected says why
 * (warnings). A group may be rejected as such, whatever its sets are.
 */
export const acknowledgedSets: Rule = {
  segments: ['AK2', 'IK3', 'IK5', 'AK9'],
  begin: (tell) => new AcknowledgedSets(tell),
};

class AcknowledgedSets implements SetRule {
  readonly #tell: TellRule;
  #listedCount = 0;
  #rejectedCount = 0;
  /** The first IK3 of the set at hand. */
  #error: RuleTrigger | undefined;

  constructor(tell: TellRule) {
    this.#tell = tell;
  }

  segment(placed: PlacedSegment): void {
    switch (placed.cursor.tag) {
      case AK2:
        this.#listedCount++;
        this.#error = undefined;
        return;
      case IK3:
        this.#error ??= triggerAt(placed);
        return;
      case IK5:
        return this.#takeVerdict(placed);
      default:
        this.#checkGroup(placed);
    }
  }

  #takeVerdict(placed: PlacedSegment): void {
    const { cursor } = placed;
    const verdict = cursor.code(1);
    if (verdict === ACCEPTED && this.#error !== undefined) {
      const trigger = this.#error;
      this.#tell('situation.accepted-with-errors-noted', placed.place, { ...at(placed, 1), trigger });
    }
    if (verdict === ACCEPTED || verdict === ACCEPTED_WITH_ERRORS) return;
    // Of a verdict that is none nobody knows how it counts.
    this.#rejectedCount += REJECTIONS.includes(verdict) ? 1 : Number.NaN;
    if (verdict === REJECTED && this.#error === undefined && !cursor.has(2)) {
      this.#tell('situation.rejection-unexplained', placed.place, at(placed, 2));
    }
  }

  #checkGroup(placed: PlacedSegment): void {
    const { cursor } = placed;
    const verdict = cursor.code(1);
    const received = integerAt(cursor, 3);
    const accepted = integerAt(cursor, 4);
    const isRejectedAsSuch = accepted === 0 && !isAccepting(verdict);
    if (this.#listedCount > received) {
      const message = 'AK903 is less than the sets that are listed.';
      this.#tell('balance.acknowledged-sets', placed.place, { ...at(placed, 3), message });
    } else if (!isRejectedAsSuch && differs(accepted, received - this.#rejectedCount)) {
      const message = 'AK904 is not the number of sets received less those rejected.';
      this.#tell('balance.acknowledged-sets', placed.place, { ...at(placed, 4), message });
    } else if (contradicts(verdict, received, accepted)) {
      this.#tell('situation.group-verdict-wrong', placed.place, {
        ...at(placed, 1),
        trigger: triggerAt(placed, 4),
      });
    }
  }
}

function isAccepting(verdict: Tag): boolean {
  return verdict === ACCEPTED || verdict === ACCEPTED_WITH_ERRORS || verdict === PARTLY_ACCEPTED;
}

function contradicts(verdict: Tag, received: number, accepted: number): boolean {
  if (verdict === ACCEPTED || verdict === ACCEPTED_WITH_ERRORS) return accepted < received;
  if (verdict === PARTLY_ACCEPTED) return accepted === 0 || accepted >= received;
  return verdict === REJECTED && accepted > 0;
}
