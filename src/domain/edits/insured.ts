import type { ProfessionalClaim } from '../claim/claim.ts';
import { isFilingIndicator } from '../party/filing-indicator.ts';
import { isDependentRelationship, SELF } from '../party/relationship.ts';
import type { BrokenRule } from './edit-finding.ts';

/** Relationships (PAT01, SBR02) and kinds of plan (SBR09). */
export function editInsured(claim: ProfessionalClaim): BrokenRule[] {
  const broken: BrokenRule[] = [];
  if (claim.patient !== undefined && !isDependentRelationship(claim.patient.relationship)) {
    broken.push({ code: 'patient.relationship', pointer: '/patient/relationship' });
  }
  if (!isFilingIndicator(claim.payer.filingIndicator)) {
    broken.push({ code: 'payer.filing-indicator', pointer: '/payer/filingIndicator' });
  }
  for (const [index, coverage] of claim.otherCoverages.entries()) {
    const pointer = `/otherCoverages/${index}`;
    if (coverage.relationship !== SELF && !isDependentRelationship(coverage.relationship)) {
      broken.push({ code: 'patient.relationship', pointer: `${pointer}/relationship` });
    }
    if (!isFilingIndicator(coverage.payer.filingIndicator)) {
      broken.push({ code: 'payer.filing-indicator', pointer: `${pointer}/payer/filingIndicator` });
    }
  }
  return broken;
}
