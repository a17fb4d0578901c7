import type { ProfessionalClaim } from '../claim/claim.ts';
import { placeOfServiceName } from '../claim/place-of-service.ts';
import type { BrokenRule } from './edit-finding.ts';

function isListed(code: string | undefined): boolean {
  return code === undefined || placeOfServiceName(code) !== undefined;
}

export function editPlaceOfService(claim: ProfessionalClaim): BrokenRule[] {
  const broken: BrokenRule[] = [];
  if (!isListed(claim.placeOfService))
    broken.push({ code: 'claim.place-of-service', pointer: '/placeOfService' });
  for (const [index, line] of claim.lines.entries()) {
    if (isListed(line.placeOfService)) continue;
    broken.push({ code: 'claim.place-of-service', pointer: `/lines/${index}/placeOfService` });
  }
  return broken;
}
