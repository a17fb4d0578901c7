import { cents } from '../../../src/base/money.ts';
import type {
  ClaimPayment,
  Remittance,
  RemittancePerson,
} from '../../../src/domain/remittance/remittance.ts';
import type { RemittanceDetails } from '../../../src/translate/remittance-835.ts';
import { day } from '../../domain/support/claims.ts';
import { adjustment } from '../../domain/support/remittances.ts';
import { remittanceDetails } from './remittance-details.ts';

/** What is compared has no places. */
const place = {
  interchangeControlNumber: '',
  groupControlNumber: '',
  setControlNumber: '',
  segmentOrdinal: 0,
  byteStart: 0,
  byteStop: 0,
};

const NO_REMARKS = { remarkCodes: [], place };

function service(
  code: string,
  charge: number,
  paid: number,
): {
  readonly procedure: {
    readonly qualifier: string;
    readonly code: string;
    readonly modifiers: readonly string[];
  };
  readonly chargeCents: ReturnType<typeof cents>;
  readonly paidCents: ReturnType<typeof cents>;
} {
  const [procedure = '', ...modifiers] = code.split(' ');
  return {
    procedure: { qualifier: 'HC', code: procedure, modifiers },
    chargeCents: cents(charge),
    paidCents: cents(paid),
  };
}

/** What `835-paid-denied-and-recovery` says. */
export const PAID_AND_DENIED: Remittance = {
  payment: {
    amountCents: cents(9855),
    method: 'ACH',
    date: day('2026-07-20'),
    traceNumber: 'CGT0000001',
    originatorId: '1900000099',
  },
  payer: { name: 'CLAIMGATE SAMPLE HEALTH', identifier: 'CGPAY1' },
  payee: { name: 'RIVERBEND FAMILY CLINIC', npi: '1999999984', taxId: '900000011' },
  claims: [
    {
      ordinal: 1,
      patientControlNumber: 'CGA0000000000001',
      statusCode: '1',
      chargeCents: cents(25_000),
      paidCents: cents(11_730),
      patientResponsibilityCents: cents(3325),
      filingIndicator: '12',
      payerClaimControlNumber: 'CGP0000000001',
      patient: {
        name: { kind: 'person', last: 'SAMPLE', first: 'FAY', middle: 'L', suffix: 'JR' },
        memberId: 'CGM100900',
      },
      adjustments: [],
      ...NO_REMARKS,
      services: [
        {
          ...service('99214 25', 18_000, 9630),
          paidUnits: '1',
          serviceDate: day('2026-06-03'),
          lineControlNumber: 'CGA0000000000001L1',
          allowedCents: cents(12_630),
          adjustments: [
            adjustment('CO-45', 4850),
            adjustment('CO-253', 520),
            adjustment('PR-1', 1000),
            adjustment('PR-3', 2000),
          ],
          ...NO_REMARKS,
        },
        {
          ...service('87880 QW 59', 7000, 2100),
          paidUnits: '1',
          originalProcedure: { qualifier: 'HC', code: '87081', modifiers: [] },
          serviceDate: day('2026-06-03'),
          lineControlNumber: 'CGA0000000000001L2',
          allowedCents: cents(2425),
          adjustments: [{ ...adjustment('CO-45', 4575), quantity: '1' }, adjustment('PR-2', 325)],
          remarkCodes: ['N22'],
          place,
        },
      ],
    },
    {
      ordinal: 2,
      patientControlNumber: 'CGA0000000000002',
      statusCode: '4',
      chargeCents: cents(9550),
      paidCents: cents(0),
      filingIndicator: '13',
      payerClaimControlNumber: 'CGP0000000002',
      patient: { name: { kind: 'person', last: 'SAMPLETON', first: 'ADA' } },
      adjustments: [adjustment('PI-16', 550)],
      remarkCodes: ['MA01', 'N30'],
      place,
      services: [
        {
          ...service('99212', 9550, 550),
          paidUnits: '1.5',
          serviceDate: day('2026-06-04'),
          lineControlNumber: 'CGA0000000000002L1',
          adjustments: [adjustment('CO-197', 9000)],
          remarkCodes: ['M62', 'N4'],
          place,
        },
      ],
    },
  ],
  providerAdjustments: [
    {
      providerId: '1999999984',
      fiscalPeriodEnd: day('2026-12-31'),
      reasonCode: 'WO',
      reference: 'CGP0000000000',
      amountCents: cents(2000),
      place,
    },
    {
      providerId: '1999999984',
      fiscalPeriodEnd: day('2026-12-31'),
      reasonCode: 'L6',
      amountCents: cents(-125),
      place,
    },
  ],
  unreadable: [],
  place,
};

