import { cents } from '../../../src/base/money.ts';
import type { BusinessDate } from '../../../src/base/time.ts';
import type { ProfessionalClaim, ServiceLine } from '../../../src/domain/claim/claim.ts';

export interface LineOfTest {
  readonly procedure: string;
  readonly modifiers?: readonly string[];
  readonly chargeCents: number;
}

export interface ClaimOfTest {
  readonly accountNumber: string;
  readonly memberId: string;
  readonly payer?: string;
  readonly lastName?: string;
  readonly lines: readonly LineOfTest[];
}

const ADDRESS = { line1: '1 SAMPLE STREET', city: 'COLUMBUS', state: 'OH', postalCode: '432150001' };

/** A professional claim of an invented clinic; what a test does not care about is always the same. */
export function claimOf(options: ClaimOfTest): ProfessionalClaim {
  const lines = options.lines.map((line, index) => lineOf(line, index + 1));
  return {
    accountNumber: options.accountNumber,
    frequency: '1',
    placeOfService: '11',
    chargeCents: cents(lines.reduce((sum, line) => sum + line.chargeCents, 0)),
    isProviderSignatureOnFile: true,
    assignment: 'A',
    benefitsAssignment: 'Y',
    releaseOfInformation: 'Y',
    billingProvider: {
      name: { kind: 'organization', name: 'EXAMPLE FAMILY CLINIC' },
      npi: '1999999984',
      taxId: { kind: 'ein', value: '900000001' },
      taxonomy: '207Q00000X',
      address: ADDRESS,
    },
    payerRank: 'P',
    payer: { name: 'CLAIMGATE SAMPLE HEALTH', identifier: options.payer ?? 'CGPAY1', filingIndicator: 'CI' },
    subscriber: {
      name: { kind: 'person', last: options.lastName ?? 'SAMPLE', first: 'JANE' },
      memberId: options.memberId,
      birthDate: '1980-02-29' as BusinessDate,
      gender: 'F',
      address: ADDRESS,
    },
    otherCoverages: [],
    diagnoses: ['J069'],
    lines,
  };
}

function lineOf(line: LineOfTest, number: number): ServiceLine {
  return {
    number,
    procedure: { qualifier: 'HC', code: line.procedure, modifiers: line.modifiers ?? [] },
    chargeCents: cents(line.chargeCents),
    unitKind: 'UN',
    units: '1',
    diagnosisPointers: [1],
    serviceDate: '2025-01-02' as BusinessDate,
  };
}
