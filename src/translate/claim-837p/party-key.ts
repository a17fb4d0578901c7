import type { Address, BillingProvider, Contact, PartyName, Submitter } from '../../domain/party/party.ts';

// Keys tell apart what is sent: two parties have one key where an 837P says the same of both. No text that is sent holds
// a line end, and none is empty.

export function keyOfSubmitter({ name, identifier, contact }: Submitter): string {
  return `${name}\n${identifier}\n${keyOfContact(contact)}`;
}

/** Of what loop 2000A says. */
export function keyOfBilling(provider: BillingProvider, payTo: Address | undefined): string {
  const { name, npi, taxonomy, taxId, address, contact } = provider;
  const who = `${keyOfName(name)}\n${npi}\n${taxonomy ?? ''}\n${taxId.kind}\n${taxId.value}`;
  const how = contact === undefined ? '\n\n' : keyOfContact(contact);
  return `${who}\n${keyOfAddress(address)}\n${how}\n${payTo === undefined ? '' : keyOfAddress(payTo)}`;
}

function keyOfName(name: PartyName): string {
  if (name.kind === 'organization') return `\n\n\n\n${name.name}`;
  return `${name.last}\n${name.first ?? ''}\n${name.middle ?? ''}\n${name.suffix ?? ''}\n`;
}

function keyOfContact({ name, telephone, email }: Contact): string {
  return `${name}\n${telephone ?? ''}\n${email ?? ''}`;
}

function keyOfAddress({ line1, line2, city, state, postalCode }: Address): string {
  return `${line1}\n${line2 ?? ''}\n${city}\n${state}\n${postalCode}`;
}
