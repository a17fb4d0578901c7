import type { ProfessionalClaim } from '../../domain/claim/claim.ts';
import { areAlike } from '../../domain/claim/claim-key.ts';
import type {
  BillingProvider,
  DependentPatient,
  NamedProvider,
  ServiceFacility,
  Submitter,
  Subscriber,
} from '../../domain/party/party.ts';
import type { PartnerProfile } from '../../partners/profile.ts';
import type { Building } from '../building.ts';
import type { ClaimText } from './claim-text.ts';
import { PARTY_IDENTIFIER, REFERENCE, TWO } from './element-lengths.ts';
import {
  addressForm,
  billingProviderForm,
  namedProviderForm,
  personForm,
  serviceFacilityForm,
} from './party-form.ts';
import { saysNothingNew } from './says-nothing-new.ts';
import { submitterForm } from './submitter-form.ts';
import { NOT_SENT } from './transmitted-claim.ts';

/** Whom a file names once for many claims. */
export interface SharedParties {
  readonly submitter: Submitter;
  readonly billingProvider: BillingProvider;
  readonly payToAddress: ProfessionalClaim['payToAddress'] | undefined;
}

/** Those whom a file names once for many claims, as they are sent. What repeats one of them is left out. */
export function sharedPartiesForm(
  claim: ProfessionalClaim,
  profile: PartnerProfile,
  form: ClaimText,
): SharedParties {
  const submitter = submitterForm(claim, profile, form);
  const billing = billingProviderForm(claim.billingProvider, '/billingProvider', form);
  const billingProvider = billing.contact === undefined ? billing : withoutSame(billing, submitter);
  const payTo = claim.payToAddress && addressForm(claim.payToAddress, '/payToAddress', form);
  const payToAddress = payTo === undefined || areAlike(payTo, billing.address) ? undefined : payTo;
  return { submitter, billingProvider, payToAddress };
}

/** 2010AA PER: only what the submitter's contact does not say. */
function withoutSame(billing: BillingProvider, submitter: Submitter): BillingProvider {
  const { contact, ...withoutContact } = billing;
  return contact !== undefined && areAlike(contact, submitter.contact) ? withoutContact : billing;
}

/** 2310B is sent where it names another than the billing provider. */
export function renderingForm(
  { renderingProvider }: ProfessionalClaim,
  billing: BillingProvider,
  form: ClaimText,
): NamedProvider | undefined {
  if (renderingProvider === undefined) return undefined;
  const sent = namedProviderForm(renderingProvider, '/renderingProvider', form);
  return saysNothingNew(sent, billing) ? undefined : sent;
}

/** 2310A names persons only, and has no place for a taxonomy. */
export function referringForm(
  { referringProvider }: ProfessionalClaim,
  form: ClaimText,
): NamedProvider | undefined {
  if (referringProvider === undefined) return undefined;
  if (referringProvider.name.kind === 'organization') {
    form.refuse('writing.referring-organization', '/referringProvider/name/kind');
  }
  const { taxonomy, ...named } = referringProvider;
  return namedProviderForm(taxonomy === undefined ? referringProvider : named, '/referringProvider', form);
}

/** 2310C is sent where the place of the service is not the billing provider's own. */
export function facilityForm(
  { serviceFacility }: ProfessionalClaim,
  billing: BillingProvider,
  form: ClaimText,
): ServiceFacility | undefined {
  if (serviceFacility === undefined) return undefined;
  const sent = serviceFacilityForm(serviceFacility, '/serviceFacility', form);
  const isBillingProvider =
    billing.name.kind === 'organization' &&
    sent.name === billing.name.name &&
    (sent.npi === undefined || sent.npi === billing.npi) &&
    areAlike(sent.address, billing.address);
  return isBillingProvider ? undefined : sent;
}

/** Address and demographics of a subscriber stand in 2010BA only where the subscriber is the patient. */
export function subscriberForm({ subscriber, patient }: ProfessionalClaim, form: ClaimText): Subscriber {
  const isPatient = patient === undefined;
  const name = personForm(subscriber.name, '/subscriber', form);
  const memberId = form.identifier(subscriber.memberId, '/subscriber', 'memberId', PARTY_IDENTIFIER);
  const groupNumber = form.identifier(subscriber.groupNumber, '/subscriber', 'groupNumber', REFERENCE);
  const address = isPatient ? addressForm(subscriber.address, '/subscriber/address', form) : NOT_SENT.address;
  const { birthDate, gender } = isPatient ? subscriber : NOT_SENT;
  if (
    name === subscriber.name &&
    memberId === subscriber.memberId &&
    groupNumber === subscriber.groupNumber &&
    address === subscriber.address &&
    birthDate === subscriber.birthDate &&
    gender === subscriber.gender
  ) {
    return subscriber;
  }
  const sent: Building<Subscriber> = { name, memberId, birthDate, gender, address };
  if (groupNumber !== undefined) sent.groupNumber = groupNumber;
  return sent;
}

export function patientForm(patient: DependentPatient, form: ClaimText): DependentPatient {
  const relationship = form.identifier(patient.relationship, '/patient', 'relationship', TWO);
  const name = personForm(patient.name, '/patient', form);
  const address = addressForm(patient.address, '/patient/address', form);
  const isUnchanged =
    relationship === patient.relationship && name === patient.name && address === patient.address;
  if (isUnchanged) return patient;
  return { relationship, name, birthDate: patient.birthDate, gender: patient.gender, address };
}
