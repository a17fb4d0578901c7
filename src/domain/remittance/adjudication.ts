import { type Cents, sumCents } from '../../base/money.ts';
import type { AdjudicationResult } from '../claim/fact.ts';
import type { ClaimAdjustment } from './claim-adjustment.ts';
import { type AdjustmentMeaning, adjustmentMeaning } from './reason.ts';
import type { ClaimPayment } from './remittance.ts';

export interface Adjudication {
  readonly result: AdjudicationResult;
  /** All PR amounts at claim and line level, which CLP05 should equal (interpretation 2548). */
  readonly patientResponsibilityCents: Cents;
}

export function allAdjustments(claim: ClaimPayment): readonly ClaimAdjustment[] {
  return [...claim.adjustments, ...claim.services.flatMap((service) => service.adjustments)];
}

/**
 * What became of a claim, from CLP02, the money and the adjustments. A payment of zero is no denial by itself:
 * all of it may be the patient's, or contractual.
 */
export function adjudicationOf(claim: ClaimPayment): Adjudication {
  const adjustments = allAdjustments(claim);
  const patientResponsibilityCents = sumCents(
    adjustments.filter((one) => one.groupCode === 'PR').map((one) => one.amountCents),
  );
  return { result: resultOf(claim, adjustments), patientResponsibilityCents };
}

function resultOf(claim: ClaimPayment, adjustments: readonly ClaimAdjustment[]): AdjudicationResult {
  switch (claim.statusCode) {
    case '22':
      return 'reversed';
    case '23':
      return 'forwarded-not-ours';
    case '25':
      return 'predetermination';
    case '4':
      // The patient is not the payer's; some payers still write it on any denial.
      return claim.paidCents === 0 ? 'denied' : 'paid-partial';
    default:
      return moneyResult(claim, adjustments);
  }
}

const LEAVES_NOTHING_OPEN: ReadonlySet<AdjustmentMeaning> = new Set(['contractual', 'informational']);

const REFUSED: ReadonlySet<AdjustmentMeaning> = new Set(['denial', 'duplicate', 'review']);

/** A claim of which one line is denied and nothing is paid is denied: that is what somebody must act on. */
function moneyResult(claim: ClaimPayment, adjustments: readonly ClaimAdjustment[]): AdjudicationResult {
  const meanings = adjustments
    .filter((one) => one.amountCents !== 0)
    .map(adjustmentMeaning)
    .filter((meaning) => !LEAVES_NOTHING_OPEN.has(meaning));
  if (claim.paidCents > 0) return meanings.length > 0 ? 'paid-partial' : 'paid-full';
  if (meanings.some((meaning) => REFUSED.has(meaning))) return 'denied';
  if (meanings.length > 0) return 'patient-responsibility';
  return claim.chargeCents === 0 ? 'paid-full' : 'contractual-zero';
}
