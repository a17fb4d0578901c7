import type { BusinessDate } from '../../base/time.ts';
import type { ProfessionalClaim } from '../claim/claim.ts';
import type { EditCodes } from './edit-codes.ts';
import type { BrokenRule } from './edit-finding.ts';

export function editPlaceOfService(
  claim: ProfessionalClaim,
  today: BusinessDate,
  codes: EditCodes,
): BrokenRule[] {
  const { placeOfService, lines } = claim;
  const firstDay = lines[0]?.serviceDate ?? today;
  const broken: BrokenRule[] = [];
  if (!codes.isPlaceOfService(placeOfService, firstDay))
    broken.push({ code: 'claim.place-of-service', pointer: '/placeOfService' });
  for (const [index, line] of lines.entries()) {
    if (line.placeOfService === undefined || codes.isPlaceOfService(line.placeOfService, line.serviceDate))
      continue;
    broken.push({ code: 'claim.place-of-service', pointer: `/lines/${index}/placeOfService` });
  }
  return broken;
}
