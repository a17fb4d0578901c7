import type { ProfessionalClaim } from '../claim/claim.ts';
import type { BrokenRule } from './edit-finding.ts';

/** Eight digits before and three behind the point are what SV104 takes in practice; zero alone is never a quantity. */
const UNITS = /^(?=.*[1-9])\d{1,8}(\.\d{1,3})?$/;

export function editUnits(claim: ProfessionalClaim): BrokenRule[] {
  return claim.lines.flatMap((line, index) =>
    UNITS.test(line.units) ? [] : [{ code: 'line.units' as const, pointer: `/lines/${index}/units` }],
  );
}
