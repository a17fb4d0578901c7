import { cents } from '../../../src/base/money.ts';
import type { ProfessionalClaim } from '../../../src/domain/claim/claim.ts';
import type { BillingProvider, NamedProvider, PersonName } from '../../../src/domain/party/party.ts';
import type { ClaimAdjustment } from '../../../src/domain/remittance/claim-adjustment.ts';
import { day, serviceLine } from '../../domain/support/claims.ts';

// The claims of the golden 837P files, as a biller writes them.

function person(last: string, first: string, more: Partial<PersonName> = {}): PersonName {
  return { kind: 'person', last, first, ...more };
}

function provider(npi: string, name: PersonName, taxonomy?: string): NamedProvider {
  return { npi, name, ...(taxonomy === undefined ? {} : { taxonomy }) };
}

const CLINIC: BillingProvider = {
  name: { kind: 'organization', name: 'Riverbend Family Clinic' },
  npi: '1999990017',
  taxId: { kind: 'ein', value: '900000011' },
  address: { line1: '100 Sample Parkway', city: 'Columbus', state: 'OH', postalCode: '432150001' },
};

const PHYSICIAN: BillingProvider = {
  name: person('Marlowe', 'Ada', { middle: 'Q', suffix: 'MD' }),
  npi: '1999990025',
  taxId: { kind: 'ssn', value: '900000022' },
  address: { line1: '22 Example Avenue', city: 'Portland', state: 'OR', postalCode: '972040001' },
};

const OKAFOR = provider('1999990116', person('Okafor', 'Nora'));

const USUAL = {
  frequency: '1',
  placeOfService: '11',
  isProviderSignatureOnFile: true,
  assignment: 'A',
  benefitsAssignment: 'Y',
  releaseOfInformation: 'Y',
  payerRank: 'P',
  otherCoverages: [],
} as const;

const SAMPLE_HEALTH = { name: 'Claimgate Sample Health', identifier: 'CGPAY1', filingIndicator: 'CI' };
const EXAMPLE_MUTUAL = { name: 'Example Mutual', identifier: 'CGPAY2', filingIndicator: 'BL' };

export const WITH_EVERYTHING: ProfessionalClaim = {
  ...USUAL,
  accountNumber: 'GOLDEN-1',
  chargeCents: cents(43_718),
  patientPaidCents: cents(2000),
  billingProvider: {
    ...CLINIC,
    taxonomy: '207Q00000X',
    address: { ...CLINIC.address, line2: 'Suite 4' },
    contact: { name: 'Billing Desk', telephone: '6145550102', email: 'desk@riverbend.example' },
  },
  payToAddress: { line1: 'PO Box 12', city: 'Columbus', state: 'OH', postalCode: '432150012' },
  renderingProvider: { ...OKAFOR, taxonomy: '207Q00000X' },
  // Loop 2310A has no place for a taxonomy.
  referringProvider: provider('1999990215', person('Abara', 'Jon'), '207X00000X'),
  serviceFacility: {
    name: 'Riverbend Annex',
    npi: '1999990314',
    address: { line1: '200 Sample Parkway', city: 'Columbus', state: 'OH', postalCode: '432150002' },
  },
  payer: {
    ...SAMPLE_HEALTH,
    address: { line1: '1 Payer Plaza', city: 'Dayton', state: 'OH', postalCode: '454020001' },
  },
  subscriber: {
    name: person('Sample', 'Jane', { middle: 'Q', suffix: 'Jr' }),
    memberId: 'cgm100001',
    groupNumber: 'GRP100',
    birthDate: day('1980-02-29'),
    gender: 'F',
    address: { line1: '7 Specimen Lane', city: 'Columbus', state: 'OH', postalCode: '43215' },
  },
  diagnoses: ['M1711', 'M25561'],
  onsetDate: day('2026-06-01'),
  accident: { cause: 'AA', state: 'OH', date: day('2026-05-30') },
  // Nothing is replaced, so that this number is not sent.
  payerClaimControlNumber: 'CGPCCN0009',
  priorAuthorizationNumber: 'AUTH 900',
  referralNumber: 'RF-77',
  note: { kind: 'ADD', text: 'Knee injury,  right side' },
  lines: [
    serviceLine(1, 18_650, {
      procedure: { qualifier: 'HC', code: '99214', modifiers: ['25'] },
      diagnosisPointers: [1, 2],
      serviceDate: day('2026-06-05'),
      serviceDateEnd: day('2026-06-05'),
      placeOfService: '11',
      renderingProvider: OKAFOR,
      isEmergency: false,
    }),
    serviceLine(2, 21_420, {
      procedure: { qualifier: 'HC', code: '20610', modifiers: ['RT', '59'] },
      serviceDate: day('2026-06-05'),
      serviceDateEnd: day('2026-06-06'),
      placeOfService: '22',
      isEmergency: true,
      renderingProvider: provider('1999990124', person('Lindqvist', 'Pér'), '363L00000X'),
      note: 'guided by ultrasound',
    }),
    serviceLine(3, 3648, {
      procedure: { qualifier: 'HC', code: 'J3301', modifiers: [] },
      units: '02.50',
      serviceDate: day('2026-06-05'),
    }),
  ],
};

