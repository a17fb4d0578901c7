import type { SegmentPlace } from '../envelope/envelope-handler.ts';
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

/** One equation: charge less adjustments is payment. */
interface Equation {
  readonly place: SegmentPlace;
  readonly paidCents: number;
  expectedCents: number;
}

interface ClaimPayment extends Equation {
  readonly isReversal: boolean;
  /** CLP05, 0 where it is empty. */
  readonly patientCents: number;
  /** Adjustments of group PR. */
  patientAdjustedCents: number;
  /** Of the lines. */
  linesPaidCents: number;
  lineCount: number;
  isAdjusted: boolean;
  /** Whether every line balances. */
  areLinesSound: boolean;
}

class RemittanceBalance implements SetRule {
  readonly #tell: TellRule;
  #remittance: Equation | undefined;
  #claim: ClaimPayment | undefined;
  #line: Equation | undefined;

  constructor(tell: TellRule) {
    this.#tell = tell;
  }

  segment(placed: PlacedSegment): void {
    const { cursor } = placed;
    switch (cursor.tag) {
      case BPR:
        this.#remittance = { place: placed.place, paidCents: amountAt(cursor, 2), expectedCents: 0 };
        return;
      case CLP:
        return this.#beginClaim(placed);
      case SVC:
        this.#line = {
          place: placed.place,
          paidCents: amountAt(cursor, 3),
          expectedCents: amountAt(cursor, 2),
        };
        if (this.#claim === undefined) return;
        this.#claim.linesPaidCents += this.#line.paidCents;
        this.#claim.lineCount++;
        return;
      case CAS:
        return this.#adjust(cursor);
      default:
        if (this.#remittance !== undefined) this.#remittance.expectedCents -= sumAt(cursor, PLB_AMOUNTS);
    }
  }

  loopEnded(loop: string): void {
    if (loop === '2110') this.#endLine();
    else this.#endClaim();
  }

  finish(): void {
    const remittance = this.#remittance;
    if (remittance === undefined || !differs(remittance.expectedCents, remittance.paidCents)) return;
    this.#tell('balance.transaction', remittance.place, { segment: 'BPR', loop: undefined, element: 2 });
  }

  #beginClaim(placed: PlacedSegment): void {
    const { cursor } = placed;
    const paidCents = amountAt(cursor, 4);
    this.#claim = {
      place: placed.place,
      paidCents,
      expectedCents: amountAt(cursor, 3),
      isReversal: cursor.code(2) === REVERSAL,
      patientCents: cursor.has(5) ? amountAt(cursor, 5) : 0,
      patientAdjustedCents: 0,
      linesPaidCents: 0,
      lineCount: 0,
      isAdjusted: false,
      areLinesSound: true,
    };
    if (this.#remittance !== undefined) this.#remittance.expectedCents += paidCents;
  }

  #adjust(cursor: SegmentCursor): void {
    const cents = sumAt(cursor, CAS_AMOUNTS);
    const claim = this.#claim;
    if (this.#line !== undefined) this.#line.expectedCents -= cents;
    else if (claim !== undefined) claim.isAdjusted = true;
    if (claim === undefined) return;
    claim.expectedCents -= cents;
    if (cursor.code(1) === PATIENT_RESPONSIBILITY) claim.patientAdjustedCents += cents;
  }

  #endLine(): void {
    const line = this.#line;
    this.#line = undefined;
    if (line === undefined || !differs(line.expectedCents, line.paidCents)) return;
    if (this.#claim !== undefined) this.#claim.areLinesSound = false;
    this.#tell('balance.line', line.place, { segment: 'SVC', loop: '2110', element: 3 });
  }

  #endClaim(): void {
    const claim = this.#claim;
    this.#claim = undefined;
    if (claim === undefined) {
      // A claim without its CLP has a payment that nobody knows, and so has the remittance.
      if (this.#remittance !== undefined) this.#remittance.expectedCents = Number.NaN;
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
