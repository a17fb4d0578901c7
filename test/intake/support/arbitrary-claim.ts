import * as fc from 'fast-check';
import { cents } from '../../../src/base/money.ts';
import type { BusinessDate } from '../../../src/base/time.ts';
import type { OtherCoverage, ProfessionalClaim, ServiceLine } from '../../../src/domain/claim/claim.ts';
import type {
  Address,
  NamedProvider,
  Payer,
  PersonName,
  Subscriber,
} from '../../../src/domain/party/party.ts';

/** Letters of several scripts, quotes and backslashes; never space around it. */
function text(lengthMax: number, lengthMin = 1): fc.Arbitrary<string> {
  return fc.string({
    unit: fc.constantFrom('A', 'z', '9', 'é', '样', '"', '\\', '/', '~', '*'),
    minLength: lengthMin,
    maxLength: lengthMax,
  });
}

function digits(length: number): fc.Arbitrary<string> {
  return fc.string({
    unit: fc.constantFrom(...'0123456789'.split('')),
    minLength: length,
    maxLength: length,
  });
}

const amount = fc.integer({ min: 0, max: 99_999_999 }).map(cents);
const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10) as BusinessDate);

/** Required members and optional ones, of which any may be absent. */
function members<Required extends object, Optional extends object>(
  required: { [Key in keyof Required]: fc.Arbitrary<Required[Key]> },
  others: { [Key in keyof Optional]: fc.Arbitrary<Optional[Key]> },
): fc.Arbitrary<Required & Partial<Optional>> {
  return fc
    .tuple(fc.record(required), fc.record(others, { requiredKeys: [] }))
    .map(([one, other]) => ({ ...one, ...other }) as Required & Partial<Optional>);
}

const address: fc.Arbitrary<Address> = members(
  { line1: text(55), city: text(30, 2), state: text(2, 2), postalCode: text(15) },
  { line2: text(55) },
);
const person: fc.Arbitrary<PersonName> = members(
  { kind: fc.constant('person' as const), last: text(60) },
  { first: text(35), middle: text(25), suffix: text(10) },
);
const organization = fc.record({ kind: fc.constant('organization' as const), name: text(60) });
const provider: fc.Arbitrary<NamedProvider> = members(
  { name: fc.oneof(person, organization), npi: digits(10) },
  { taxonomy: text(10) },
);
const gender = fc.constantFrom('F' as const, 'M' as const, 'U' as const);
const subscriber: fc.Arbitrary<Subscriber> = members(
  { name: person, memberId: text(80, 2), birthDate: date, gender, address },
  { groupNumber: text(50) },
);
const payer: fc.Arbitrary<Payer> = members(
  { name: text(60), identifier: text(80, 2), filingIndicator: text(2) },
  { address },
);
const contact = members({ name: text(60) }, { telephone: digits(10), email: text(50) });
const rank = fc.constantFrom('P' as const, 'S' as const, 'T' as const);
const relationship = text(2, 2);
const insuranceTypeCode = fc.constantFrom('12' as const, '43' as const, '47' as const);

const adjustment = members(
  { groupCode: fc.constantFrom('CO', 'PR', 'OA', 'PI'), reasonCode: text(5), amountCents: amount },
  { quantity: text(15) },
);
const otherCoverage: fc.Arbitrary<OtherCoverage> = members(
  { rank, payer, subscriber, relationship, adjustments: fc.array(adjustment, { maxLength: 2 }) },
  { insuranceTypeCode, paidCents: amount, adjudicationDate: date, payerClaimControlNumber: text(50) },
);

const line: fc.Arbitrary<ServiceLine> = members(
  {
    number: fc.integer({ min: 1, max: 999 }),
    procedure: fc.record({
      qualifier: fc.constantFrom('HC', 'ER'),
      code: text(48),
      modifiers: fc.array(text(2), { maxLength: 5 }),
    }),
    chargeCents: amount,
    unitKind: fc.constantFrom('UN' as const, 'MJ' as const),
    units: text(15),
    diagnosisPointers: fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 5 }),
    serviceDate: date,
  },
  {
    placeOfService: digits(2),
    serviceDateEnd: date,
    isEmergency: fc.boolean(),
    renderingProvider: provider,
    note: text(80),
  },
);

/** Any claim that the JSON form can carry, sensible or not. */
export const arbitraryClaim: fc.Arbitrary<ProfessionalClaim> = members(
  {
    accountNumber: text(38),
    frequency: fc.constantFrom('1' as const, '7' as const, '8' as const),
    placeOfService: digits(2),
    chargeCents: amount,
    isProviderSignatureOnFile: fc.boolean(),
    assignment: fc.constantFrom('A' as const, 'B' as const, 'C' as const),
    benefitsAssignment: fc.constantFrom('Y' as const, 'N' as const, 'W' as const),
    releaseOfInformation: fc.constantFrom('Y' as const, 'I' as const),
    billingProvider: members(
      {
        name: fc.oneof(person, organization),
        npi: digits(10),
        taxId: fc.record({ kind: fc.constantFrom('ein' as const, 'ssn' as const), value: digits(9) }),
        address,
      },
      { taxonomy: text(10), contact },
    ),
    payerRank: rank,
    payer,
    subscriber,
    otherCoverages: fc.array(otherCoverage, { maxLength: 2 }),
    diagnoses: fc.array(fc.constantFrom('J069', 'I10', 'S93401A'), { maxLength: 4 }),
    lines: fc.array(line, { maxLength: 3 }),
  },
  {
    insuranceTypeCode,
    payerClaimControlNumber: text(50),
    patientPaidCents: amount,
    submitter: fc.record({ name: text(60), identifier: text(80, 2), contact }),
    payToAddress: address,
    renderingProvider: provider,
    referringProvider: provider,
    serviceFacility: members({ name: text(60), address }, { npi: digits(10) }),
    patient: fc.record({ relationship, name: person, birthDate: date, gender, address }),
    onsetDate: date,
    accident: members(
      { cause: fc.constantFrom('AA' as const, 'EM' as const, 'OA' as const), date },
      { state: text(2, 2) },
    ),
    priorAuthorizationNumber: text(50),
    referralNumber: text(50),
    note: fc.record({ kind: fc.constantFrom('ADD' as const, 'TPO' as const), text: text(80) }),
  },
);