const NUNEZ = {
  name: 'Núñez Billing',
  identifier: 'NB-1',
  contact: { name: 'Nuñez billing', email: 'claims@nunez.example' },
};

export const DEPENDENT: ProfessionalClaim = {
  ...USUAL,
  accountNumber: 'GOLDEN-2',
  submitter: NUNEZ,
  frequency: '7',
  payerClaimControlNumber: 'CGPCCN0001',
  chargeCents: cents(12_500),
  patientPaidCents: cents(0),
  isProviderSignatureOnFile: false,
  assignment: 'C',
  benefitsAssignment: 'N',
  releaseOfInformation: 'I',
  billingProvider: { ...CLINIC, contact: NUNEZ.contact },
  payToAddress: CLINIC.address,
  renderingProvider: OKAFOR,
  serviceFacility: { name: 'RIVERBEND FAMILY CLINIC', address: CLINIC.address },
  payer: EXAMPLE_MUTUAL,
  subscriber: {
    name: person('Specimen', 'Karl'),
    memberId: 'CGM200023',
    groupNumber: 'GRP/9',
    birthDate: day('1984-06-24'),
    gender: 'M',
    address: { line1: '161 Specimen Lane', city: 'Columbus', state: 'OH', postalCode: '43215' },
  },
  patient: {
    relationship: '19',
    name: person('Specimen', 'Tilda', { middle: 'm' }),
    birthDate: day('2015-05-19'),
    gender: 'U',
    address: { line1: '161 Specimen Lane | Apt #5', city: 'Columbus', state: 'OH', postalCode: '43215' },
  },
  diagnoses: ['J069'],
  note: { kind: 'DGN', text: 'Fever > 39.5 C and cough' },
  lines: [serviceLine(1, 12_500, { serviceDate: day('2026-06-10') })],
};

export const OF_THE_PHYSICIAN: ProfessionalClaim = {
  ...USUAL,
  accountNumber: 'GOLDEN-3',
  submitter: NUNEZ,
  placeOfService: '24',
  chargeCents: cents(64_000),
  assignment: 'B',
  benefitsAssignment: 'W',
  billingProvider: PHYSICIAN,
  payToAddress: { line1: 'PO Box 300', city: 'Portland', state: 'OR', postalCode: '972040300' },
  // The physician bills for herself.
  renderingProvider: provider('1999990025', person('Marlowe', 'Ada')),
  payer: SAMPLE_HEALTH,
  subscriber: {
    name: person('Dummy', 'Ivan'),
    memberId: 'CGM100037',
    birthDate: day('1978-09-01'),
    gender: 'M',
    address: { line1: '266 Specimen Lane', city: 'Portland', state: 'OR', postalCode: '97204' },
  },
  diagnoses: ['L309'],
  // The state belongs to an auto accident only.
  accident: { cause: 'EM', state: 'OR', date: day('2026-06-01') },
  lines: [
    serviceLine(1, 64_000, {
      procedure: { qualifier: 'HC', code: '00400', modifiers: ['QS'] },
      unitKind: 'MJ',
      units: '45.0',
      serviceDate: day('2026-06-10'),
    }),
  ],
};

