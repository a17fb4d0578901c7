import type {
  Address,
  BillingProvider,
  Contact,
  NamedProvider,
  PartyName,
  Payer,
  PersonName,
  ServiceFacility,
  TaxId,
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

// Each form is the party as it is sent: the same members, in characters that can be written. Where nothing changes it is
// the very same object.

export function addressForm(address: Address, pointer: string, form: ClaimText): Address {
  const line1 = form.text(address.line1, pointer, 'line1', STREET);
  const line2 = form.text(address.line2, pointer, 'line2', STREET);
  const city = form.text(address.city, pointer, 'city', CITY);
  const state = form.identifier(address.state, pointer, 'state', TWO);
  const postalCode = form.identifier(address.postalCode, pointer, 'postalCode', POSTAL_CODE);
  if (
    line1 === address.line1 &&
    line2 === address.line2 &&
    city === address.city &&
    state === address.state &&
    postalCode === address.postalCode
  ) {
    return address;
  }
  return { line1, ...member('line2', line2), city, state, postalCode };
}

/** `pointer` is of whose name it is. */
export function personForm(name: PersonName, pointer: string, form: ClaimText): PersonName {
  const last = form.text(name.last, pointer, 'name/last', NAME);
  const first = form.text(name.first, pointer, 'name/first', FIRST_NAME);
  const middle = form.text(name.middle, pointer, 'name/middle', MIDDLE_NAME);
  const suffix = form.text(name.suffix, pointer, 'name/suffix', NAME_SUFFIX);
  if (last === name.last && first === name.first && middle === name.middle && suffix === name.suffix) {
    return name;
  }
  return {
    kind: 'person',
    last,
    ...member('first', first),
    ...member('middle', middle),
    ...member('suffix', suffix),
  };
}

function nameForm(party: PartyName, pointer: string, form: ClaimText): PartyName {
  if (party.kind === 'person') return personForm(party, pointer, form);
  const name = form.text(party.name, pointer, 'name/name', NAME);
  return name === party.name ? party : { kind: 'organization', name };
}

export function contactForm(contact: Contact, pointer: string, form: ClaimText): Contact {
  const name = form.text(contact.name, pointer, 'name', NAME);
  const telephone = form.identifier(contact.telephone, pointer, 'telephone', CONTACT_NUMBER);
  const email = form.identifier(contact.email, pointer, 'email', CONTACT_NUMBER);
  if (name === contact.name && telephone === contact.telephone && email === contact.email) return contact;
  return { name, ...member('telephone', telephone), ...member('email', email) };
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
  const { contact } = provider;
  const name = nameForm(provider.name, pointer, form);
  const npi = form.identifier(provider.npi, pointer, 'npi', PARTY_IDENTIFIER);
  const taxonomy = form.identifier(provider.taxonomy, pointer, 'taxonomy', REFERENCE);
  const taxId = taxIdForm(provider.taxId, `${pointer}/taxId`, form);
  const address = addressForm(provider.address, `${pointer}/address`, form);
  const sentContact =
    contact !== undefined && hasNumber(contact)
      ? contactForm(contact, `${pointer}/contact`, form)
      : undefined;
  if (
    name === provider.name &&
    npi === provider.npi &&
    taxonomy === provider.taxonomy &&
    taxId === provider.taxId &&
    address === provider.address &&
    sentContact === contact
  ) {
    return provider;
  }
  return { name, npi, ...member('taxonomy', taxonomy), taxId, address, ...member('contact', sentContact) };
}

function taxIdForm(taxId: TaxId, pointer: string, form: ClaimText): TaxId {
  const value = form.identifier(taxId.value, pointer, 'value', REFERENCE);
  return value === taxId.value ? taxId : { kind: taxId.kind, value };
}

export function namedProviderForm(provider: NamedProvider, pointer: string, form: ClaimText): NamedProvider {
  const name = nameForm(provider.name, pointer, form);
  const npi = form.identifier(provider.npi, pointer, 'npi', PARTY_IDENTIFIER);
  const taxonomy = form.identifier(provider.taxonomy, pointer, 'taxonomy', REFERENCE);
  if (name === provider.name && npi === provider.npi && taxonomy === provider.taxonomy) return provider;
  return { name, npi, ...member('taxonomy', taxonomy) };
}

export function serviceFacilityForm(
  facility: ServiceFacility,
  pointer: string,
  form: ClaimText,
): ServiceFacility {
  const name = form.text(facility.name, pointer, 'name', NAME);
  const npi = form.identifier(facility.npi, pointer, 'npi', PARTY_IDENTIFIER);
  const address = addressForm(facility.address, `${pointer}/address`, form);
  if (name === facility.name && npi === facility.npi && address === facility.address) return facility;
  return { name, ...member('npi', npi), address };
}

export function payerForm(payer: Payer, pointer: string, form: ClaimText): Payer {
  const name = form.text(payer.name, pointer, 'name', NAME);
  const identifier = form.identifier(payer.identifier, pointer, 'identifier', PARTY_IDENTIFIER);
  const filingIndicator = form.identifier(
    payer.filingIndicator,
    pointer,
    'filingIndicator',
    FILING_INDICATOR,
  );
  const address = payer.address && addressForm(payer.address, `${pointer}/address`, form);
  if (
    name === payer.name &&
    identifier === payer.identifier &&
    filingIndicator === payer.filingIndicator &&
    address === payer.address
  ) {
    return payer;
  }
  return { name, identifier, filingIndicator, ...member('address', address) };
}
