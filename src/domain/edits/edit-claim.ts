import type { BusinessDate } from '../../base/time.ts';
import type { ProfessionalClaim } from '../claim/claim.ts';
import { editAccident } from './accident.ts';
import { editAddresses } from './addresses.ts';
import { editCharacters } from './characters.ts';
import { editCharges } from './charges.ts';
import { editDiagnoses } from './diagnoses.ts';
import { editDiagnosisPointers } from './diagnosis-pointers.ts';
import { type EditCodes, SHIPPED_CODES } from './edit-codes.ts';
import type { BrokenRule, EditFinding } from './edit-finding.ts';
import { EDIT_WORDS } from './edit-words.ts';
import { editFrequency } from './frequency.ts';
import { editInsured } from './insured.ts';
import { editLineNumbers } from './line-numbers.ts';
import { editOtherCoverages } from './other-coverages.ts';
import { editPatientPaid } from './patient-paid.ts';
import { editPlaceOfService } from './place-of-service.ts';
import { editProcedures } from './procedures.ts';
import { editProviders } from './providers.ts';
import { editRepeatedLines } from './repeated-lines.ts';
import { editServiceDates } from './service-dates.ts';
import { editUnits } from './units.ts';

type Edit = (claim: ProfessionalClaim, today: BusinessDate, codes: EditCodes) => readonly BrokenRule[];

const EDITS: readonly Edit[] = [
  editCharges,
  editPatientPaid,
  editFrequency,
  editPlaceOfService,
  editAccident,
  editDiagnoses,
  editLineNumbers,
  editDiagnosisPointers,
  editUnits,
  editProcedures,
  editRepeatedLines,
  editServiceDates,
  editProviders,
  editInsured,
  editAddresses,
  editOtherCoverages,
  editCharacters,
];

/**
 * Every business rule that the claim breaks, all of them at once. `today` is the day at the biller; `codes` are the
 * lists of today, where they are newer than those that are shipped. A claim with a finding of severity `error` is not
 * sent; warnings go with it.
 */
export function editClaim(
  claim: ProfessionalClaim,
  today: BusinessDate,
  codes: EditCodes = SHIPPED_CODES,
): readonly EditFinding[] {
  return EDITS.flatMap((edit) =>
    edit(claim, today, codes).map(({ code, pointer }) => ({ code, pointer, ...EDIT_WORDS[code] })),
  );
}
