import type {
  Address,
  BillingProvider,
  Contact,
  NamedProvider,
  PartyName,
  Payer,
  PersonName,
  ServiceFacility,
} from '../../domain/party/party.ts';
import type { ClaimText } from './claim-text.ts';
import {
  CITY,
  CONTACT_NUMBER,
  FILING_INDICATOR,
  FIRST_NAME,
  MIDDLE_NAME,
  NAME,
  NAME_SUFFIX,
  PARTY_IDENTIFIER,
  POSTAL_CODE,
  REFERENCE,
  STREET,
  TWO,
} from './element-lengths.ts';
import { member } from './member.ts';

// Each form is the party as it is sent: the same members, in characters that can be written.

export function addressForm(address: Address, pointer: string, form: ClaimText): Address {
  const { line1, line2, city, state, postalCode } = address;
  return {
    line1: form.text(line1, `${pointer}/line1`, STREET),
    ...member('line2', form.text(line2, `${pointer}/line2`, STREET)),
    city: form.text(city, `${pointer}/city`, CITY),
    state: form.identifier(state, `${pointer}/state`, TWO),
    postalCode: form.identifier(postalCode, `${pointer}/postalCode`, POSTAL_CODE),
  };
}

export function personForm(name: PersonName, pointer: string, form: ClaimText): PersonName {
  const { last, first, middle, suffix } = name;
  return {
    kind: 'person',
    last: form.text(last, `${pointer}/last`, NAME),
    ...member('first', form.text(first, `${pointer}/first`, FIRST_NAME)),
    ...member('middle', form.text(middle, `${pointer}/middle`, MIDDLE_NAME)),
    ...member('suffix', form.text(suffix, `${pointer}/suffix`, NAME_SUFFIX)),
  };
}

function nameForm(name: PartyName, pointer: string, form: ClaimText): PartyName {
  if (name.kind === 'person') return personForm(name, pointer, form);
  return { kind: 'organization', name: form.text(name.name, `${pointer}/name`, NAME) };
}

export function contactForm(contact: Contact, pointer: string, form: ClaimText): Contact {
  const { telephone, email } = contact;
  return {
    name: form.text(contact.name, `${pointer}/name`, NAME),
    ...member('telephone', form.identifier(telephone, `${pointer}/telephone`, CONTACT_NUMBER)),
    ...member('email', form.identifier(email, `${pointer}/email`, CONTACT_NUMBER)),
  };
}

/** Whether PER03 and PER04 can be filled. */
export function hasNumber({ telephone, email }: Contact): boolean {
  return telephone !== undefined || email !== undefined;
}

/** A contact without a number is not sent: a PER segment that says nobody can be reached says nothing (2010AA). */
export function billingProviderForm(
  provider: BillingProvider,
  pointer: string,
  form: ClaimText,
): BillingProvider {
  const { contact, taxId } = provider;
  return {
    ...namedProviderForm(provider, pointer, form),
    taxId: {
      kind: taxId.kind,
      value: form.identifier(taxId.value, `${pointer}/taxId/value`, REFERENCE),
    },
    address: addressForm(provider.address, `${pointer}/address`, form),
    ...(contact === undefined || !hasNumber(contact)
      ? {}
      : { contact: contactForm(contact, `${pointer}/contact`, form) }),
  };
}

export function namedProviderForm(provider: NamedProvider, pointer: string, form: ClaimText): NamedProvider {
  const { taxonomy } = provider;
  return {
    name: nameForm(provider.name, `${pointer}/name`, form),
    npi: form.identifier(provider.npi, `${pointer}/npi`, PARTY_IDENTIFIER),
    ...member('taxonomy', form.identifier(taxonomy, `${pointer}/taxonomy`, REFERENCE)),
  };
}

export function serviceFacilityForm(
  facility: ServiceFacility,
  pointer: string,
  form: ClaimText,
): ServiceFacility {
  const { npi } = facility;
  return {
    name: form.text(facility.name, `${pointer}/name`, NAME),
    ...member('npi', form.identifier(npi, `${pointer}/npi`, PARTY_IDENTIFIER)),
    address: addressForm(facility.address, `${pointer}/address`, form),
  };
}

export function payerForm(payer: Payer, pointer: string, form: ClaimText): Payer {
  const { address } = payer;
  return {
    name: form.text(payer.name, `${pointer}/name`, NAME),
    identifier: form.identifier(payer.identifier, `${pointer}/identifier`, PARTY_IDENTIFIER),
    filingIndicator: form.identifier(payer.filingIndicator, `${pointer}/filingIndicator`, FILING_INDICATOR),
    ...member(
      'address',
      address === undefined ? undefined : addressForm(address, `${pointer}/address`, form),
    ),
  };
}
