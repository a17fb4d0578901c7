import type { ProfessionalClaim, ServiceLine } from '../claim/claim.ts';
import type { BrokenRule } from './edit-finding.ts';

/** What makes a payer take a line for a duplicate: everything but its number and its diagnoses. */
function lineKey(line: ServiceLine): string {
  return JSON.stringify([
    line.procedure.qualifier,
    line.procedure.code,
    line.procedure.modifiers.toSorted(),
    line.chargeCents,
    line.unitKind,
    line.units,
    line.placeOfService ?? '',
    line.serviceDate,
    line.serviceDateEnd ?? line.serviceDate,
    line.renderingProvider?.npi ?? '',
  ]);
}

/** A warning: the same service can truly be done twice a day. */
export function editRepeatedLines(claim: ProfessionalClaim): BrokenRule[] {
  const seen = new Set<string>();
  const broken: BrokenRule[] = [];
  for (const [index, line] of claim.lines.entries()) {
    const key = lineKey(line);
    if (seen.has(key)) broken.push({ code: 'line.repeated', pointer: `/lines/${index}` });
    seen.add(key);
  }
  return broken;
}
