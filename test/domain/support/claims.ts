import { type Cents, cents } from '../../../src/base/money.ts';
import type { BusinessDate } from '../../../src/base/time.ts';
import type { ProfessionalClaim, ServiceLine } from '../../../src/domain/claim/claim.ts';

export function day(text: string): BusinessDate {
  return text as BusinessDate;
}

const ADDRESS = { line1: '1 SAMPLE STREET', city: 'COLUMBUS', state: 'OH', postalCode: '432150001' };

export function serviceLine(
  number: number,
  chargeCents: number,
  changes: Partial<ServiceLine> = {},
): ServiceLine {
  return {
    number,
    procedure: { qualifier: 'HC', code: '99213', modifiers: [] },
    chargeCents: cents(chargeCents),
    unitKind: 'UN',
    units: '1',
    diagnosisPointers: [1],
    serviceDate: day('2026-06-03'),
    ...changes,
  };
}

/** A claim of two lines without a fault. */
export function soundClaim(changes: Partial<ProfessionalClaim> = {}): ProfessionalClaim {
  return {
    accountNumber: 'TEST-1',
    frequency: '1',
    placeOfService: '11',
    chargeCents: 12_500 as Cents,
    isProviderSignatureOnFile: true,
    assignment: 'A',
    benefitsAssignment: 'Y',
    releaseOfInformation: 'Y',
    billingProvider: {
      name: { kind: 'organization', name: 'RIVERBEND FAMILY CLINIC' },
      npi: '1999999984',
      taxId: { kind: 'ein', value: '900000011' },
      address: ADDRESS,
    },
    payerRank: 'P',
    payer: { name: 'CLAIMGATE SAMPLE HEALTH', identifier: 'CGPAY1', filingIndicator: 'CI' },
    subscriber: {
      name: { kind: 'person', last: 'SAMPLE', first: 'FAY' },
      memberId: 'CGM100900',
      birthDate: day('1980-02-29'),
      gender: 'F',
      address: ADDRESS,
    },
    otherCoverages: [],
    diagnoses: ['J069', 'I10'],
    lines: [serviceLine(1, 10_000), serviceLine(2, 2500)],
    ...changes,
  };
}
