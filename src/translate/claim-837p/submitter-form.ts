import type { ProfessionalClaim } from '../../domain/claim/claim.ts';
import type { Submitter } from '../../domain/party/party.ts';
import { delimitersOf } from '../../partners/delimiters-of.ts';
import type { PartnerProfile } from '../../partners/profile.ts';
import { ClaimText } from './claim-text.ts';
import { NAME, PARTY_IDENTIFIER } from './element-lengths.ts';
import { contactForm, hasNumber } from './party-form.ts';
import { keyOfSubmitter } from './party-key.ts';

/**
 * Tells submitters apart: claims of one key may stand in one transaction set for the partner, whose loop 1000A has
 * room for one submitter.
 */
export function submitterKey(claim: ProfessionalClaim, profile: PartnerProfile): string {
  const form = new ClaimText(delimitersOf(profile), () => undefined);
  return keyOfSubmitter(submitterForm(claim, profile, form));
}

/**
 * Who submits the claim, as it is sent (loop 1000A): the claim's submitter, else the profile's. PER03 and PER04 are
 * required there, so that a contact without a number cannot be written.
 */
export function submitterForm(claim: ProfessionalClaim, profile: PartnerProfile, form: ClaimText): Submitter {
  const { name, identifier, contact } = claim.submitter ?? submitterOf(profile);
  if (!hasNumber(contact)) form.refuse('writing.contact-number-missing', '/submitter/contact/telephone');
  return {
    name: form.text(name, '/submitter', 'name', NAME),
    identifier: form.identifier(identifier, '/submitter', 'identifier', PARTY_IDENTIFIER),
    contact: contactForm(contact, '/submitter/contact', form),
  };
}

function submitterOf({ submitter }: PartnerProfile): Submitter {
  const { name, identifier, contactName, telephone } = submitter;
  return { name, identifier, contact: { name: contactName, telephone } };
}
