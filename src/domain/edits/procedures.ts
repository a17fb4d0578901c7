import type { ProfessionalClaim } from '../claim/claim.ts';
import type { BrokenRule } from './edit-finding.ts';

/** CPT (`12345`, `1234F`, `0123T`, `0001U`) and HCPCS level II (`J1234`); no list of them is shipped. */
const HCPCS = /^[0-9A-Z]\d{3}[0-9A-Z]$/;

/** SV101 has four modifier components of two characters. */
const MODIFIERS_MAX = 4;
const MODIFIER = /^[0-9A-Z]{2}$/;

export function editProcedures(claim: ProfessionalClaim): BrokenRule[] {
  return claim.lines.flatMap(({ procedure }, lineIndex) => {
    const pointer = `/lines/${lineIndex}/procedure`;
    const broken: BrokenRule[] = [];
    if (procedure.qualifier === 'HC' && !HCPCS.test(procedure.code)) {
      broken.push({ code: 'line.procedure-shape', pointer: `${pointer}/code` });
    }
    if (procedure.modifiers.length > MODIFIERS_MAX) {
      broken.push({ code: 'line.modifier-count', pointer: `${pointer}/modifiers` });
    }
    for (const [index, modifier] of procedure.modifiers.entries()) {
      if (MODIFIER.test(modifier)) continue;
      broken.push({ code: 'line.modifier-shape', pointer: `${pointer}/modifiers/${index}` });
    }
    return broken;
  });
}
