import * as fc from 'fast-check';
import { cents } from '../../../src/base/money.ts';
import type { SourcePlace } from '../../../src/domain/exchange/source.ts';
import type { ClaimAdjustment } from '../../../src/domain/remittance/claim-adjustment.ts';
import type {
  ClaimPayment,
  ProviderAdjustment,
  Remittance,
  ServicePayment,
} from '../../../src/domain/remittance/remittance.ts';
import { day } from './claims.ts';

const PLACE: SourcePlace = {
  interchangeControlNumber: '000000001',
  groupControlNumber: '1',
  setControlNumber: '0001',
  segmentOrdinal: 1,
  byteStart: 0,
  byteStop: 1,
};

/** `adjustment('CO-45', 2000)`. */
export function adjustment(code: string, amountCents: number): ClaimAdjustment {
  const [groupCode, reasonCode] = code.split('-') as [string, string];
  return { groupCode, reasonCode, amountCents: cents(amountCents) };
}

function total(adjustments: readonly ClaimAdjustment[]): number {
  return adjustments.reduce((sum, one) => sum + one.amountCents, 0);
}

/** A line that balances: the charge is what is paid and adjusted. */
export function servicePayment(paidCents: number, adjustments: readonly ClaimAdjustment[]): ServicePayment {
  return {
    procedure: { qualifier: 'HC', code: '99213', modifiers: [] },
    chargeCents: cents(paidCents + total(adjustments)),
    paidCents: cents(paidCents),
    adjustments,
    remarkCodes: [],
    place: PLACE,
  };
}

/** A claim payment that balances; `adjustments` stand at claim level. */
export function claimPayment(options: {
  readonly ordinal?: number;
  readonly statusCode?: string;
  readonly services?: readonly ServicePayment[];
  readonly paidCents?: number;
  readonly adjustments?: readonly ClaimAdjustment[];
}): ClaimPayment {
  const { ordinal = 1, statusCode = '1', services = [], adjustments = [] } = options;
  const ofLines = services.reduce((sum, service) => sum + service.paidCents, 0) - total(adjustments);
  const paidCents = options.paidCents ?? ofLines;
  const adjusted = total(adjustments) + services.reduce((sum, one) => sum + total(one.adjustments), 0);
  return {
    ordinal,
    patientControlNumber: `CGTEST000000${ordinal}`,
    statusCode,
    chargeCents: cents(paidCents + adjusted),
    paidCents: cents(paidCents),
    patient: { name: { kind: 'person', last: 'SAMPLE', first: 'FAY' }, memberId: 'CGM100900' },
    adjustments,
    remarkCodes: [],
    services,
    place: PLACE,
  };
}

export function providerAdjustment(reasonCode: string, amountCents: number): ProviderAdjustment {
  return {
    providerId: '1999999984',
    fiscalPeriodEnd: day('2026-12-31'),
    reasonCode,
    amountCents: cents(amountCents),
    place: PLACE,
  };
}

/** A remittance that balances. */
export function remittance(
  claims: readonly ClaimPayment[],
  providerAdjustments: readonly ProviderAdjustment[] = [],
): Remittance {
  const paid = claims.reduce((sum, claim) => sum + claim.paidCents, 0);
  const withheld = providerAdjustments.reduce((sum, one) => sum + one.amountCents, 0);
  return {
    payment: {
      amountCents: cents(paid - withheld),
      method: 'ACH',
      date: day('2026-07-20'),
      traceNumber: 'TRACE1',
      originatorId: '1900000099',
    },
    payer: { name: 'CLAIMGATE SAMPLE HEALTH' },
    payee: { name: 'RIVERBEND FAMILY CLINIC', npi: '1999999984' },
    claims,
    providerAdjustments,
    unreadable: [],
    place: PLACE,
  };
}

function negated(one: ClaimAdjustment): ClaimAdjustment {
  return { ...one, amountCents: cents(0 - one.amountCents) };
}

/** What takes a claim payment back: every amount negated, status 22 (interpretations 1429, 1147). */
export function reversalOf(original: ClaimPayment, ordinal: number): ClaimPayment {
  return {
    ...original,
    ordinal,
    statusCode: '22',
    chargeCents: cents(0 - original.chargeCents),
    paidCents: cents(0 - original.paidCents),
    adjustments: original.adjustments.map(negated),
    services: original.services.map((service) => ({
      ...service,
      chargeCents: cents(0 - service.chargeCents),
      paidCents: cents(0 - service.paidCents),
      adjustments: service.adjustments.map(negated),
    })),
  };
}

const arbitraryCode = fc.constantFrom(
  'CO-45',
  'CO-50',
  'CO-18',
  'CO-999',
  'PR-1',
  'PR-2',
  'PR-3',
  'PR-96',
  'OA-23',
  'OA-18',
  'OA-94',
  'PI-45',
  'PI-16',
  'CR-45',
  'CO-253',
  'ZZ-1',
);
const arbitraryAdjustments = fc.array(
  fc.record({ code: arbitraryCode, amountCents: fc.integer({ min: -100_000, max: 1_000_000 }) }),
  { maxLength: 6 },
);

const arbitraryService = fc
  .record({ paidCents: fc.integer({ min: -100_000, max: 5_000_000 }), adjustments: arbitraryAdjustments })
  .map(({ paidCents, adjustments }) =>
    servicePayment(
      paidCents,
      adjustments.map(({ code, amountCents }) => adjustment(code, amountCents)),
    ),
  );

export const arbitraryClaimPayment: fc.Arbitrary<ClaimPayment> = fc
  .record({
    statusCode: fc.constantFrom('1', '2', '3', '4', '19', '23', '25'),
    services: fc.array(arbitraryService, { minLength: 1, maxLength: 5 }),
    adjustments: arbitraryAdjustments,
  })
  .map(({ adjustments, ...rest }) =>
    claimPayment({
      ...rest,
      adjustments: adjustments.map(({ code, amountCents }) => adjustment(code, amountCents)),
    }),
  );

/** Any remittance that balances, with claims of ours, of others, and provider-level adjustments. */
export const arbitraryRemittance: fc.Arbitrary<Remittance> = fc
  .record({
    claims: fc.array(arbitraryClaimPayment, { maxLength: 8 }),
    providerAdjustments: fc.array(
      fc.record({
        reasonCode: fc.constantFrom('WO', 'FB', 'L6', 'E3'),
        amountCents: fc.integer({ min: -500_000, max: 500_000 }),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ claims, providerAdjustments }) =>
    remittance(
      claims.map((claim, index) => ({ ...claim, ordinal: index + 1 })),
      providerAdjustments.map((one) => providerAdjustment(one.reasonCode, one.amountCents)),
    ),
  );
