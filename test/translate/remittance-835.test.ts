import { describe, expect, test } from 'vitest';
import { parseCents } from '../../src/base/money.ts';
import { proveBalance } from '../../src/domain/remittance/balance.ts';
import { allProblems, checkTextByGuide } from '../edi/support/check-text.ts';
import { changedGolden, goldenText } from './support/golden.ts';
import { PAID_AND_DENIED, REVERSAL_AND_CORRECTION } from './support/golden-remittances.ts';
import { readRemittance, withoutPlaces } from './support/read-answers.ts';

const PAID = '835-paid-denied-and-recovery';

describe('an 835 that is read', () => {
  test.each([
    [PAID, PAID_AND_DENIED],
    ['835-reversal-and-correction', REVERSAL_AND_CORRECTION],
  ] as const)('says all of %s', (name, expected) => {
    const remittance = readRemittance(goldenText(name));
    expect(withoutPlaces(remittance)).toEqual(withoutPlaces(expected));
    expect(proveBalance(remittance).failures).toEqual([]);
  });

  test('says what payers write beside what the guide asks for', () => {
    const remittance = readRemittance(goldenText('835-as-payers-write-it'));
    expect(remittance.unreadable).toEqual([]);
    expect(proveBalance(remittance).failures).toEqual([]);
    const { payment, payer, payee, claims, providerAdjustments } = remittance;
    expect(withoutPlaces({ payment, payer, payee })).toEqual({
      payment: {
        amountCents: 0,
        method: 'NON',
        date: '2026-07-22',
        traceNumber: 'REMIT0000003',
        originatorId: '1900000097',
      },
      payer: { name: 'CLAIMGATE SAMPLE STATE PLAN', identifier: 'CGPLAN0003' },
      payee: { name: 'RIVERBEND FAMILY CLINIC', npi: '1999999984', taxId: '900000011' },
    });
    expect(withoutPlaces(claims)).toEqual([
      {
        ordinal: 1,
        patientControlNumber: 'CGA0000000000005',
        statusCode: '2',
        chargeCents: 30_000,
        paidCents: 17_000,
        patientResponsibilityCents: 1500,
        filingIndicator: 'MB',
        payerClaimControlNumber: 'CGP0000000010',
        patient: {
          name: { kind: 'person', last: 'SAMPLE', first: 'LEE', suffix: 'ESQ' },
          memberId: 'CGM100902',
        },
        insured: { name: { kind: 'person', last: 'SAMPLE', first: 'FAY' }, memberId: 'CGM100900' },
        claimDates: { start: '2026-06-01', end: '2026-06-02' },
        interestCents: 100,
        adjustments: [
          { groupCode: 'OA', reasonCode: '23', amountCents: 2550 },
          // Behind an empty triple.
          { groupCode: 'OA', reasonCode: '94', amountCents: -1050, quantity: '2' },
          { groupCode: 'CO', reasonCode: '45', amountCents: 1500 },
        ],
        remarkCodes: ['MA02', 'N23', 'N25', 'MA18'],
        services: [
          {
            procedure: { qualifier: 'HC', code: '99231', modifiers: ['AS', 'GC'] },
            chargeCents: 10_000,
            paidCents: 6000,
            paidUnits: '1',
            originalProcedure: { qualifier: 'HC', code: '99232', modifiers: [] },
            // The first day of several.
            serviceDate: '2026-06-01',
            adjustments: [
              ...[45, 253, 237, 144, 131, 24].map((reason, index) => ({
                groupCode: 'CO',
                reasonCode: String(reason),
                amountCents: [1000, 500, 400, 300, 200, 100][index],
                quantity: '1',
              })),
              { groupCode: 'PR', reasonCode: '2', amountCents: 1500 },
            ],
            remarkCodes: [],
          },
          {
            procedure: { qualifier: 'NU', code: '0450', modifiers: [] },
            chargeCents: 20_000,
            paidCents: 14_000,
            paidUnits: '2',
            allowedCents: 14_000,
            adjustments: [{ groupCode: 'CO', reasonCode: '45', amountCents: 6000 }],
            remarkCodes: ['N115'],
          },
        ],
      },
      {
        ordinal: 2,
        patientControlNumber: 'CGA0000000000006',
        statusCode: '25',
        chargeCents: 7500,
        paidCents: 0,
        filingIndicator: 'MC',
        payerClaimControlNumber: 'CGP0000000011',
        patient: { name: { kind: 'person', last: 'SAMPLE' } },
        adjustments: [{ groupCode: 'OA', reasonCode: '101', amountCents: 7500 }],
        remarkCodes: [],
        services: [],
      },
    ]);
    expect(
      providerAdjustments.map(({ reasonCode, reference, amountCents }) => [
        reasonCode,
        reference,
        amountCents,
      ]),
    ).toEqual([
      ['FB', 'REMIT0000002', 22_100],
      ['AP', undefined, -5000],
      ['L6', undefined, -100],
      ['CS', 'X1', 100],
      ['CS', 'X2', 200],
      ['CS', 'X3', 300],
      ['CS', 'X4', 400],
      ['CS', 'X5', 500],
      ['CS', 'X6', -1500],
    ]);
  });

  test('has of its people neither a social security number nor anybody but patient and subscriber', () => {
    const text = changedGolden(PAID, [
      'NM1*QC*1*SAMPLE*FAY*L**JR*MI*CGM100900',
      'NM1*82*1*SAMPLE*BEN****XX*1999999984~\nNM1*QC*1******34*900000000~\nNM1*QC*1*SECOND',
    ]);
    expect(readRemittance(text).claims[0]?.patient).toEqual({});
  });

  test('has days of a claim where they are days, and the original number of a claim payment only', () => {
    const text = changedGolden(
      PAID,
      [
        'NM1*QC*1*SAMPLE*FAY*L**JR*MI*CGM100900',
        'NM1*QC*1*SAMPLE~\nREF*F8*CGP0000000000~\nDTM*050*20260610~\nDTM*232*20260231~\nDTM*233*20260603',
      ],
      ['REF*6R*CGA0000000000002L1', 'REF*6R*CGA0000000000002L1~\nREF*F8*X'],
    );
    const [first, second] = readRemittance(text).claims;
    expect(first).toMatchObject({ originalPayerClaimControlNumber: 'CGP0000000000' });
    expect(first?.claimDates).toEqual({ end: '2026-06-03' });
    expect(second?.originalPayerClaimControlNumber).toBeUndefined();
  });

  test('has the day of a service before the first of several days', () => {
    const text = changedGolden(PAID, ['DTM*472*20260603', 'DTM*150*20260601~\nDTM*472*20260603']);
    expect(readRemittance(text).claims[0]?.services[0]?.serviceDate).toBe('2026-06-03');
  });

  test('names the bytes of the segment that begins each part', () => {
    const text = goldenText(PAID);
    const remittance = readRemittance(text);
    const parts = [
      remittance,
      ...remittance.claims.flatMap((claim) => [claim, ...claim.services]),
      ...remittance.providerAdjustments,
    ];
    expect(parts.map(({ place }) => text.slice(place.byteStart, place.byteStop).split('*')[0])).toEqual(
      'ST CLP SVC SVC CLP SVC PLB PLB'.split(' '),
    );
    expect(remittance.claims[1]?.place).toMatchObject({
      interchangeControlNumber: '000000601',
      groupControlNumber: '601',
      setControlNumber: '0001',
      segmentOrdinal: 28,
    });
  });

  test.each([PAID, '835-reversal-and-correction', '835-as-payers-write-it'] as const)(
    'names segment and element of each amount in %s',
    (name) => {
      const text = goldenText(name);
      const { payment, claims, providerAdjustments } = readRemittance(text);
      const adjustments = claims.flatMap((claim) => [
        ...claim.adjustments,
        ...claim.services.flatMap((service) => service.adjustments),
      ]);
      const amounts = [payment, ...adjustments, ...providerAdjustments];
      expect(amounts.length).toBeGreaterThan(3);
      for (const { amountCents, place } of amounts) {
        const elements = text.slice(place?.byteStart, (place?.byteStop ?? 0) - 1).split(text[3] ?? '');
        expect(parseCents(elements[place?.element ?? 0] ?? '')).toBe(amountCents);
      }
    },
  );
});

describe('a golden file', () => {
  test.each([PAID, '835-reversal-and-correction', '835-as-payers-write-it'] as const)(
    '%s has no problem',
    (name) => {
      expect(allProblems(checkTextByGuide(goldenText(name)))).toEqual([]);
    },
  );
});
