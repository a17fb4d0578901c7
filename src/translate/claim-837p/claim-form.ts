import type { Accident, ClaimNote, ProfessionalClaim } from '../../domain/claim/claim.ts';
import type { Building } from './building.ts';
import type { ClaimText } from './claim-text.ts';
import { coverageForm } from './coverage-form.ts';
import { DIAGNOSIS, NOTE, REFERENCE, TWO } from './element-lengths.ts';
import { insuranceTypeForm } from './insurance-type-form.ts';
import { lineForm } from './line-form.ts';
import {
  facilityForm,
  patientForm,
  referringForm,
  renderingForm,
  type SharedParties,
  subscriberForm,
} from './parties-form.ts';
import { payerForm } from './party-form.ts';
import { sameOrMapped } from './same-or-mapped.ts';

/**
 * The claim as it is sent to the partner; `shared` is its `sharedPartiesForm`, and `form` is told what keeps it from being
 * sent. What of it is sent as it is stands in both, uncopied.
 */
export function claimForm(
  claim: ProfessionalClaim,
  shared: SharedParties,
  form: ClaimText,
): ProfessionalClaim {
  const placeOfService = form.identifier(claim.placeOfService, '', 'placeOfService', TWO);
  const sent: Building<ProfessionalClaim> = { ...claim, placeOfService };
  changeParties(sent, claim, shared, form);
  changeDetails(sent, claim, form);
  const rendering = sent.renderingProvider ?? sent.billingProvider;
  sent.otherCoverages = sameOrMapped(claim.otherCoverages, (coverage, index) =>
    coverageForm(coverage, `/otherCoverages/${index}`, form),
  );
  sent.diagnoses = form.identifiers(claim.diagnoses, '', 'diagnoses', DIAGNOSIS);
  sent.lines = sameOrMapped(claim.lines, (line, index) =>
    lineForm(line, { placeOfService, index, rendering }, form),
  );
  return sent;
}

/** Everybody whom the claim names. */
function changeParties(
  sent: Building<ProfessionalClaim>,
  claim: ProfessionalClaim,
  { submitter, billingProvider, payToAddress }: SharedParties,
  form: ClaimText,
): void {
  const { patient, payer, payerRank, insuranceTypeCode } = claim;
  change(
    sent,
    'insuranceTypeCode',
    insuranceTypeForm({ rank: payerRank, payer, insuranceTypeCode }, '', form),
  );
  sent.submitter = submitter;
  sent.billingProvider = billingProvider;
  change(sent, 'payToAddress', payToAddress);
  change(sent, 'renderingProvider', renderingForm(claim, billingProvider, form));
  change(sent, 'referringProvider', referringForm(claim, form));
  change(sent, 'serviceFacility', facilityForm(claim, billingProvider, form));
  sent.payer = payerForm(payer, '/payer', form);
  sent.subscriber = subscriberForm(claim, form);
  if (patient !== undefined) sent.patient = patientForm(patient, form);
}

/** What else a claim may leave out. */
function changeDetails(sent: Building<ProfessionalClaim>, claim: ProfessionalClaim, form: ClaimText): void {
  const { payerClaimControlNumber, priorAuthorizationNumber, referralNumber, accident, note } = claim;
  // REF*F8 belongs to a replacement or void (2300); an original has nothing to name.
  const replaced =
    claim.frequency === '1'
      ? undefined
      : form.identifier(payerClaimControlNumber, '', 'payerClaimControlNumber', REFERENCE);
  change(sent, 'payerClaimControlNumber', replaced);
  // AMT*F5 says that the patient paid; nothing is no payment.
  if (claim.patientPaidCents === 0) delete sent.patientPaidCents;
  const authorization = form.identifier(priorAuthorizationNumber, '', 'priorAuthorizationNumber', REFERENCE);
  change(sent, 'priorAuthorizationNumber', authorization);
  change(sent, 'referralNumber', form.identifier(referralNumber, '', 'referralNumber', REFERENCE));
  if (accident !== undefined) sent.accident = accidentForm(accident, form);
  if (note !== undefined) sent.note = noteForm(note, form);
}

function change<Key extends keyof ProfessionalClaim>(
  sent: Building<ProfessionalClaim>,
  key: Key,
  value: ProfessionalClaim[Key] | undefined,
): void {
  if (value === sent[key]) return;
  if (value === undefined) delete sent[key];
  else sent[key] = value;
}

/** CLM11-4 is the state of an auto accident and is not sent with another cause (2300 CLM). */
function accidentForm({ cause, state, date }: Accident, form: ClaimText): Accident {
  if (cause !== 'AA' || state === undefined) return { cause, date };
  return { cause, state: form.identifier(state, '/accident', 'state', TWO), date };
}

function noteForm({ kind, text }: ClaimNote, form: ClaimText): ClaimNote {
  return { kind, text: form.text(text, '/note', 'text', NOTE) };
}
