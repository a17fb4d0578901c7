import type { Accident, ClaimNote, ProfessionalClaim } from '../../domain/claim/claim.ts';
import type { Building } from '../building.ts';
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
  const { submitter, billingProvider, payToAddress } = shared;
  const sent: Building<ProfessionalClaim> = { ...ownForm(claim, shared, form), submitter, billingProvider };
  if (payToAddress === undefined) delete sent.payToAddress;
  else sent.payToAddress = payToAddress;
  return sent;
}

/**
 * The same but for those whom a file names once for many claims, who stay as the claim names them. The very same claim
 * where nothing of it changes, as is so of most.
 */
export function ownForm(
  claim: ProfessionalClaim,
  { billingProvider }: SharedParties,
  form: ClaimText,
): ProfessionalClaim {
  const { payer, payerRank, insuranceTypeCode } = claim;
  const placeOfService = form.identifier(claim.placeOfService, '', 'placeOfService', TWO);
  const sentInsuranceType = insuranceTypeForm({ rank: payerRank, payer, insuranceTypeCode }, '', form);
  const renderingProvider = renderingForm(claim, billingProvider, form);
  const context = { placeOfService, rendering: renderingProvider ?? billingProvider };
  // In this order, because the first refusal is the one that is told.
  const own: OwnMembers = {
    placeOfService,
    insuranceTypeCode: sentInsuranceType,
    renderingProvider,
    referringProvider: referringForm(claim, form),
    serviceFacility: facilityForm(claim, billingProvider, form),
    payer: payerForm(payer, '/payer', form),
    subscriber: subscriberForm(claim, form),
    patient: claim.patient && patientForm(claim.patient, form),
    payerClaimControlNumber: replacedForm(claim, form),
    // AMT*F5 says that the patient paid; nothing is no payment.
    patientPaidCents: claim.patientPaidCents === 0 ? undefined : claim.patientPaidCents,
    priorAuthorizationNumber: referenceForm(claim, 'priorAuthorizationNumber', form),
    referralNumber: referenceForm(claim, 'referralNumber', form),
    accident: claim.accident && accidentForm(claim.accident, form),
    note: claim.note && noteForm(claim.note, form),
    otherCoverages: sameOrMapped(claim.otherCoverages, (coverage, index) =>
      coverageForm(coverage, `/otherCoverages/${index}`, form),
    ),
    diagnoses: form.identifiers(claim.diagnoses, '', 'diagnoses', DIAGNOSIS),
    lines: sameOrMapped(claim.lines, (line, index) => lineForm(line, index, context, form)),
  };
  return isUnchanged(claim, own) ? claim : withMembers(claim, own);
}

/** What of a claim may be sent otherwise than it is, and is the claim's own; undefined where it is left out. */
type OwnMembers = Pick<
  ProfessionalClaim,
  'placeOfService' | 'payer' | 'subscriber' | 'otherCoverages' | 'diagnoses' | 'lines'
> & {
  readonly [Key in
    | 'insuranceTypeCode'
    | 'renderingProvider'
    | 'referringProvider'
    | 'serviceFacility'
    | 'patient'
    | 'payerClaimControlNumber'
    | 'patientPaidCents'
    | 'priorAuthorizationNumber'
    | 'referralNumber'
    | 'accident'
    | 'note']: ProfessionalClaim[Key] | undefined;
};

/** Member by member: a look-up by a name that varies is slow, and this is asked of every claim. */
function isUnchanged(claim: ProfessionalClaim, own: OwnMembers): boolean {
  return (
    own.placeOfService === claim.placeOfService &&
    own.insuranceTypeCode === claim.insuranceTypeCode &&
    own.renderingProvider === claim.renderingProvider &&
    own.referringProvider === claim.referringProvider &&
    own.serviceFacility === claim.serviceFacility &&
    own.payer === claim.payer &&
    own.subscriber === claim.subscriber &&
    own.patient === claim.patient &&
    own.payerClaimControlNumber === claim.payerClaimControlNumber &&
    own.patientPaidCents === claim.patientPaidCents &&
    own.priorAuthorizationNumber === claim.priorAuthorizationNumber &&
    own.referralNumber === claim.referralNumber &&
    own.accident === claim.accident &&
    own.note === claim.note &&
    own.otherCoverages === claim.otherCoverages &&
    own.diagnoses === claim.diagnoses &&
    own.lines === claim.lines
  );
}

