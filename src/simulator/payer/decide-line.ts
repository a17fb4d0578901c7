import { type Cents, cents, sumCents, ZERO_CENTS } from '../../base/money.ts';
import type { ClaimAdjustment } from '../../domain/remittance/claim-adjustment.ts';
import type { Benefit, Denial } from './rule.ts';

/** `chargeCents - sum(adjustments) = paidCents` (X12 interpretation 2348). */
export interface LineDecision {
  readonly paidCents: Cents;
  readonly allowedCents: Cents;
  readonly adjustments: readonly ClaimAdjustment[];
  readonly remarkCodes: readonly string[];
}

/** A benefit while the lines of one claim use it up. */
export interface OpenBenefit {
  readonly terms: Benefit;
  deductibleLeft: number;
  copayLeft: number;
}

export function openBenefit(terms: Benefit): OpenBenefit {
  return { terms, deductibleLeft: terms.deductibleCents ?? 0, copayLeft: terms.copayCents ?? 0 };
}

/** What a line charges, and the part of it that prior payers settled (OA 23). */
export interface LineToDecide {
  readonly chargeCents: Cents;
  readonly settledCents: Cents;
}

/**
 * Pays a line: prior payers, write-off, deductible, copay, coinsurance; what is left is paid. A later payer writes off
 * nothing of what prior payers left open: the price was theirs to settle.
 */
export function payLine({ chargeCents, settledCents }: LineToDecide, benefit: OpenBenefit): LineDecision {
  const { terms } = benefit;
  // Fractions of a cent go to the write-off and to the payer, never to the patient.
  const allowed = settledCents > 0 ? chargeCents : Math.floor((chargeCents * terms.allowedPercent) / 100);
  let payable = allowed - settledCents;
  function take(wanted: number): number {
    const taken = Math.min(payable, wanted);
    payable -= taken;
    return taken;
  }
  const deductible = take(benefit.deductibleLeft);
  benefit.deductibleLeft -= deductible;
  const copay = take(benefit.copayLeft);
  benefit.copayLeft -= copay;
  const coinsurance = take(Math.floor((payable * (terms.coinsurancePercent ?? 0)) / 100));
  return {
    paidCents: cents(payable),
    allowedCents: cents(allowed),
    adjustments: [
      adjustment('CO', '45', chargeCents - allowed),
      adjustment('PR', '1', deductible),
      adjustment('PR', '3', copay),
      adjustment('PR', '2', coinsurance),
      adjustment('OA', '23', settledCents),
    ].filter((each) => each.amountCents !== 0),
    remarkCodes: [],
  };
}

/** Denies all of a line that prior payers left. A line without a charge has nothing to adjust. */
export function denyLine({ chargeCents, settledCents }: LineToDecide, denial: Denial): LineDecision {
  const adjustments = [
    adjustment(denial.groupCode, denial.reasonCode, chargeCents - settledCents),
    adjustment('OA', '23', settledCents),
  ].filter((each) => each.amountCents !== 0);
  return {
    paidCents: cents(chargeCents - sumCents(adjustments.map((each) => each.amountCents))),
    allowedCents: ZERO_CENTS,
    adjustments,
    remarkCodes: denial.remarkCodes,
  };
}

function adjustment(groupCode: string, reasonCode: string, amount: number): ClaimAdjustment {
  return { groupCode, reasonCode, amountCents: cents(amount) };
}
