import type { ProfessionalClaim } from '../claim/claim.ts';
import type { BrokenRule } from './edit-finding.ts';

/** A replacement (7) or void (8) carries the payer's number of the claim it changes (REF*F8). */
export function editFrequency(claim: ProfessionalClaim): BrokenRule[] {
  if (claim.frequency === '1' || claim.payerClaimControlNumber !== undefined) return [];
  return [{ code: 'claim.original-number-missing', pointer: '/payerClaimControlNumber' }];
}
