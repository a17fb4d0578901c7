import type { ProfessionalClaim } from '../claim/claim.ts';
import { isState } from '../party/state.ts';
import { addressesOf } from './claim-parts.ts';
import type { BrokenRule } from './edit-finding.ts';

const POSTAL_CODE = /^\d{5}(\d{4})?$/;

/** `PO BOX 12`, `P.O. Box 12`, `Post Office Box 12`: 2010AA N3 must be a street address (005010X222A1). */
const POST_OFFICE_BOX = /^\s*(p\.?\s*o\.?|post\s+office)\s*box\b/i;

const NINE_DIGITS_WANTED = ['/billingProvider/address', '/serviceFacility/address'];

export function editAddresses(claim: ProfessionalClaim): BrokenRule[] {
  const broken = addressesOf(claim).flatMap(({ pointer, part }) => {
    const found: BrokenRule[] = [];
    const postalCode = `${pointer}/postalCode`;
    if (!isState(part.state)) found.push({ code: 'address.state', pointer: `${pointer}/state` });
    if (!POSTAL_CODE.test(part.postalCode)) found.push({ code: 'address.postal-code', pointer: postalCode });
    else if (part.postalCode.length === 5 && NINE_DIGITS_WANTED.includes(pointer)) {
      found.push({ code: 'address.postal-code-short', pointer: postalCode });
    }
    return found;
  });
  const { accident, billingProvider } = claim;
  if (accident?.state !== undefined && !isState(accident.state)) {
    broken.push({ code: 'address.state', pointer: '/accident/state' });
  }
  if (POST_OFFICE_BOX.test(billingProvider.address.line1)) {
    broken.push({ code: 'address.post-office-box', pointer: '/billingProvider/address/line1' });
  }
  return broken;
}
