import type { ProfessionalClaim } from '../claim/claim.ts';
import type { BrokenRule } from './edit-finding.ts';

export function editPatientPaid(claim: ProfessionalClaim): BrokenRule[] {
  const paidCents = claim.patientPaidCents ?? 0;
  const isWithin = paidCents >= 0 && paidCents <= Math.max(claim.chargeCents, 0);
  return isWithin ? [] : [{ code: 'claim.patient-paid-exceeds-charge', pointer: '/patientPaid' }];
}
