import type { ProfessionalClaim } from '../../domain/claim/claim.ts';
import { delimitersOf } from '../../partners/delimiters-of.ts';
import type { PartnerProfile } from '../../partners/profile.ts';
import { claimForm } from './claim-form.ts';
import { ClaimText } from './claim-text.ts';
import { sharedPartiesForm } from './parties-form.ts';
import { type WritingRefusal, writingRefusal } from './writing-refusal.ts';

/**
 * Why a claim that passed the edits cannot be written for this partner; undefined when it can. It depends on the
 * partner's delimiters and on what the guide has a place for. The caller holds such a claim back and sends the others.
 */
export function refuseUnwritable(
  claim: ProfessionalClaim,
  profile: PartnerProfile,
): WritingRefusal | undefined {
  let first: WritingRefusal | undefined;
  const form = new ClaimText(delimitersOf(profile), (code, pointer) => {
    first ??= writingRefusal(code, pointer);
  });
  claimForm(claim, sharedPartiesForm(claim, profile, form), form);
  return first;
}
