import { KeptPlace } from '../guide/kept-place.ts';
import type { PlacedSegment } from '../guide/placed-segment.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import { tagOf } from '../syntax/tag.ts';
import { amountAt, CAS_AMOUNTS, differs, PLB_AMOUNTS, sumAt } from './components.ts';
import type { Rule, SetRule, TellRule } from './rule.ts';

const BPR = tagOf('BPR');
const CLP = tagOf('CLP');
const SVC = tagOf('SVC');
const CAS = tagOf('CAS');
const PATIENT_RESPONSIBILITY = tagOf('PR');
const REVERSAL = tagOf('22');

/**
 * 835 balancing (TR3 005010X221A1 §1.10.2.1): the line (SVC02 − CAS = SVC03), the claim (CLP03 − CAS of the claim
 * and of its lines = CLP04; X12 interpretation 358; where no CAS stands at the claim's own level, the sum of SVC03 is
 * CLP04 too; interpretation 452), the remittance (sum of CLP04 − sum of PLB = BPR02). And CLP05 is the sum of all
 * adjustments of group PR, except in reversals (interpretation 2548): a warning, because no money depends on it.
 *
 * A sum is not judged when one of its amounts cannot be read: NaN equals nothing.
 */
export const remittanceBalance: Rule = {
  segments: ['BPR', 'CLP', 'SVC', 'CAS', 'PLB'],
  loops: ['2100', '2110'],
  begin: (tell) => new RemittanceBalance(tell),
};

/** Charge less adjustments is payment. One object serves all that is balanced at a level, and is open where its place is kept. */
class Equation {
  readonly place = new KeptPlace();
  paidCents = 0;
  expectedCents = 0;

  get isOpen(): boolean {
    return this.place.isKept;
  }

  open(placed: PlacedSegment, paidCents: number, expectedCents: number): void {
    this.place.keep(placed);
    this.paidCents = paidCents;
    this.expectedCents = expectedCents;
  }

  close(): void {
    this.place.forget();
  }
}

class ClaimPayment extends Equation {
  isReversal = false;
  /** CLP05, 0 where it is empty. */
  patientCents = 0;
  /** Adjustments of group PR. */
  patientAdjustedCents = 0;
  /** Of the lines. */
  linesPaidCents = 0;
  lineCount = 0;
  isAdjusted = false;
  /** Whether every line balances. */
  areLinesSound = true;
}

class RemittanceBalance implements SetRule {
  readonly #tell: TellRule;
  readonly #remittance = new Equation();
  readonly #claim = new ClaimPayment();
  readonly #line = new Equation();

  constructor(tell: TellRule) {
    this.#tell = tell;
  }

  segment(placed: PlacedSegment): void {
    const { cursor } = placed;
    switch (cursor.tag) {
      case BPR:
        return this.#remittance.open(placed, amountAt(cursor, 2), 0);
      case CLP:
        return this.#beginClaim(placed);
      case SVC:
        this.#line.open(placed, amountAt(cursor, 3), amountAt(cursor, 2));
        this.#claim.linesPaidCents += this.#line.paidCents;
        this.#claim.lineCount++;
        return;
      case CAS:
        return this.#adjust(cursor);
      default:
        this.#remittance.expectedCents -= sumAt(cursor, PLB_AMOUNTS);
    }
  }

  loopEnded(loop: string): void {
    if (loop === '2110') {
      this.#endLine();
      this.#line.close();
    } else {
      this.#endClaim();
      this.#claim.close();
    }
  }

  finish(): void {
    const { isOpen, place, expectedCents, paidCents } = this.#remittance;
    if (!isOpen || !differs(expectedCents, paidCents)) return;
    this.#tell('balance.transaction', place, { segment: 'BPR', loop: undefined, element: 2 });
  }

  #beginClaim(placed: PlacedSegment): void {
    const { cursor } = placed;
    const claim = this.#claim;
    claim.open(placed, amountAt(cursor, 4), amountAt(cursor, 3));
    claim.isReversal = cursor.code(2) === REVERSAL;
    claim.patientCents = cursor.has(5) ? amountAt(cursor, 5) : 0;
    claim.patientAdjustedCents = 0;
    claim.linesPaidCents = 0;
    claim.lineCount = 0;
    claim.isAdjusted = false;
    claim.areLinesSound = true;
    this.#remittance.expectedCents += claim.paidCents;
  }

  #adjust(cursor: SegmentCursor): void {
    const cents = sumAt(cursor, CAS_AMOUNTS);
    const claim = this.#claim;
    if (this.#line.isOpen) this.#line.expectedCents -= cents;
    else claim.isAdjusted = true;
    claim.expectedCents -= cents;
    if (cursor.code(1) === PATIENT_RESPONSIBILITY) claim.patientAdjustedCents += cents;
  }

  #endLine(): void {
    const { isOpen, place, expectedCents, paidCents } = this.#line;
    if (!isOpen || !differs(expectedCents, paidCents)) return;
    this.#claim.areLinesSound = false;
    this.#tell('balance.line', place, { segment: 'SVC', loop: '2110', element: 3 });
  }

  #endClaim(): void {
    const claim = this.#claim;
    if (!claim.isOpen) {
      // A claim without its CLP has a payment that nobody knows, and so has the remittance.
      this.#remittance.expectedCents = Number.NaN;
      return;
    }
    const fault = claimFault(claim);
    if (fault !== undefined) {
      const at = { segment: 'CLP', loop: '2100', element: 4, message: fault };
      this.#tell('balance.claim', claim.place, at);
    }
    if (claim.isReversal || !differs(claim.patientAdjustedCents, claim.patientCents)) return;
    this.#tell('balance.patient-responsibility', claim.place, { segment: 'CLP', loop: '2100', element: 5 });
  }
}

function claimFault(claim: ClaimPayment): string | undefined {
  if (differs(claim.expectedCents, claim.paidCents)) {
    return 'CLP03 less the adjustments of the claim and its lines is not CLP04.';
  }
  const isSumOfLines = claim.lineCount > 0 && claim.areLinesSound && !claim.isAdjusted;
  return isSumOfLines && differs(claim.linesPaidCents, claim.paidCents)
    ? 'CLP04 is not the sum of SVC03, and the claim has no adjustments of its own.'
    : undefined;
}
