import type {
  Address,
  BillingProvider,
  Contact,
  NamedProvider,
  PartyName,
  Payer,
  PersonName,
  Subscriber,
} from '../../domain/party/party.ts';
import type { SegmentWriter } from '../../edi/syntax/segment-writer.ts';

/** NM108 and NM109: XX an NPI, MI a member id, PI a payer, 46 a transmitter. */
export interface PartyIdentifier {
  readonly qualifier: 'XX' | 'MI' | 'PI' | '46';
  readonly value: string;
}

/** Writes NM1; NM102 is 1 for a person and 2 for anything else. */
export function writeName(
  writer: SegmentWriter,
  entity: string,
  name: PartyName,
  identifier?: PartyIdentifier,
): void {
  writer.begin('NM1').element(entity);
  if (name.kind === 'person') {
    const { last, first, middle, suffix } = name;
    writer.element('1').element(last).element(first).element(middle).empty(1).element(suffix);
  } else {
    writer.element('2').element(name.name).empty(4);
  }
  writer.element(identifier?.qualifier).element(identifier?.value).end();
}

/** Writes N3 and N4. */
export function writeAddress(writer: SegmentWriter, address: Address): void {
  writer.begin('N3').element(address.line1).element(address.line2).end();
  writer.begin('N4').element(address.city).element(address.state).element(address.postalCode).end();
}

/** Writes PER; `ownerName` is the name that PER02 need not repeat (1000A). */
export function writeContact(writer: SegmentWriter, contact: Contact, ownerName?: string): void {
  const { name, telephone, email } = contact;
  writer.begin('PER').elements('IC', name === ownerName ? undefined : name);
  if (telephone !== undefined) writer.elements('TE', telephone);
  if (email !== undefined) writer.elements('EM', email);
  writer.end();
}

/** Writes PRV: BI where a billing provider is meant, PE where a rendering provider is. */
export function writeSpecialty(writer: SegmentWriter, kind: 'BI' | 'PE', taxonomy: string | undefined): void {
  if (taxonomy !== undefined) writer.begin('PRV').element(kind).element('PXC').element(taxonomy).end();
}

/** Writes REF, where there is something to refer to. */
export function writeReference(
  writer: SegmentWriter,
  qualifier: string,
  reference: string | undefined,
): void {
  if (reference !== undefined) writer.begin('REF').element(qualifier).element(reference).end();
}

/** Writes loop 2310A, 2310B or 2420A. */
export function writeNamedProvider(
  writer: SegmentWriter,
  entity: 'DN' | '82',
  { name, npi, taxonomy }: NamedProvider,
): void {
  writeName(writer, entity, name, { qualifier: 'XX', value: npi });
  writeSpecialty(writer, 'PE', taxonomy);
}

/** Writes loop 2010AA; its specialty stands before it, in 2000A. */
export function writeBillingProvider(writer: SegmentWriter, provider: BillingProvider): void {
  const { taxId, contact } = provider;
  writeName(writer, '85', provider.name, { qualifier: 'XX', value: provider.npi });
  writeAddress(writer, provider.address);
  writeReference(writer, taxId.kind === 'ein' ? 'EI' : 'SY', taxId.value);
  if (contact !== undefined) writeContact(writer, contact);
}

/** Writes loop 2010BA or 2330A up to the member id. */
export function writeInsured(
  writer: SegmentWriter,
  { name, memberId }: { readonly name: PersonName; readonly memberId: string },
): void {
  writeName(writer, 'IL', name, { qualifier: 'MI', value: memberId });
}

/** Writes loop 2010BB or the beginning of 2330B. */
export function writePayer(writer: SegmentWriter, { name, identifier, address }: Payer): void {
  writeName(writer, 'PR', { kind: 'organization', name }, { qualifier: 'PI', value: identifier });
  if (address !== undefined) writeAddress(writer, address);
}

/** Writes address and demographics of a patient (2010BA or 2010CA). */
export function writePatientDetails(
  writer: SegmentWriter,
  { address, birthDate, gender }: Pick<Subscriber, 'address' | 'birthDate' | 'gender'>,
): void {
  writeAddress(writer, address);
  writer.begin('DMG').element('D8').date(birthDate).element(gender).end();
}
