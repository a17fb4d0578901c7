import type { ProfessionalClaim } from '../claim/claim.ts';
import type { BrokenRule } from './edit-finding.ts';

/** SV107 has four components. */
const POINTERS_MAX = 4;

export function editDiagnosisPointers(claim: ProfessionalClaim): BrokenRule[] {
  return claim.lines.flatMap((line, lineIndex) => {
    const pointer = `/lines/${lineIndex}/diagnosisPointers`;
    const broken: BrokenRule[] = [];
    const count = line.diagnosisPointers.length;
    if (count < 1 || count > POINTERS_MAX) broken.push({ code: 'line.diagnosis-pointer-count', pointer });
    for (const [index, position] of line.diagnosisPointers.entries()) {
      if (Number.isInteger(position) && position >= 1 && position <= claim.diagnoses.length) continue;
      broken.push({ code: 'line.diagnosis-pointer', pointer: `${pointer}/${index}` });
    }
    return broken;
  });
}
