import type { ProfessionalClaim } from '../claim/claim.ts';
import { lastServiceDate } from './claim-parts.ts';
import type { BrokenRule } from './edit-finding.ts';

/** CLM11-4 goes with cause AA. The accident may lie between two services of one claim, so the last one counts. */
export function editAccident(claim: ProfessionalClaim): BrokenRule[] {
  const { accident } = claim;
  if (accident === undefined) return [];
  const broken: BrokenRule[] = [];
  if (accident.cause === 'AA' && accident.state === undefined) {
    broken.push({ code: 'claim.accident-state-missing', pointer: '/accident/state' });
  }
  if (claim.lines.length > 0 && accident.date > lastServiceDate(claim)) {
    broken.push({ code: 'date.accident-after-service', pointer: '/accident/date' });
  }
  return broken;
}
