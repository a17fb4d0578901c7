import { type Cents, sumCents } from '../../base/money.ts';
import type { ClaimAdjustment } from '../remittance/claim-adjustment.ts';
import { adjustmentMeaning } from '../remittance/reason.ts';

/** How much of a charge is decided here: what is told to be a duplicate was decided with the original. */
export function decidedChargeCents(chargeCents: Cents, adjustments: readonly ClaimAdjustment[]): Cents {
  const duplicates = adjustments.filter((one) => adjustmentMeaning(one) === 'duplicate');
  return sumCents([chargeCents, ...duplicates.map((one) => 0 - one.amountCents)]);
}