export const PAID_AND_DENIED_DETAILS: RemittanceDetails = remittanceDetails({
  transfer: {
    payerAccount: { routingNumber: '999999992', accountNumber: '0000001' },
    payeeAccount: { routingNumber: '999999992', accountNumber: '0000002' },
  },
});

const FAY: RemittancePerson = {
  name: { kind: 'person', last: 'SAMPLE', first: 'FAY' },
  memberId: 'CGM100900',
};
const ADA: RemittancePerson = {
  name: { kind: 'person', last: 'SAMPLETON', first: 'ADA' },
  memberId: 'CGM100901',
};

function visit(
  ordinal: number,
  number: string,
  amounts: { readonly status: string; readonly charge: number; readonly paid: number },
  rest: Pick<ClaimPayment['services'][number], 'serviceDate' | 'adjustments'> & {
    readonly patient: RemittancePerson;
    readonly code: string;
    readonly payerNumber: string;
    readonly patientCents?: number;
  },
): ClaimPayment {
  const { status, charge, paid } = amounts;
  const { code, payerNumber, patientCents, patient, ...ofService } = rest;
  return {
    ordinal,
    patientControlNumber: number,
    statusCode: status,
    chargeCents: cents(charge),
    paidCents: cents(paid),
    ...(patientCents === undefined ? {} : { patientResponsibilityCents: cents(patientCents) }),
    filingIndicator: '12',
    payerClaimControlNumber: payerNumber,
    patient,
    adjustments: [],
    ...NO_REMARKS,
    services: [
      {
        ...service(code, charge, paid),
        paidUnits: '1',
        lineControlNumber: `${number}L1`,
        ...ofService,
        ...NO_REMARKS,
      },
    ],
  };
}

/** What `835-reversal-and-correction` says. */
export const REVERSAL_AND_CORRECTION: Remittance = {
  payment: {
    amountCents: cents(3000),
    method: 'CHK',
    date: day('2026-07-21'),
    traceNumber: '0000778',
    originatorId: '1900000098',
  },
  payer: { name: 'CLAIMGATE SAMPLE MUTUAL' },
  payee: { name: 'RIVERBEND FAMILY CLINIC', taxId: '900000011' },
  claims: [
    visit(
      1,
      'CGA0000000000003',
      { status: '22', charge: -12_000, paid: -8000 },
      {
        code: '99213',
        payerNumber: 'CGP0000000007',
        patient: FAY,
        serviceDate: day('2026-05-01'),
        adjustments: [adjustment('CO-45', -2500), adjustment('PR-2', -1500)],
      },
    ),
    visit(
      2,
      'CGA0000000000003',
      { status: '1', charge: 12_000, paid: 6000 },
      {
        code: '99213',
        payerNumber: 'CGP0000000008',
        patient: FAY,
        patientCents: 2000,
        serviceDate: day('2026-05-01'),
        adjustments: [adjustment('CO-45', 4000), adjustment('PR-2', 2000)],
      },
    ),
    visit(
      3,
      'CGA0000000000004',
      { status: '1', charge: 5000, paid: 5000 },
      {
        code: '99211',
        payerNumber: 'CGP0000000009',
        patient: ADA,
        serviceDate: day('2026-05-02'),
        adjustments: [],
      },
    ),
  ],
  providerAdjustments: [],
  unreadable: [],
  place,
};

export const REVERSAL_AND_CORRECTION_DETAILS: RemittanceDetails = remittanceDetails({
  productionDate: day('2026-07-19'),
  payerAddress: { line1: '301 SAMPLE STREET', city: 'COLUMBUS', state: 'OH', postalCode: '432150001' },
  payerContact: { name: 'EDI DESK', telephone: '6145550143' },
});
