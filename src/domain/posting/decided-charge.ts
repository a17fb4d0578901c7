import { type Cents, cents } from '../../base/money.ts';
import type { ClaimAdjustment } from '../remittance/claim-adjustment.ts';
import { adjustmentMeaning } from '../remittance/reason.ts';

/** How much of a charge is decided here: what is told to be a duplicate was decided with the original. */
export function decidedChargeCents(chargeCents: Cents, adjustments: readonly ClaimAdjustment[]): Cents {
  let decided = chargeCents as number;
  for (const one of adjustments) if (adjustmentMeaning(one) === 'duplicate') decided -= one.amountCents;
  return cents(decided);
}
