import type { SegmentPlace } from '../envelope/envelope-handler.ts';
import { problemAt } from '../problem-catalog.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import { tagOf } from '../syntax/tag.ts';
import { locate } from './locate.ts';
import type { TellProblem, TransactionSetChecker } from './transaction-set-checker.ts';

const BPR = tagOf('BPR');
const CLP = tagOf('CLP');
const SVC = tagOf('SVC');
const CAS = tagOf('CAS');
const PLB = tagOf('PLB');
const LX = tagOf('LX');
const SE = tagOf('SE');

const CAS_AMOUNTS = [3, 6, 9, 12, 15, 18];
const PLB_AMOUNTS = [4, 6, 8, 10, 12, 14];

/** One equation: charge less adjustments is payment. Not told when an amount could not be read: NaN equals nothing. */
interface Equation {
  readonly place: SegmentPlace;
  readonly paidCents: number;
  expectedCents: number;
}

/**
 * 835 balancing (TR3 005010X221A1 §1.10.2.1): the line (SVC02 − CAS = SVC03), the claim (CLP03 − CAS of the claim
 * and of its lines = CLP04; X12 interpretation 358), the remittance (sum of CLP04 − sum of PLB = BPR02).
 */
export class RemittanceBalanceChecker implements TransactionSetChecker {
  readonly #tell: TellProblem;
  #remittance: Equation | undefined;
  #claim: Equation | undefined;
  #line: Equation | undefined;
  #claimName = '';

  constructor(tell: TellProblem) {
    this.#tell = tell;
  }

  segment(segment: SegmentCursor, place: SegmentPlace): void {
    switch (segment.tag) {
      case BPR:
        this.#remittance = { place, paidCents: amountAt(segment, 2), expectedCents: 0 };
        return;
      case CLP:
        this.#closeClaim();
        this.#claimName = segment.text(1);
        this.#claim = { place, paidCents: amountAt(segment, 4), expectedCents: amountAt(segment, 3) };
        if (this.#remittance !== undefined) this.#remittance.expectedCents += this.#claim.paidCents;
        return;
      case SVC:
        this.#closeLine();
        if (this.#claim === undefined) return;
        this.#line = { place, paidCents: amountAt(segment, 3), expectedCents: amountAt(segment, 2) };
        return;
      case CAS: {
        const adjusted = sumAt(segment, CAS_AMOUNTS);
        if (this.#line !== undefined) this.#line.expectedCents -= adjusted;
        if (this.#claim !== undefined) this.#claim.expectedCents -= adjusted;
        return;
      }
      case PLB:
        this.#closeClaim();
        if (this.#remittance !== undefined) this.#remittance.expectedCents -= sumAt(segment, PLB_AMOUNTS);
        return;
      case LX:
      case SE:
        return this.#closeClaim();
      default:
    }
  }

  finish(isComplete: boolean): void {
    if (!isComplete) return;
    this.#closeClaim();
    if (this.#remittance !== undefined && isUnbalanced(this.#remittance)) {
      const location = locate(this.#remittance.place, { segment: 'BPR', element: 2 });
      this.#tell(problemAt('balance.transaction', location));
    }
  }

  #closeClaim(): void {
    this.#closeLine();
    const claim = this.#claim;
    this.#claim = undefined;
    if (claim === undefined || !isUnbalanced(claim)) return;
    this.#tell(
      problemAt(
        'balance.claim',
        locate(claim.place, { segment: 'CLP', loop: '2100', claim: this.#claimName, element: 4 }),
        'CLP03 less the adjustments of the claim and its lines is not CLP04.',
      ),
    );
  }

  #closeLine(): void {
    const line = this.#line;
    this.#line = undefined;
    if (line === undefined || !isUnbalanced(line)) return;
    const location = locate(line.place, { segment: 'SVC', loop: '2110', claim: this.#claimName, element: 3 });
    this.#tell(problemAt('balance.line', location));
  }
}

function isUnbalanced({ paidCents, expectedCents }: Equation): boolean {
  const difference = paidCents - expectedCents;
  return difference < 0 || difference > 0;
}

/** Cents; NaN where a required amount is absent or no amount, which is a problem of its own. */
function amountAt(segment: SegmentCursor, position: number): number {
  return segment.cents(position) ?? Number.NaN;
}

function sumAt(segment: SegmentCursor, positions: readonly number[]): number {
  let sum = 0;
  for (const position of positions) if (segment.has(position)) sum += amountAt(segment, position);
  return sum;
}
