import type { ProfessionalClaim } from '../../domain/claim/claim.ts';
import { differingPointers } from '../../domain/claim/claim-key.ts';
import type {
  BillingProvider,
  DependentPatient,
  NamedProvider,
  ServiceFacility,
  Submitter,
  Subscriber,
} from '../../domain/party/party.ts';
import type { PartnerProfile } from '../../partners/profile.ts';
import type { Building } from './building.ts';
import type { ClaimText } from './claim-text.ts';
import { PARTY_IDENTIFIER, REFERENCE, TWO } from './element-lengths.ts';
import { refuseMedicareBehind } from './medicare-behind.ts';
import {
  addressForm,
  billingProviderForm,
  namedProviderForm,
  payerForm,
  personForm,
  serviceFacilityForm,
} from './party-form.ts';
import { saysNothingNew } from './says-nothing-new.ts';
import type { SharedPartiesOfClaim } from './shared-parties.ts';
import { submitterForm } from './submitter-form.ts';
import { NOT_SENT } from './transmitted-claim.ts';

type Parties = SharedPartiesOfClaim &
  Pick<
    ProfessionalClaim,
    | 'renderingProvider'
    | 'referringProvider'
    | 'serviceFacility'
    | 'payerRank'
    | 'payer'
    | 'subscriber'
    | 'patient'
  >;

/** Everybody whom the claim names, as they are sent. What repeats the billing provider is left out. */
export function partiesForm(claim: ProfessionalClaim, profile: PartnerProfile, form: ClaimText): Parties {
  const shared = sharedPartiesForm(claim, profile, form);
  const { billingProvider } = shared;
  const { patient, payer, payerRank, renderingProvider, referringProvider, serviceFacility } = claim;
  refuseMedicareBehind({ rank: payerRank, payer }, '/payer/filingIndicator', form);
  const parties: Building<Parties> = {
    ...shared,
    payerRank,
    payer: payerForm(payer, '/payer', form),
    subscriber: subscriberForm(claim, form),
  };
  if (renderingProvider !== undefined) {
    const rendering = namedProviderForm(renderingProvider, '/renderingProvider', form);
    if (!saysNothingNew(rendering, billingProvider)) parties.renderingProvider = rendering;
  }
  if (referringProvider !== undefined) parties.referringProvider = referringForm(referringProvider, form);
  if (serviceFacility !== undefined) {
    const facility = serviceFacilityForm(serviceFacility, '/serviceFacility', form);
    if (!isBillingProvider(facility, billingProvider)) parties.serviceFacility = facility;
  }
  if (patient !== undefined) parties.patient = patientForm(patient, form);
  return parties;
}

/** Those whom a file names once for many claims, as they are sent. */
export function sharedPartiesForm(
  claim: ProfessionalClaim,
  profile: PartnerProfile,
  form: ClaimText,
): Required<Pick<SharedPartiesOfClaim, 'submitter'>> & SharedPartiesOfClaim {
  const submitter = form.shared(claim.submitter ?? profile, '/submitter', () =>
    submitterForm(claim, profile, form),
  );
  const billing = form.shared(claim.billingProvider, '/billingProvider', () =>
    billingProviderForm(claim.billingProvider, '/billingProvider', form),
  );
  const billingProvider = billing.contact === undefined ? billing : withoutSame(billing, submitter);
  if (claim.payToAddress === undefined) return { submitter, billingProvider };
  const payToAddress = addressForm(claim.payToAddress, '/payToAddress', form);
  if (isSame(payToAddress, billing.address)) return { submitter, billingProvider };
  return { submitter, billingProvider, payToAddress };
}

/** 2010AA PER: only what the submitter's contact does not say. */
function withoutSame(billing: BillingProvider, submitter: Submitter): BillingProvider {
  const { contact, ...withoutContact } = billing;
  return contact !== undefined && isSame(contact, submitter.contact) ? withoutContact : billing;
}

/** 2310A names persons only, and has no place for a taxonomy. */
function referringForm(provider: NamedProvider, form: ClaimText): NamedProvider {
  if (provider.name.kind === 'organization') {
    form.refuse('writing.referring-organization', '/referringProvider/name/kind');
  }
  const { taxonomy: _taxonomy, ...named } = provider;
  return namedProviderForm(named, '/referringProvider', form);
}

/** 2310C is sent where the place of the service is not the billing provider's own. */
function isBillingProvider(facility: ServiceFacility, billing: BillingProvider): boolean {
  return (
    billing.name.kind === 'organization' &&
    facility.name === billing.name.name &&
    (facility.npi === undefined || facility.npi === billing.npi) &&
    isSame(facility.address, billing.address)
  );
}

/** Address and demographics of a subscriber stand in 2010BA only where the subscriber is the patient. */
function subscriberForm({ subscriber, patient }: ProfessionalClaim, form: ClaimText): Subscriber {
  const { groupNumber } = subscriber;
  const { birthDate, gender, address } = patient === undefined ? subscriber : NOT_SENT;
  const sent: Building<Subscriber> = {
    name: personForm(subscriber.name, '/subscriber/name', form),
    memberId: form.identifier(subscriber.memberId, '/subscriber', 'memberId', PARTY_IDENTIFIER),
    birthDate,
    gender,
    address: patient === undefined ? addressForm(address, '/subscriber/address', form) : address,
  };
  if (groupNumber !== undefined) {
    sent.groupNumber = form.identifier(groupNumber, '/subscriber', 'groupNumber', REFERENCE);
  }
  return sent;
}

function patientForm(patient: DependentPatient, form: ClaimText): DependentPatient {
  return {
    relationship: form.identifier(patient.relationship, '/patient', 'relationship', TWO),
    name: personForm(patient.name, '/patient/name', form),
    birthDate: patient.birthDate,
    gender: patient.gender,
    address: addressForm(patient.address, '/patient/address', form),
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return differingPointers(one, other).length === 0;
}