export const OF_THE_CLINIC_AGAIN: ProfessionalClaim = {
  ...USUAL,
  accountNumber: 'GOLDEN-4',
  submitter: NUNEZ,
  chargeCents: cents(50),
  billingProvider: CLINIC,
  renderingProvider: OKAFOR,
  payer: EXAMPLE_MUTUAL,
  subscriber: {
    name: person('Example', 'Lee'),
    memberId: 'CGM200024',
    birthDate: day('1966-01-12'),
    gender: 'M',
    address: { line1: '28 Specimen Lane', city: 'Columbus', state: 'OH', postalCode: '43215' },
  },
  diagnoses: ['Z0000'],
  lines: [
    serviceLine(1, 50, {
      procedure: { qualifier: 'HC', code: '36415', modifiers: [] },
      serviceDate: day('2026-06-11'),
    }),
  ],
};

const NELL = {
  name: person('Example', 'Nell'),
  memberId: 'CGM200022',
  birthDate: day('1947-04-11'),
  gender: 'F',
  address: { line1: '154 Specimen Lane', city: 'Columbus', state: 'OH', postalCode: '43215' },
} as const;

function adjustment(
  groupCode: string,
  reasonCode: string,
  amountCents: number,
  quantity?: string,
): ClaimAdjustment {
  return {
    groupCode,
    reasonCode,
    amountCents: cents(amountCents),
    ...(quantity === undefined ? {} : { quantity }),
  };
}

export const SECONDARY: ProfessionalClaim = {
  ...USUAL,
  accountNumber: 'GOLDEN-5',
  chargeCents: cents(22_925),
  billingProvider: CLINIC,
  payerRank: 'S',
  payer: EXAMPLE_MUTUAL,
  subscriber: NELL,
  otherCoverages: [
    {
      rank: 'P',
      payer: SAMPLE_HEALTH,
      subscriber: { ...NELL, name: person('Example', 'Ned'), memberId: 'CGM100122', groupNumber: 'GRP7' },
      relationship: '01',
      paidCents: cents(14_672),
      adjudicationDate: day('2026-06-10'),
      payerClaimControlNumber: 'CGPCCN000000122',
      adjustments: [
        adjustment('CO', '45', 4085),
        adjustment('PR', '1', 1000),
        adjustment('PR', '2', 2000),
        adjustment('PR', '3', 168),
        adjustment('CO', '97', 500, '1.0'),
        adjustment('PR', '26', 100),
        adjustment('PR', '27', 100),
        adjustment('PR', '31', 100),
        adjustment('PR', '35', 200),
      ],
    },
    {
      rank: 'T',
      payer: {
        name: 'Specimen Community Plan',
        identifier: 'CGPAY3',
        filingIndicator: 'MC',
        address: { line1: 'PO Box 300', city: 'Austin', state: 'TX', postalCode: '787010300' },
      },
      subscriber: { ...NELL, memberId: 'CGM300122' },
      relationship: '18',
      adjustments: [],
    },
  ],
  diagnoses: ['I10', 'E119'],
  lines: [
    serviceLine(1, 18_650, {
      procedure: { qualifier: 'HC', code: '99214', modifiers: [] },
      diagnosisPointers: [1, 2],
      serviceDate: day('2026-05-30'),
    }),
    serviceLine(2, 4275, {
      procedure: { qualifier: 'HC', code: '83036', modifiers: [] },
      diagnosisPointers: [2],
      serviceDate: day('2026-05-30'),
    }),
  ],
};
