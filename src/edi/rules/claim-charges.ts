import { KeptPlace } from '../guide/kept-place.ts';
import type { PlacedSegment } from '../guide/placed-segment.ts';
import { type Tag, tagOf } from '../syntax/tag.ts';
import { amountAt, differs } from './components.ts';
import { at, type Rule, type SetRule, type TellRule } from './rule.ts';

const BHT = tagOf('BHT');
const CLM = tagOf('CLM');
const SV2 = tagOf('SV2');
const SV3 = tagOf('SV3');
const CHARGEABLE = tagOf('CH');

/**
 * 837: the claim total CLM02 is the sum of the line charges, SV102, SV203 or SV302 (TR3 005010X222A1 §1.4.4; X12
 * interpretation 1294), and none of them is negative (§2.4, 2300 CLM02, 2400 SV102, SV203, SV302). The total of a claim
 * for payment (BHT06 is CH) is more than zero, and no line has a quantity of zero (SV104, SV205, SV306): warnings, because
 * the guides allow both and payers do not.
 *
 * The sum is not judged where an amount cannot be read or a line has none: these are problems of their own.
 */
export const claimCharges: Rule = {
  segments: ['BHT', 'CLM', 'SV1', 'SV2', 'SV3'],
  loops: ['2300', '2400'],
  begin: (tell) => new ClaimCharges(tell),
};

class ClaimCharges implements SetRule {
  readonly #tell: TellRule;
  #isForPayment = false;
  /** Of CLM; none outside of claims. */
  readonly #claim = new KeptPlace();
  #totalCents = 0;
  /** NaN when a line charge is missing or cannot be read. */
  #linesCents = 0;
  #lineCount = 0;
  /** Of the line at hand. */
  #hasCharge = false;

  constructor(tell: TellRule) {
    this.#tell = tell;
  }

  segment(placed: PlacedSegment): void {
    const { cursor } = placed;
    switch (cursor.tag) {
      case BHT:
        this.#isForPayment = cursor.code(6) === CHARGEABLE;
        return;
      case CLM:
        this.#claim.keep(placed);
        this.#totalCents = this.#read(placed, 2);
        this.#linesCents = 0;
        this.#lineCount = 0;
        if (this.#totalCents !== 0 || !this.#isForPayment) return;
        this.#tell('situation.charge-zero', this.#claim, at(placed, 2));
        return;
      default:
        this.#takeLine(placed);
    }
  }

  loopEnded(loop: string): void {
    if (loop === '2400') {
      if (!this.#hasCharge) this.#linesCents = Number.NaN;
      this.#hasCharge = false;
      return;
    }
    if (this.#claim.isKept && this.#lineCount > 0 && differs(this.#linesCents, this.#totalCents)) {
      this.#tell('balance.claim', this.#claim, {
        segment: 'CLM',
        loop: '2300',
        element: 2,
        message: 'CLM02 is not the sum of the line charges.',
      });
    }
    this.#claim.forget();
  }

  #takeLine(placed: PlacedSegment): void {
    const { cursor } = placed;
    this.#hasCharge = true;
    this.#lineCount++;
    this.#linesCents += this.#read(placed, cursor.tag === SV2 ? 3 : 2);
    const quantity = quantityPosition(cursor.tag);
    if (cursor.cents(quantity) !== 0) return;
    this.#tell('situation.quantity-zero', placed.place, at(placed, quantity));
  }

  #read(placed: PlacedSegment, position: number): number {
    const amount = amountAt(placed.cursor, position);
    if (amount < 0) this.#tell('situation.charge-negative', placed.place, at(placed, position));
    return amount;
  }
}

function quantityPosition(tag: Tag): number {
  if (tag === SV2) return 5;
  return tag === SV3 ? 6 : 4;
}
