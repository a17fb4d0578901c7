import type {
  Address,
  BillingProvider,
  Contact,
  DependentPatient,
  NamedProvider,
  PartyName,
  Payer,
  PersonName,
  ServiceFacility,
  Submitter,
  Subscriber,
} from '../../domain/party/party.ts';
import type { Building } from './building.ts';
import type { ClaimValues } from './claim-values.ts';
import { elementOf, findSegment, type KeptLoop, type KeptSegment } from './kept-loop.ts';
import { member } from './member.ts';
import { NOT_SENT } from './transmitted-claim.ts';

// Each reads a party out of its loop. An absent loop was noted as a fault before it came here.

export function readAddress(loop: KeptLoop | undefined, values: ClaimValues): Address {
  if (loop === undefined) return NOT_SENT.address;
  const street = values.segment(loop, 'N3');
  const place = values.segment(loop, 'N4');
  const address: Building<Address> = {
    line1: values.text(street, 1),
    city: values.text(place, 1),
    state: values.text(place, 2),
    postalCode: values.text(place, 3),
  };
  const line2 = values.optionalText(street, 2);
  if (line2 !== undefined) address.line2 = line2;
  return address;
}

function readPerson(name: KeptSegment | undefined, values: ClaimValues): PersonName {
  const person: Building<PersonName> = { kind: 'person', last: values.text(name, 3) };
  const [first, middle] = [values.optionalText(name, 4), values.optionalText(name, 5)];
  const suffix = values.optionalText(name, 7);
  if (first !== undefined) person.first = first;
  if (middle !== undefined) person.middle = middle;
  if (suffix !== undefined) person.suffix = suffix;
  return person;
}

function readName(name: KeptSegment | undefined, values: ClaimValues): PartyName {
  if (values.code(name, 2, ['2', '1']) === '1') return readPerson(name, values);
  return { kind: 'organization', name: values.text(name, 3) };
}

/** All numbers of the contact; PER02 is absent where the contact has the name of its owner. */
function readContact(loop: KeptLoop, values: ClaimValues): Contact {
  const [name] = loop.segments;
  const contacts = loop.segments.filter(({ identifier }) => identifier === 'PER');
  const numberOf = (qualifier: string): string | undefined =>
    contacts
      .flatMap((contact) =>
        [3, 5, 7]
          .filter((position) => elementOf(contact, position) === qualifier)
          .map((position) => elementOf(contact, position + 1)),
      )
      .find((number) => number !== '');
  return {
    name: values.optionalText(contacts[0], 2) ?? values.text(name, 3),
    ...member('telephone', numberOf('TE')),
    ...member('email', numberOf('EM')),
  };
}

/** Loop 1000A. */
export function readSubmitter(loop: KeptLoop | undefined, values: ClaimValues): Submitter {
  const name = loop?.segments[0];
  const [last, first] = [values.text(name, 3), values.optionalText(name, 4)];
  return {
    name: first === undefined ? last : `${first} ${last}`,
    identifier: values.text(name, 9),
    contact: loop === undefined ? { name: last } : readContact(loop, values),
  };
}

/** Loop 2010AA, with the specialty of 2000A. */
export function readBillingProvider(
  loop: KeptLoop | undefined,
  specialty: KeptSegment | undefined,
  values: ClaimValues,
): BillingProvider {
  const name = loop?.segments[0];
  const taxId = loop && values.segment(loop, 'REF', 'EI', 'SY');
  const hasContact = loop !== undefined && findSegment(loop, 'PER') !== undefined;
  return {
    name: readName(name, values),
    npi: values.text(name, 9),
    ...member('taxonomy', values.optionalText(specialty, 3)),
    taxId: {
      kind: values.code(taxId, 1, ['EI', 'SY']) === 'EI' ? 'ein' : 'ssn',
      value: values.text(taxId, 2),
    },
    address: readAddress(loop, values),
    ...(hasContact ? { contact: readContact(loop, values) } : {}),
  };
}

/** Loop 2310A, 2310B or 2420A. */
export function readNamedProvider(loop: KeptLoop, values: ClaimValues): NamedProvider {
  const name = loop.segments[0];
  const provider: Building<NamedProvider> = { name: readName(name, values), npi: values.text(name, 9) };
  const taxonomy = values.optionalText(findSegment(loop, 'PRV', 'PE'), 3);
  if (taxonomy !== undefined) provider.taxonomy = taxonomy;
  return provider;
}

/** Loop 2310C. */
export function readServiceFacility(loop: KeptLoop, values: ClaimValues): ServiceFacility {
  const [name] = loop.segments;
  return {
    name: values.text(name, 3),
    ...member('npi', values.optionalText(name, 9)),
    address: readAddress(loop, values),
  };
}

/** Loop 2010BA or 2330A; the group number stands in SBR. `isPatient` demands what a patient must have. */
export function readSubscriber(
  loop: KeptLoop | undefined,
  { sbr, isPatient }: { readonly sbr: KeptSegment | undefined; readonly isPatient: boolean },
  values: ClaimValues,
): Subscriber {
  const name = loop?.segments[0];
  const hasAddress = loop !== undefined && findSegment(loop, 'N3') !== undefined;
  const person = readPerson(name, values);
  const memberId = values.text(name, 9);
  const groupNumber = values.optionalText(sbr, 3);
  const { birthDate, gender } = readDemographics(loop, isPatient, values);
  const address = isPatient || hasAddress ? readAddress(loop, values) : NOT_SENT.address;
  const subscriber: Building<Subscriber> = { name: person, memberId, birthDate, gender, address };
  if (groupNumber !== undefined) subscriber.groupNumber = groupNumber;
  return subscriber;
}

/** Loop 2010CA, with the relationship of 2000C. */
export function readPatient(patient: KeptLoop, values: ClaimValues): DependentPatient {
  const loop = values.party(patient, 'QC');
  return {
    relationship: values.text(values.segment(patient, 'PAT'), 1),
    name: readPerson(loop?.segments[0], values),
    ...readDemographics(loop, true, values),
    address: readAddress(loop, values),
  };
}

function readDemographics(
  loop: KeptLoop | undefined,
  isPatient: boolean,
  values: ClaimValues,
): Pick<Subscriber, 'birthDate' | 'gender'> {
  const { birthDate, gender } = NOT_SENT;
  if (loop === undefined) return { birthDate, gender };
  const demographics = isPatient ? values.segment(loop, 'DMG') : findSegment(loop, 'DMG');
  if (demographics === undefined) return { birthDate, gender };
  return { birthDate: values.date(demographics, 2), gender: values.code(demographics, 3, ['U', 'F', 'M']) };
}

/** Loop 2010BB or 2330B; the kind of plan stands in SBR. */
export function readPayer(
  loop: KeptLoop | undefined,
  sbr: KeptSegment | undefined,
  values: ClaimValues,
): Payer {
  const name = loop?.segments[0];
  const hasAddress = loop !== undefined && findSegment(loop, 'N3') !== undefined;
  const payer: Building<Payer> = {
    name: values.text(name, 3),
    identifier: values.text(name, 9),
    filingIndicator: values.text(sbr, 9),
  };
  if (hasAddress) payer.address = readAddress(loop, values);
  return payer;
}
