import { invariant } from '../../base/invariant.ts';
import type { ProfessionalClaim } from '../../domain/claim/claim.ts';
import { delimitersOf } from '../../partners/delimiters-of.ts';
import type { PartnerProfile } from '../../partners/profile.ts';
import { claimForm, type SentClaim, sentClaim } from './claim-form.ts';
import { ClaimText } from './claim-text.ts';
import { type SharedParties, sharedPartiesForm } from './parties-form.ts';

/**
 * Claims as they will be on the wire to a partner: texts in the characters that can be sent, the submitter resolved,
 * numbers without needless zeros, everything left out (or `NOT_SENT`, where a claim cannot be without it) that the
 * guide does not send. Reading what was written gives exactly this, but for the account number, which never leaves.
 * For claims that `refuseUnwritable` lets pass.
 */
export class TransmittedForms {
  readonly #profile: PartnerProfile;
  readonly #text: ClaimText;
  /** The same for claims whose texts nobody has looked at. */
  readonly #unseen: ClaimText;
  #last: { readonly claim: ProfessionalClaim; readonly parties: SharedParties } | undefined;

  constructor(profile: PartnerProfile) {
    this.#profile = profile;
    const delimiters = delimitersOf(profile);
    this.#text = new ClaimText(delimiters, heldBack);
    this.#unseen = new ClaimText(delimiters, heldBack, true);
  }

  /** The whole claim. */
  of(claim: ProfessionalClaim): ProfessionalClaim {
    return claimForm(claim, this.sharedPartiesOf(claim), this.#text);
  }

  /** What of the claim is its own. */
  ownOf(claim: ProfessionalClaim): SentClaim {
    return sentClaim(claim, this.sharedPartiesOf(claim), this.#text);
  }

  /**
   * The same if every text of it is sent as it is, which whoever writes it must see. What is left out depends on such
   * texts only as far as they are sent themselves, so that a claim whose written texts are clean is written right.
   */
  ownOfClean(claim: ProfessionalClaim): SentClaim {
    return sentClaim(claim, this.sharedPartiesOf(claim), this.#unseen);
  }

  /** Only those whom a file names once for many claims: the very same for claims that name the very same. */
  sharedPartiesOf(claim: ProfessionalClaim): SharedParties {
    const last = this.#last;
    if (
      last !== undefined &&
      claim.submitter === last.claim.submitter &&
      claim.billingProvider === last.claim.billingProvider &&
      claim.payToAddress === last.claim.payToAddress
    ) {
      return last.parties;
    }
    const parties = sharedPartiesForm(claim, this.#profile, this.#text);
    this.#last = { claim, parties };
    return parties;
  }
}

function heldBack(): void {
  invariant(false, 'a claim that cannot be written was held back');
}
