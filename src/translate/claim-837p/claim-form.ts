import type { Accident, ClaimNote, ProfessionalClaim } from '../../domain/claim/claim.ts';
import type { PartnerProfile } from '../../partners/profile.ts';
import type { ClaimText } from './claim-text.ts';
import { coverageForm } from './coverage-form.ts';
import { DIAGNOSIS, NOTE, REFERENCE, TWO } from './element-lengths.ts';
import { lineForm } from './line-form.ts';
import { member } from './member.ts';
import { partiesForm } from './parties-form.ts';

/** The claim as it is sent to the partner; `form` is told what keeps it from being sent. */
export function claimForm(
  claim: ProfessionalClaim,
  profile: PartnerProfile,
  form: ClaimText,
): ProfessionalClaim {
  const placeOfService = form.identifier(claim.placeOfService, '/placeOfService', TWO);
  const parties = partiesForm(claim, profile, form);
  const rendering = parties.renderingProvider ?? parties.billingProvider;
  return {
    accountNumber: claim.accountNumber,
    frequency: claim.frequency,
    // REF*F8 belongs to a replacement or void (2300); an original has nothing to name.
    ...member(
      'payerClaimControlNumber',
      claim.frequency === '1'
        ? undefined
        : form.identifier(claim.payerClaimControlNumber, '/payerClaimControlNumber', REFERENCE),
    ),
    placeOfService,
    chargeCents: claim.chargeCents,
    // AMT*F5 says that the patient paid; nothing is no payment.
    ...(claim.patientPaidCents === 0 ? {} : member('patientPaidCents', claim.patientPaidCents)),
    isProviderSignatureOnFile: claim.isProviderSignatureOnFile,
    assignment: claim.assignment,
    benefitsAssignment: claim.benefitsAssignment,
    releaseOfInformation: claim.releaseOfInformation,
    ...parties,
    otherCoverages: claim.otherCoverages.map((coverage, index) =>
      coverageForm(coverage, `/otherCoverages/${index}`, form),
    ),
    diagnoses: claim.diagnoses.map((code, index) => form.identifier(code, `/diagnoses/${index}`, DIAGNOSIS)),
    ...member('onsetDate', claim.onsetDate),
    ...member('accident', claim.accident && accidentForm(claim.accident, form)),
    ...member(
      'priorAuthorizationNumber',
      form.identifier(claim.priorAuthorizationNumber, '/priorAuthorizationNumber', REFERENCE),
    ),
    ...member('referralNumber', form.identifier(claim.referralNumber, '/referralNumber', REFERENCE)),
    ...member('note', claim.note && noteForm(claim.note, form)),
    lines: claim.lines.map((line, index) => lineForm(line, { placeOfService, index, rendering }, form)),
  };
}

/** CLM11-4 is the state of an auto accident and is not sent with another cause (2300 CLM). */
function accidentForm({ cause, state, date }: Accident, form: ClaimText): Accident {
  return {
    cause,
    ...member('state', cause === 'AA' ? form.identifier(state, '/accident/state', TWO) : undefined),
    date,
  };
}

function noteForm({ kind, text }: ClaimNote, form: ClaimText): ClaimNote {
  return { kind, text: form.text(text, '/note/text', NOTE) };
}
