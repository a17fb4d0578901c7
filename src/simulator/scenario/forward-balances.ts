import { cents, negateCents, sumCents } from '../../base/money.ts';
import type { PlannedProviderAdjustment, PlannedRemittance } from './planned-remittance.ts';

const FORWARDED = 'FB';

/**
 * BPR02 is never negative (X12 interpretation 2660): what a payer lacks is carried forward under the number of the
 * remittance, and its next one to the payee takes it in, serially (interpretation 2051). A remittance in which FB is
 * written by hand takes nothing in of itself.
 */
export function forwardBalances(planned: readonly PlannedRemittance[]): readonly PlannedRemittance[] {
  const carried = new Map<string, PlannedProviderAdjustment>();
  return planned.map((one) => {
    const { npi } = one.accepted.claim.billingProvider;
    const pair = `${one.payer.identifier} ${npi}`;
    const adjustments = [...one.providerAdjustments];
    const earlier = carried.get(pair);
    const isByHand = adjustments.some(({ reasonCode }) => reasonCode === FORWARDED);
    if (earlier !== undefined && !isByHand) {
      adjustments.push(earlier);
      carried.delete(pair);
    }
    const left = plannedAmount({ ...one, providerAdjustments: adjustments });
    if (left < 0) {
      const forward = { reasonCode: FORWARDED, reference: one.traceNumber };
      adjustments.push({ ...forward, amountCents: cents(left) });
      carried.set(pair, { ...forward, amountCents: negateCents(cents(left)) });
    }
    return { ...one, providerAdjustments: adjustments };
  });
}

/** BPR02: what the claims pay less the adjustments at provider level (X12 interpretation 2184). */
export function plannedAmount({
  claims,
  providerAdjustments,
}: Pick<PlannedRemittance, 'claims' | 'providerAdjustments'>): number {
  const paid = sumCents(claims.map(({ payment }) => payment.paidCents));
  return paid - sumCents(providerAdjustments.map((each) => each.amountCents));
}
