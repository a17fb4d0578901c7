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
  /** What prior payers paid and no line has taken yet. */
  priorPaidLeft: number;
}

export function openBenefit(terms: Benefit, priorPaidCents: Cents): OpenBenefit {
  return {
    terms,
    deductibleLeft: terms.deductibleCents ?? 0,
    copayLeft: terms.copayCents ?? 0,
    priorPaidLeft: priorPaidCents,
  };
}

/** Pays a line of `chargeCents`: write-off, deductible, copay, coinsurance, prior payers; what is left is paid. */
export function payLine(chargeCents: Cents, benefit: OpenBenefit): LineDecision {
  const { terms } = benefit;
  // Fractions of a cent go to the write-off and to the payer, never to the patient.
  const allowed = Math.floor((chargeCents * terms.allowedPercent) / 100);
  let payable = allowed;
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
  const priorPaid = take(benefit.priorPaidLeft);
  benefit.priorPaidLeft -= priorPaid;
  return {
    paidCents: cents(payable),
    allowedCents: cents(allowed),
    adjustments: [
      adjustment('CO', '45', chargeCents - allowed),
      adjustment('PR', '1', deductible),
      adjustment('PR', '3', copay),
      adjustment('PR', '2', coinsurance),
      adjustment('OA', '23', priorPaid),
    ].filter((each) => each.amountCents !== 0),
    remarkCodes: [],
  };
}

/** Denies a line: its whole charge is one adjustment. A line without a charge has none to adjust. */
export function denyLine(chargeCents: Cents, denial: Denial): LineDecision {
  const adjustments = [adjustment(denial.groupCode, denial.reasonCode, chargeCents)].filter(
    (each) => each.amountCents !== 0,
  );
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
