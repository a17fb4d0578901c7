import type { BusinessDate } from '../../base/time.ts';
import type {
  DependentPatient,
  NamedProvider,
  PartyName,
  Payer,
  PersonName,
  ServiceFacility,
  Subscriber,
} from '../../domain/party/party.ts';
import { tagOf } from '../../edi/syntax/tag.ts';
import type { Building } from '../building.ts';
import { AddressLoop } from './address-loop.ts';
import type { ClaimLoop } from './claim-loop.ts';
import { type ClaimValues, codesOf } from './claim-values.ts';
import { member } from './member.ts';
import { NOT_SENT } from './transmitted-claim.ts';

const PRV = tagOf('PRV');
const DMG = tagOf('DMG');
const REF = tagOf('REF');
const DTP = tagOf('DTP');

const RENDERING = tagOf('PE');
const DECIDED = tagOf('573');
const CONTROL_NUMBER = tagOf('F8');

/** NM102: organization, person. */
const ENTITY_TYPES = codesOf('2', '1');
const GENDERS = codesOf('U', 'F', 'M');

/** Reads NM103 to NM107 of somebody who may be a person or not. */
export function readName(values: ClaimValues): PartyName {
  if (values.code(2, ENTITY_TYPES) === '1') return readPerson(values);
  return { kind: 'organization', name: values.text(3) };
}

function readPerson(values: ClaimValues): PersonName {
  const last = values.text(3);
  const { segment } = values;
  const first = segment.text(4);
  const middle = segment.text(5);
  const suffix = segment.text(7);
  // Nearly every person has a first name: a member that is added later needs room of its own.
  const person: Building<PersonName> =
    first === '' ? { kind: 'person', last } : { kind: 'person', last, first };
  if (middle !== '') person.middle = middle;
  if (suffix !== '') person.suffix = suffix;
  return person;
}

/** Loop 2310A, 2310B or 2420A. */
export class ProviderLoop implements ClaimLoop {
  readonly provider: Building<NamedProvider>;
  #hasSpecialty = false;

  constructor(values: ClaimValues) {
    this.provider = { name: readName(values), npi: values.text(9) };
  }

  take(values: ClaimValues): void {
    if (this.#hasSpecialty || values.tag !== PRV || values.segment.code(1) !== RENDERING) return;
    this.#hasSpecialty = true;
    const taxonomy = values.optionalText(3);
    if (taxonomy !== undefined) this.provider.taxonomy = taxonomy;
  }
}

/** Loop 2310C. */
export class FacilityLoop implements ClaimLoop {
  readonly #address: AddressLoop;
  readonly #name: string;
  readonly #npi: string | undefined;

  constructor(values: ClaimValues) {
    this.#address = new AddressLoop(values);
    this.#name = values.text(3);
    this.#npi = values.optionalText(9);
  }

  take(values: ClaimValues): void {
    this.#address.take(values);
  }

  facility(values: ClaimValues): ServiceFacility {
    return { name: this.#name, ...member('npi', this.#npi), address: this.#address.address(values) };
  }
}

/** Loop 2010BA, 2010CA or 2330A. */
export class PersonLoop implements ClaimLoop {
  readonly #address: AddressLoop;
  readonly #name: PersonName;
  readonly #memberId: string;
  #birthDate: BusinessDate | undefined;
  #gender = NOT_SENT.gender;

  /** `isInsured` demands a member id. */
  constructor(values: ClaimValues, isInsured: boolean) {
    this.#address = new AddressLoop(values);
    this.#name = readPerson(values);
    this.#memberId = isInsured ? values.text(9) : '';
  }

  take(values: ClaimValues): void {
    if (values.tag !== DMG) return this.#address.take(values);
    if (this.#birthDate !== undefined) return;
    this.#birthDate = values.date(2);
    this.#gender = values.code(3, GENDERS);
  }

  /** `isPatient` demands what a patient must have. */
  subscriber(groupNumber: string | undefined, isPatient: boolean, values: ClaimValues): Subscriber {
    if (isPatient && this.#birthDate === undefined) this.#address.missing('DMG', values);
    const name = this.#name;
    const memberId = this.#memberId;
    const birthDate = this.#birthDate ?? NOT_SENT.birthDate;
    const gender = this.#gender;
    const hasAddress = isPatient || this.#address.hasAddress;
    const address = hasAddress ? this.#address.address(values) : NOT_SENT.address;
    return groupNumber === undefined
      ? { name, memberId, birthDate, gender, address }
      : { name, memberId, groupNumber, birthDate, gender, address };
  }

  patient(relationship: string, values: ClaimValues): DependentPatient {
    if (this.#birthDate === undefined) this.#address.missing('DMG', values);
    return {
      relationship,
      name: this.#name,
      birthDate: this.#birthDate ?? NOT_SENT.birthDate,
      gender: this.#gender,
      address: this.#address.address(values),
    };
  }
}

/** Loop 2010BB; the kind of plan stands in SBR. */
export class PayerLoop implements ClaimLoop {
  readonly #address: AddressLoop;
  readonly #name: string;
  readonly #identifier: string;

  constructor(values: ClaimValues) {
    this.#address = new AddressLoop(values);
    this.#name = values.text(3);
    this.#identifier = values.text(9);
  }

  take(values: ClaimValues): void {
    this.#address.take(values);
  }

  payer(filingIndicator: string, values: ClaimValues): Payer {
    const payer: Building<Payer> = { name: this.#name, identifier: this.#identifier, filingIndicator };
    if (this.#address.hasAddress) payer.address = this.#address.address(values);
    return payer;
  }
}

/** Loop 2330B: a payer that may have decided. */
export class OtherPayerLoop extends PayerLoop {
  adjudicationDate: BusinessDate | undefined;
  /** '' where REF*F8 is empty. */
  claimControlNumber: string | undefined;

  override take(values: ClaimValues): void {
    const { tag, segment } = values;
    if (tag === DTP && segment.code(1) === DECIDED) this.adjudicationDate ??= values.date(3);
    else if (tag === REF && segment.code(1) === CONTROL_NUMBER) this.claimControlNumber ??= segment.text(2);
    else super.take(values);
  }
}
