import { isValidNpi } from '../../base/npi.ts';
import type { ProfessionalClaim } from '../claim/claim.ts';
import { isPlausibleTaxId } from '../party/tax-id.ts';
import { namedProvidersOf, type Placed } from './claim-parts.ts';
import type { BrokenRule } from './edit-finding.ts';

/** Health care provider taxonomy: ten characters, the last an X (NUCC). */
const TAXONOMY = /^[0-9A-Z]{9}X$/;

interface Identified {
  readonly npi?: string;
  readonly taxonomy?: string;
}

export function editProviders(claim: ProfessionalClaim): BrokenRule[] {
  const providers: Placed<Identified>[] = [
    { pointer: '/billingProvider', part: claim.billingProvider },
    ...namedProvidersOf(claim),
    ...(claim.serviceFacility ? [{ pointer: '/serviceFacility', part: claim.serviceFacility }] : []),
  ];
  const broken = providers.flatMap(({ pointer, part }) => {
    const found: BrokenRule[] = [];
    if (part.npi !== undefined && !isValidNpi(part.npi)) {
      found.push({ code: 'provider.npi', pointer: `${pointer}/npi` });
    }
    if (part.taxonomy !== undefined && !TAXONOMY.test(part.taxonomy)) {
      found.push({ code: 'provider.taxonomy', pointer: `${pointer}/taxonomy` });
    }
    return found;
  });
  if (!isPlausibleTaxId(claim.billingProvider.taxId.value)) {
    broken.push({ code: 'provider.tax-id', pointer: '/billingProvider/taxId/value' });
  }
  return broken;
}
