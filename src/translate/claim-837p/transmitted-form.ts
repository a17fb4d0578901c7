import { invariant } from '../../base/invariant.ts';
import type { ProfessionalClaim } from '../../domain/claim/claim.ts';
import { delimitersOf } from '../../partners/delimiters-of.ts';
import type { PartnerProfile } from '../../partners/profile.ts';
import { claimForm } from './claim-form.ts';
import { ClaimText } from './claim-text.ts';

/**
 * The claim as it will be on the wire to a partner: texts in the characters that can be sent, the submitter resolved,
 * numbers without needless zeros, everything left out (or `NOT_SENT`, where a claim cannot be without it) that the
 * guide does not send. Reading what was written gives exactly this, but for the account number, which never leaves.
 * For a claim that `refuseUnwritable` lets pass.
 */
export function transmittedForm(claim: ProfessionalClaim, profile: PartnerProfile): ProfessionalClaim {
  return transmittedForms([claim], profile)[0] as ProfessionalClaim;
}

/** The same for many claims, which is quicker than one by one. */
export function transmittedForms(
  claims: readonly ProfessionalClaim[],
  profile: PartnerProfile,
): ProfessionalClaim[] {
  let isRefused = false;
  const text = new ClaimText(delimitersOf(profile), () => {
    isRefused = true;
  });
  const forms = claims.map((claim) => claimForm(claim, profile, text));
  invariant(!isRefused, 'a claim that cannot be written was held back');
  return forms;
}
