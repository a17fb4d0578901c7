import type { BusinessDate } from '../../base/time.ts';
import type { ProfessionalClaim } from '../claim/claim.ts';
import { lastServiceDate } from './claim-parts.ts';
import type { BrokenRule } from './edit-finding.ts';

/** Business dates sort as text. `today` is the day at the biller. */
export function editServiceDates(claim: ProfessionalClaim, today: BusinessDate): BrokenRule[] {
  const { birthDate } = claim.patient ?? claim.subscriber;
  const broken = claim.lines.flatMap((line, index) => {
    const found: BrokenRule[] = [];
    const start = `/lines/${index}/serviceDate`;
    const end = `/lines/${index}/serviceDateEnd`;
    if (line.serviceDate > today) found.push({ code: 'date.service-in-future', pointer: start });
    if (line.serviceDate < birthDate) found.push({ code: 'date.service-before-birth', pointer: start });
    if (line.serviceDateEnd === undefined) return found;
    if (line.serviceDateEnd < line.serviceDate) {
      found.push({ code: 'date.service-end-before-start', pointer: end });
    } else if (line.serviceDateEnd > today && line.serviceDate <= today) {
      found.push({ code: 'date.service-in-future', pointer: end });
    }
    return found;
  });
  // One claim may hold services before and after the onset, so the last one counts.
  if (claim.onsetDate !== undefined && claim.lines.length > 0 && claim.onsetDate > lastServiceDate(claim)) {
    broken.push({ code: 'date.onset-after-service', pointer: '/onsetDate' });
  }
  return broken;
}