/** One literal and assignments: V8 keeps a spread of this size, or an object that lost a member, as a dictionary. */
function withMembers(claim: ProfessionalClaim, own: OwnMembers): ProfessionalClaim {
  const { submitter, payToAddress, onsetDate } = claim;
  const sent: Building<ProfessionalClaim> = {
    accountNumber: claim.accountNumber,
    frequency: claim.frequency,
    placeOfService: own.placeOfService,
    chargeCents: claim.chargeCents,
    isProviderSignatureOnFile: claim.isProviderSignatureOnFile,
    assignment: claim.assignment,
    benefitsAssignment: claim.benefitsAssignment,
    releaseOfInformation: claim.releaseOfInformation,
    billingProvider: claim.billingProvider,
    payerRank: claim.payerRank,
    payer: own.payer,
    subscriber: own.subscriber,
    otherCoverages: own.otherCoverages,
    diagnoses: own.diagnoses,
    lines: own.lines,
  };
  if (submitter !== undefined) sent.submitter = submitter;
  if (payToAddress !== undefined) sent.payToAddress = payToAddress;
  if (onsetDate !== undefined) sent.onsetDate = onsetDate;
  return addOptional(sent, own);
}

function addOptional(sent: Building<ProfessionalClaim>, own: OwnMembers): ProfessionalClaim {
  if (own.insuranceTypeCode !== undefined) sent.insuranceTypeCode = own.insuranceTypeCode;
  if (own.renderingProvider !== undefined) sent.renderingProvider = own.renderingProvider;
  if (own.referringProvider !== undefined) sent.referringProvider = own.referringProvider;
  if (own.serviceFacility !== undefined) sent.serviceFacility = own.serviceFacility;
  if (own.patient !== undefined) sent.patient = own.patient;
  if (own.payerClaimControlNumber !== undefined) sent.payerClaimControlNumber = own.payerClaimControlNumber;
  if (own.patientPaidCents !== undefined) sent.patientPaidCents = own.patientPaidCents;
  if (own.priorAuthorizationNumber !== undefined) {
    sent.priorAuthorizationNumber = own.priorAuthorizationNumber;
  }
  if (own.referralNumber !== undefined) sent.referralNumber = own.referralNumber;
  if (own.accident !== undefined) sent.accident = own.accident;
  if (own.note !== undefined) sent.note = own.note;
  return sent;
}

/** REF*F8 belongs to a replacement or void (2300); an original has nothing to name. */
function replacedForm(claim: ProfessionalClaim, form: ClaimText): string | undefined {
  return claim.frequency === '1' ? undefined : referenceForm(claim, 'payerClaimControlNumber', form);
}

function referenceForm(
  claim: ProfessionalClaim,
  member: 'payerClaimControlNumber' | 'priorAuthorizationNumber' | 'referralNumber',
  form: ClaimText,
): string | undefined {
  return form.identifier(claim[member], '', member, REFERENCE);
}

/** CLM11-4 is the state of an auto accident and is not sent with another cause (2300 CLM). */
function accidentForm(accident: Accident, form: ClaimText): Accident {
  const { cause, state, date } = accident;
  if (state === undefined) return accident;
  if (cause !== 'AA') return { cause, date };
  return { cause, state: form.identifier(state, '/accident', 'state', TWO), date };
}

function noteForm({ kind, text }: ClaimNote, form: ClaimText): ClaimNote {
  return { kind, text: form.text(text, '/note', 'text', NOTE) };
}
