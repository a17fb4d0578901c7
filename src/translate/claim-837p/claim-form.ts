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

type OptionalMember =
  | 'onsetDate'
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
  | 'note';

/**
 * What is sent of a claim and is its own: all but the account number, which never leaves, and those whom a file names
 * once for many claims. It has every member, undefined where that is left out: claims with and without one are of one
 * shape then, which is what makes writing them fast.
 */
export type SentClaim = Omit<
  ProfessionalClaim,
  OptionalMember | 'accountNumber' | 'submitter' | 'billingProvider' | 'payToAddress'
> & { readonly [Key in OptionalMember]: ProfessionalClaim[Key] | undefined };

/**
 * The claim as it is sent to the partner; `shared` is its `sharedPartiesForm`, and `form` is told what keeps it from being
 * sent. What of it is sent as it is stands in both, uncopied.
 */
export function claimForm(
  claim: ProfessionalClaim,
  shared: SharedParties,
  form: ClaimText,
): ProfessionalClaim {
  const own = sentClaim(claim, shared, form);
  // One literal and assignments: V8 keeps a spread of this size, or an object that lost a member, as a dictionary.
  const sent: Building<ProfessionalClaim> = {
    accountNumber: claim.accountNumber,
    frequency: own.frequency,
    placeOfService: own.placeOfService,
    chargeCents: own.chargeCents,
    isProviderSignatureOnFile: own.isProviderSignatureOnFile,
    assignment: own.assignment,
    benefitsAssignment: own.benefitsAssignment,
    releaseOfInformation: own.releaseOfInformation,
    submitter: shared.submitter,
    billingProvider: shared.billingProvider,
    payerRank: own.payerRank,
    payer: own.payer,
    subscriber: own.subscriber,
    otherCoverages: own.otherCoverages,
    diagnoses: own.diagnoses,
    lines: own.lines,
  };
  if (shared.payToAddress !== undefined) sent.payToAddress = shared.payToAddress;
  return addOptional(sent, own);
}

/** The same as whoever writes it needs it; `form` is told the same. */
export function sentClaim(
  claim: ProfessionalClaim,
  { billingProvider }: SharedParties,
  form: ClaimText,
): SentClaim {
  const { payer, payerRank, insuranceTypeCode } = claim;
  const placeOfService = form.identifier(claim.placeOfService, '', 'placeOfService', TWO);
  const sentInsuranceType = insuranceTypeForm({ rank: payerRank, payer, insuranceTypeCode }, '', form);
  const renderingProvider = renderingForm(claim, billingProvider, form);
  const context = { placeOfService, rendering: renderingProvider ?? billingProvider };
  // In this order, because the first refusal is the one that is told.
  return {
    frequency: claim.frequency,
    chargeCents: claim.chargeCents,
    isProviderSignatureOnFile: claim.isProviderSignatureOnFile,
    assignment: claim.assignment,
    benefitsAssignment: claim.benefitsAssignment,
    releaseOfInformation: claim.releaseOfInformation,
    payerRank,
    onsetDate: claim.onsetDate,
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
    priorAuthorizationNumber: form.identifier(
      claim.priorAuthorizationNumber,
      '',
      'priorAuthorizationNumber',
      REFERENCE,
    ),
    referralNumber: form.identifier(claim.referralNumber, '', 'referralNumber', REFERENCE),
    accident: claim.accident && accidentForm(claim.accident, form),
    note: claim.note && noteForm(claim.note, form),
    otherCoverages: sameOrMapped(claim.otherCoverages, (coverage, index) =>
      coverageForm(coverage, `/otherCoverages/${index}`, form),
    ),
    diagnoses: form.identifiers(claim.diagnoses, '', 'diagnoses', DIAGNOSIS),
    lines: sameOrMapped(claim.lines, (line, index) => lineForm(line, index, context, form)),
  };
}

function addOptional(sent: Building<ProfessionalClaim>, own: SentClaim): ProfessionalClaim {
  if (own.onsetDate !== undefined) sent.onsetDate = own.onsetDate;
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
  if (claim.frequency === '1') return undefined;
  return form.identifier(claim.payerClaimControlNumber, '', 'payerClaimControlNumber', REFERENCE);
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
