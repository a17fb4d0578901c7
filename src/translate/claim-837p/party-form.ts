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
import type { Building } from './building.ts';
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

// Each form is the party as it is sent: the same members, in characters that can be written.

export function addressForm(address: Address, pointer: string, form: ClaimText): Address {
  const { line2 } = address;
  const sent: Building<Address> = {
    line1: form.text(address.line1, pointer, 'line1', STREET),
    city: form.text(address.city, pointer, 'city', CITY),
    state: form.identifier(address.state, pointer, 'state', TWO),
    postalCode: form.identifier(address.postalCode, pointer, 'postalCode', POSTAL_CODE),
  };
  if (line2 !== undefined) sent.line2 = form.text(line2, pointer, 'line2', STREET);
  return sent;
}

export function personForm(name: PersonName, pointer: string, form: ClaimText): PersonName {
  const { last, first, middle, suffix } = name;
  const sent: Building<PersonName> = { kind: 'person', last: form.text(last, pointer, 'last', NAME) };
  if (first !== undefined) sent.first = form.text(first, pointer, 'first', FIRST_NAME);
  if (middle !== undefined) sent.middle = form.text(middle, pointer, 'middle', MIDDLE_NAME);
  if (suffix !== undefined) sent.suffix = form.text(suffix, pointer, 'suffix', NAME_SUFFIX);
  return sent;
}

function nameForm(name: PartyName, pointer: string, form: ClaimText): PartyName {
  if (name.kind === 'person') return personForm(name, pointer, form);
  return { kind: 'organization', name: form.text(name.name, pointer, 'name', NAME) };
}

export function contactForm(contact: Contact, pointer: string, form: ClaimText): Contact {
  const { telephone, email } = contact;
  const sent: Building<Contact> = { name: form.text(contact.name, pointer, 'name', NAME) };
  if (telephone !== undefined) {
    sent.telephone = form.identifier(telephone, pointer, 'telephone', CONTACT_NUMBER);
  }
  if (email !== undefined) sent.email = form.identifier(email, pointer, 'email', CONTACT_NUMBER);
  return sent;
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
  const sent: Building<BillingProvider> = {
    ...namedProviderForm(provider, pointer, form),
    taxId: {
      kind: taxId.kind,
      value: form.identifier(taxId.value, `${pointer}/taxId`, 'value', REFERENCE),
    },
    address: addressForm(provider.address, `${pointer}/address`, form),
  };
  if (contact !== undefined && hasNumber(contact)) {
    sent.contact = contactForm(contact, `${pointer}/contact`, form);
  }
  return sent;
}

export function namedProviderForm(provider: NamedProvider, pointer: string, form: ClaimText): NamedProvider {
  const { taxonomy } = provider;
  const sent: Building<NamedProvider> = {
    name: nameForm(provider.name, `${pointer}/name`, form),
    npi: form.identifier(provider.npi, pointer, 'npi', PARTY_IDENTIFIER),
  };
  if (taxonomy !== undefined) sent.taxonomy = form.identifier(taxonomy, pointer, 'taxonomy', REFERENCE);
  return sent;
}

export function serviceFacilityForm(
  facility: ServiceFacility,
  pointer: string,
  form: ClaimText,
): ServiceFacility {
  const { npi } = facility;
  const sent: Building<ServiceFacility> = {
    name: form.text(facility.name, pointer, 'name', NAME),
    address: addressForm(facility.address, `${pointer}/address`, form),
  };
  if (npi !== undefined) sent.npi = form.identifier(npi, pointer, 'npi', PARTY_IDENTIFIER);
  return sent;
}

export function payerForm(payer: Payer, pointer: string, form: ClaimText): Payer {
  const { address } = payer;
  const sent: Building<Payer> = {
    name: form.text(payer.name, pointer, 'name', NAME),
    identifier: form.identifier(payer.identifier, pointer, 'identifier', PARTY_IDENTIFIER),
    filingIndicator: form.identifier(payer.filingIndicator, pointer, 'filingIndicator', FILING_INDICATOR),
  };
  if (address !== undefined) sent.address = addressForm(address, `${pointer}/address`, form);
  return sent;
}
