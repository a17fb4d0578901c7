import { KeptPlace } from '../guide/kept-place.ts';
import type { PlacedSegment } from '../guide/placed-segment.ts';
import { type Tag, tagOf } from '../syntax/tag.ts';
import { at, type Listen, type Rule, type SetRule, type TellRule, triggerAt } from './rule.ts';

const SBR = tagOf('SBR');
const CLM = tagOf('CLM');
const PRIMARY = tagOf('P');
const UNKNOWN = tagOf('U');
const MEDICARE_A = tagOf('MA');
const MEDICARE_B = tagOf('MB');
/** From the first payer to the eleventh. */
const RANKS: readonly Tag[] = 'P S T A B C D E F G H'.split(' ').map(tagOf);
const PRIMARY_BIT = 1;

/**
 * 837: the payers of a claim, the one that it goes to (2000B SBR) and the others (2320 SBR). No rank SBR01 is used
 * twice, except U, unknown (§2.4, SBR01 of both loops); one of them is the primary, or the claim could not have come to
 * a later one (§1.4.1). Which kind of plan it is stands in SBR09 (required until there are national plan identifiers,
 * which never came; a warning, because some payers do not ask for it).
 */
export const payerResponsibility: Rule = responsibilityRule(false);

/**
 * 837P and 837D: the same, and where Medicare pays after another, SBR05 says why (§2.4, 2000B SBR05, 2320 SBR05). The
 * institutional guide does not use the element.
 */
export const responsibilityAndInsuranceType: Rule = responsibilityRule(true);

function responsibilityRule(hasInsuranceType: boolean): Rule {
  return {
    segments: ['SBR', 'CLM'],
    whileListening: { segments: ['2400/LX'] },
    begin: (tell, listen) => new PayerResponsibility(tell, listen, hasInsuranceType),
  };
}

class PayerResponsibility implements SetRule {
  readonly #tell: TellRule;
  readonly #listen: Listen;
  /** Whether the guide has SBR05. */
  readonly #hasInsuranceType: boolean;
  readonly #subscriber = new KeptPlace();
  #subscriberRank = 0;
  /** A bit for each rank of the claim. */
  #ranks = 0;
  /** Whether the ranks of the claim can be told from each other and none was used twice. */
  #isKnown = false;

  constructor(tell: TellRule, listen: Listen, hasInsuranceType: boolean) {
    this.#tell = tell;
    this.#listen = listen;
    this.#hasInsuranceType = hasInsuranceType;
  }

  segment(placed: PlacedSegment): void {
    const { cursor, loop } = placed;
    if (cursor.tag === SBR) {
      if (!cursor.has(9)) this.#tell('situation.filing-indicator-missing', placed.place, at(placed, 9));
      if (this.#hasInsuranceType) this.#checkInsuranceType(placed);
      const rank = bitOf(cursor.code(1));
      if (loop === '2000B') {
        this.#subscriber.keep(placed);
        this.#subscriberRank = rank;
      } else this.#takeOther(placed, rank);
    } else if (cursor.tag === CLM) {
      this.#ranks = this.#subscriberRank;
      this.#isKnown = this.#subscriberRank !== 0;
      this.#listen(this.#isKnown && (this.#ranks & PRIMARY_BIT) === 0);
    } else this.#judge();
  }

  #checkInsuranceType(placed: PlacedSegment): void {
    const { cursor } = placed;
    const filing = cursor.code(9);
    if ((filing !== MEDICARE_A && filing !== MEDICARE_B) || cursor.has(5)) return;
    const rank = cursor.code(1);
    if (rank === PRIMARY || rank === UNKNOWN || rank === 0) return;
    const where = { ...at(placed, 5), trigger: triggerAt(placed, 1) };
    this.#tell('situation.insurance-type-missing', placed.place, where);
  }

  #takeOther(placed: PlacedSegment, rank: number): void {
    if (rank === 0) this.#isKnown = false;
    if ((this.#ranks & rank) !== 0) {
      this.#isKnown = false;
      this.#tell('situation.payer-rank-repeated', placed.place, at(placed, 1));
    }
    this.#ranks |= rank;
  }

  /** At the first line, behind all payers of the claim. */
  #judge(): void {
    this.#listen(false);
    if (!this.#isKnown || (this.#ranks & PRIMARY_BIT) !== 0 || !this.#subscriber.isKept) return;
    this.#tell('situation.primary-payer-missing', this.#subscriber, {
      segment: 'SBR',
      loop: '2000B',
      element: 1,
    });
  }
}

/** A bit of its own for each rank; 0 for U and for what is no rank. */
function bitOf(rank: Tag): number {
  // Most payers are the first, and `indexOf` takes longer than the rest of the rule.
  for (let number = 0; number < RANKS.length; number++) if (RANKS[number] === rank) return 1 << number;
  return 0;
}
