import type { Accident, ClaimNote, ProfessionalClaim } from '../../domain/claim/claim.ts';
import type { PartnerProfile } from '../../partners/profile.ts';
import type { Building } from './building.ts';
import type { ClaimText } from './claim-text.ts';
import { coverageForm } from './coverage-form.ts';
import { DIAGNOSIS, NOTE, REFERENCE, TWO } from './element-lengths.ts';
import { lineForm } from './line-form.ts';
import { partiesForm } from './parties-form.ts';

/** The claim as it is sent to the partner; `form` is told what keeps it from being sent. */
export function claimForm(
  claim: ProfessionalClaim,
  profile: PartnerProfile,
  form: ClaimText,
): ProfessionalClaim {
  const placeOfService = form.identifier(claim.placeOfService, '', 'placeOfService', TWO);
  const parties = partiesForm(claim, profile, form);
  const rendering = parties.renderingProvider ?? parties.billingProvider;
  const sent: Building<ProfessionalClaim> = {
    ...parties,
    accountNumber: claim.accountNumber,
    frequency: claim.frequency,
    placeOfService,
    chargeCents: claim.chargeCents,
    isProviderSignatureOnFile: claim.isProviderSignatureOnFile,
    assignment: claim.assignment,
    benefitsAssignment: claim.benefitsAssignment,
    releaseOfInformation: claim.releaseOfInformation,
    otherCoverages: claim.otherCoverages.map((coverage, index) =>
      coverageForm(coverage, `/otherCoverages/${index}`, form),
    ),
    diagnoses: claim.diagnoses.map((code, index) => form.identifier(code, '/diagnoses', index, DIAGNOSIS)),
    lines: claim.lines.map((line, index) => lineForm(line, { placeOfService, index, rendering }, form)),
  };
  addDetails(sent, claim, form);
  return sent;
}

/** What a claim may leave out. */
function addDetails(sent: Building<ProfessionalClaim>, claim: ProfessionalClaim, form: ClaimText): void {
  const { payerClaimControlNumber, patientPaidCents, onsetDate, accident, note } = claim;
  const { priorAuthorizationNumber, referralNumber } = claim;
  // REF*F8 belongs to a replacement or void (2300); an original has nothing to name.
  if (payerClaimControlNumber !== undefined && claim.frequency !== '1') {
    sent.payerClaimControlNumber = referenceForm(payerClaimControlNumber, 'payerClaimControlNumber', form);
  }
  // AMT*F5 says that the patient paid; nothing is no payment.
  if (patientPaidCents !== undefined && patientPaidCents !== 0) sent.patientPaidCents = patientPaidCents;
  if (onsetDate !== undefined) sent.onsetDate = onsetDate;
  if (accident !== undefined) sent.accident = accidentForm(accident, form);
  if (priorAuthorizationNumber !== undefined) {
    sent.priorAuthorizationNumber = referenceForm(priorAuthorizationNumber, 'priorAuthorizationNumber', form);
  }
  if (referralNumber !== undefined)
    sent.referralNumber = referenceForm(referralNumber, 'referralNumber', form);
  if (note !== undefined) sent.note = noteForm(note, form);
}

function referenceForm(reference: string, member: string, form: ClaimText): string {
  return form.identifier(reference, '', member, REFERENCE);
}

/** CLM11-4 is the state of an auto accident and is not sent with another cause (2300 CLM). */
function accidentForm({ cause, state, date }: Accident, form: ClaimText): Accident {
  if (cause !== 'AA' || state === undefined) return { cause, date };
  return { cause, state: form.identifier(state, '/accident', 'state', TWO), date };
}

function noteForm({ kind, text }: ClaimNote, form: ClaimText): ClaimNote {
  return { kind, text: form.text(text, '/note', 'text', NOTE) };
}
