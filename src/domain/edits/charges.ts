import { sumCents } from '../../base/money.ts';
import type { ProfessionalClaim } from '../claim/claim.ts';
import type { BrokenRule } from './edit-finding.ts';

/** CLM02 is the sum of the line charges and above zero (005010X222A1, 2300 CLM); a line may be free of charge. */
export function editCharges(claim: ProfessionalClaim): BrokenRule[] {
  const broken: BrokenRule[] = [];
  if (claim.chargeCents <= 0) broken.push({ code: 'claim.charge-not-positive', pointer: '/charge' });
  if (sumCents(claim.lines.map((line) => line.chargeCents)) !== claim.chargeCents) {
    broken.push({ code: 'claim.line-sum', pointer: '/charge' });
  }
  for (const [index, line] of claim.lines.entries()) {
    if (line.chargeCents < 0)
      broken.push({ code: 'line.charge-negative', pointer: `/lines/${index}/charge` });
  }
  return broken;
}
