import type { ProfessionalClaim } from '../../domain/claim/claim.ts';
import { differingPointers } from '../../domain/claim/claim-key.ts';
import type {
  BillingProvider,
  NamedProvider,
  ServiceFacility,
  Submitter,
  Subscriber,
} from '../../domain/party/party.ts';
import type { PartnerProfile } from '../../partners/profile.ts';
import type { ClaimText } from './claim-text.ts';
import { PARTY_IDENTIFIER, REFERENCE, TWO } from './element-lengths.ts';
import { refuseMedicareBehind } from './medicare-behind.ts';
import { member } from './member.ts';
import {
  addressForm,
  billingProviderForm,
  namedProviderForm,
  payerForm,
  personForm,
  serviceFacilityForm,
} from './party-form.ts';
import { saysNothingNew } from './says-nothing-new.ts';
import { submitterForm } from './submitter-form.ts';
import { NOT_SENT } from './transmitted-claim.ts';

type Parties = Pick<
  ProfessionalClaim,
  | 'submitter'
  | 'billingProvider'
  | 'payToAddress'
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
  const submitter = form.shared(claim.submitter ?? profile, '/submitter', () =>
    submitterForm(claim, profile, form),
  );
  const billing = form.shared(claim.billingProvider, '/billingProvider', () =>
    billingProviderForm(claim.billingProvider, '/billingProvider', form),
  );
  const billingProvider = billing.contact === undefined ? billing : withoutSame(billing, submitter);
  const { patient, payer, payerRank } = claim;
  refuseMedicareBehind({ rank: payerRank, payer }, '/payer/filingIndicator', form);
  return {
    submitter,
    billingProvider,
    ...optionalPartiesForm(claim, billingProvider, form),
    payerRank,
    payer: payerForm(payer, '/payer', form),
    subscriber: subscriberForm(claim, form),
    ...(patient === undefined
      ? {}
      : {
          patient: {
            relationship: form.identifier(patient.relationship, '/patient/relationship', TWO),
            ...personDetails(patient, '/patient', form),
          },
        }),
  };
}

/** 2010AA PER: only what the submitter's contact does not say. */
function withoutSame(billing: BillingProvider, submitter: Submitter): BillingProvider {
  const { contact, ...withoutContact } = billing;
  return contact !== undefined && isSame(contact, submitter.contact) ? withoutContact : billing;
}

function optionalPartiesForm(
  claim: ProfessionalClaim,
  billing: BillingProvider,
  form: ClaimText,
): Pick<Parties, 'payToAddress' | 'renderingProvider' | 'referringProvider' | 'serviceFacility'> {
  const payToAddress = claim.payToAddress && addressForm(claim.payToAddress, '/payToAddress', form);
  const rendering =
    claim.renderingProvider && namedProviderForm(claim.renderingProvider, '/renderingProvider', form);
  const facility =
    claim.serviceFacility && serviceFacilityForm(claim.serviceFacility, '/serviceFacility', form);
  return {
    ...(payToAddress === undefined || isSame(payToAddress, billing.address) ? {} : { payToAddress }),
    ...(rendering === undefined || saysNothingNew(rendering, billing)
      ? {}
      : { renderingProvider: rendering }),
    ...member('referringProvider', claim.referringProvider && referringForm(claim.referringProvider, form)),
    ...(facility === undefined || isBillingProvider(facility, billing) ? {} : { serviceFacility: facility }),
  };
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
  const { memberId, groupNumber } = subscriber;
  const details =
    patient === undefined
      ? personDetails(subscriber, '/subscriber', form)
      : { name: personForm(subscriber.name, '/subscriber/name', form), ...NOT_SENT };
  return {
    ...details,
    memberId: form.identifier(memberId, '/subscriber/memberId', PARTY_IDENTIFIER),
    ...member('groupNumber', form.identifier(groupNumber, '/subscriber/groupNumber', REFERENCE)),
  };
}

type PersonDetails = Pick<Subscriber, 'name' | 'birthDate' | 'gender' | 'address'>;

function personDetails(person: PersonDetails, pointer: string, form: ClaimText): PersonDetails {
  return {
    name: personForm(person.name, `${pointer}/name`, form),
    birthDate: person.birthDate,
    gender: person.gender,
    address: addressForm(person.address, `${pointer}/address`, form),
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return differingPointers(one, other).length === 0;
}
