import type { ProfessionalClaim } from '../claim/claim.ts';
import type { BrokenRule } from './edit-finding.ts';

/** HI carries one principal and eleven other diagnoses (005010X222A1, 2300 HI). */
const DIAGNOSES_MAX = 12;

/** ICD-10-CM: a letter, a digit, a letter or digit, then up to four more; written without the dot. */
const ICD_10 = /^[A-Z]\d[0-9A-Z]{1,5}$/;

/** Chapter 20, external causes of morbidity: V00 to Y99. */
const EXTERNAL_CAUSE = /^[V-Y]/;

export function editDiagnoses(claim: ProfessionalClaim): BrokenRule[] {
  const { diagnoses } = claim;
  const broken: BrokenRule[] = [];
  if (diagnoses.length < 1 || diagnoses.length > DIAGNOSES_MAX) {
    broken.push({ code: 'diagnosis.count', pointer: '/diagnoses' });
  }
  for (const [index, diagnosis] of diagnoses.entries()) {
    const pointer = `/diagnoses/${index}`;
    if (!ICD_10.test(diagnosis)) broken.push({ code: 'diagnosis.shape', pointer });
    else if (index === 0 && EXTERNAL_CAUSE.test(diagnosis)) {
      broken.push({ code: 'diagnosis.external-cause-first', pointer });
    }
    if (diagnoses.indexOf(diagnosis) < index) broken.push({ code: 'diagnosis.repeated', pointer });
  }
  return broken;
}
