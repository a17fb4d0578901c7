import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import type { OtherCoverage, ProfessionalClaim } from '../../../src/domain/claim/claim.ts';
import { editClaim } from '../../../src/domain/edits/edit-claim.ts';
import { day, serviceLine, soundClaim } from '../support/claims.ts';

const TODAY = day('2026-06-30');

function codes(changes: Partial<ProfessionalClaim>): string[] {
  return editClaim(soundClaim(changes), TODAY).map((finding) => finding.code);
}

function oneLine(changes: Parameters<typeof serviceLine>[2]): Partial<ProfessionalClaim> {
  return { lines: [serviceLine(1, 12_500, changes)] };
}

function primary(changes: Partial<OtherCoverage> = {}): OtherCoverage {
  const { payer, subscriber } = soundClaim();
  return {
    rank: 'P',
    payer,
    subscriber,
    relationship: '18',
    paidCents: cents(10_000),
    adjudicationDate: day('2026-06-20'),
    adjustments: [{ groupCode: 'PR', reasonCode: '2', amountCents: cents(2500) }],
    ...changes,
  };
}

describe('a claim', () => {
  test('without a fault has no finding', () => {
    expect(codes({})).toEqual([]);
  });

  test('with many faults is told of all of them at once', () => {
    const claim = soundClaim({ chargeCents: cents(1), placeOfService: '00', diagnoses: [] });
    const found = editClaim(claim, TODAY);
    expect(found.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'claim.line-sum /charge',
      'claim.place-of-service /placeOfService',
      'diagnosis.count /diagnoses',
      'line.diagnosis-pointer /lines/0/diagnosisPointers/0',
      'line.diagnosis-pointer /lines/1/diagnosisPointers/0',
    ]);
  });

  test('is refused only by errors; a repeated line is a warning', () => {
    const claim = soundClaim({ chargeCents: cents(200), lines: [serviceLine(1, 100), serviceLine(2, 100)] });
    expect(editClaim(claim, TODAY)).toMatchObject([{ code: 'line.repeated', severity: 'warning' }]);
  });

  test.each(['25', '59'])('may do one service twice when modifier %s tells the lines apart', (modifier) => {
    const other = { procedure: { qualifier: 'HC', code: '99213', modifiers: [modifier] } };
    const lines = [serviceLine(1, 100), serviceLine(2, 100, other)];
    expect(codes({ chargeCents: cents(200), lines })).toEqual([]);
  });
});

describe('a place of service', () => {
  test('is looked up in the lists that are handed in, on the date of service', () => {
    const asked: string[] = [];
    const claim = soundClaim({
      placeOfService: '28',
      lines: [serviceLine(1, 12_500, { placeOfService: '29', serviceDate: day('2026-06-01') })],
    });
    const found = editClaim(claim, TODAY, {
      isPlaceOfService(code, date) {
        asked.push(`${code} ${date}`);
        return code === '28';
      },
    });
    expect(asked).toEqual(['28 2026-06-01', '29 2026-06-01']);
    expect(found.map(({ pointer }) => pointer)).toContain('/lines/0/placeOfService');
    expect(found.map(({ pointer }) => pointer)).not.toContain('/placeOfService');
  });
});

describe('limits', () => {
  test.each([
    ['a service of today', oneLine({ serviceDate: TODAY }), []],
    ['a service of tomorrow', oneLine({ serviceDate: day('2026-07-01') }), ['date.service-in-future']],
    [
      'a service that began and has not ended',
      oneLine({ serviceDateEnd: day('2026-07-01') }),
      ['date.service-in-future'],
    ],
    ['a service on the day of birth', oneLine({ serviceDate: day('1980-02-29') }), []],
    ['an onset on the last day of service', { onsetDate: day('2026-06-03') }, []],
    ['a patient who paid all', { patientPaidCents: cents(12_500) }, []],
    [
      'a patient who paid less than nothing',
      { patientPaidCents: cents(-1) },
      ['claim.patient-paid-exceeds-charge'],
    ],
    ['four diagnosis pointers', { ...oneLine({ diagnosisPointers: [1, 2, 1, 2] }) }, []],
    [
      'five diagnosis pointers',
      oneLine({ diagnosisPointers: [1, 2, 1, 2, 1] }),
      ['line.diagnosis-pointer-count'],
    ],
    ['units of a thousandth', oneLine({ units: '0.001' }), []],
    ['units of four decimals', oneLine({ units: '1.0001' }), ['line.units']],
    ['units below zero', oneLine({ units: '-1' }), ['line.units']],
    ['units with an exponent', oneLine({ units: '1e2' }), ['line.units']],
    [
      'a jurisdiction procedure of any shape',
      oneLine({ procedure: { qualifier: 'ER', code: 'W', modifiers: [] } }),
      [],
    ],
    ['a void with its number', { frequency: '8' as const, payerClaimControlNumber: 'CGPCCN1' }, []],
    ['an accent', { note: { kind: 'ADD' as const, text: 'SEÑOR PÉREZ' } }, []],
    ['another script', { note: { kind: 'ADD' as const, text: '様' } }, ['text.characters']],
    ['an account number of any kind', { accountNumber: 'A*1:様' }, []],
    ['no line', { chargeCents: cents(100), lines: [] }, ['claim.line-sum', 'claim.line-count']],
  ])('%s', (_, changes: Partial<ProfessionalClaim>, expected) => {
    expect(codes(changes)).toEqual(expected);
  });
});

describe('other payers', () => {
  test('let a secondary claim pass when the primary payer balances', () => {
    expect(codes({ payerRank: 'S', otherCoverages: [primary()] })).toEqual([]);
  });

  test('that rank after this one need not have decided', () => {
    const { paidCents: _p, adjudicationDate: _d, ...undecided } = primary({ rank: 'S', adjustments: [] });
    expect(codes({ otherCoverages: [undecided] })).toEqual([]);
  });

  test('that rank before this one must have decided', () => {
    const { paidCents: _p, adjudicationDate: _d, ...undecided } = primary({ adjustments: [] });
    expect(codes({ payerRank: 'S', otherCoverages: [undecided] })).toEqual([
      'coverage.decision-missing',
      'coverage.decision-missing',
    ]);
  });

  test('each balance by themselves on a tertiary claim', () => {
    const second = primary({ rank: 'S', paidCents: cents(2000) });
    expect(
      editClaim(soundClaim({ payerRank: 'T', otherCoverages: [primary(), second] }), TODAY),
    ).toMatchObject([{ code: 'coverage.out-of-balance', pointer: '/otherCoverages/1' }]);
  });

  test('may have paid nothing', () => {
    const denied = primary({
      paidCents: cents(0),
      adjustments: [{ groupCode: 'PR', reasonCode: '1', amountCents: cents(12_500) }],
    });
    expect(codes({ payerRank: 'S', otherCoverages: [denied] })).toEqual([]);
  });
});

test('every NPI of a claim is checked', () => {
  const wrong = { name: { kind: 'person', last: 'NOBODY' }, npi: '1999999983' } as const;
  const { address } = soundClaim().billingProvider;
  const claim = soundClaim({
    billingProvider: { ...soundClaim().billingProvider, npi: wrong.npi },
    renderingProvider: wrong,
    referringProvider: wrong,
    serviceFacility: { name: 'FACILITY', npi: wrong.npi, address },
    lines: [serviceLine(1, 12_500, { renderingProvider: wrong })],
  });
  expect(editClaim(claim, TODAY).map(({ code, pointer }) => [code, pointer])).toEqual(
    [
      '/billingProvider',
      '/renderingProvider',
      '/referringProvider',
      '/lines/0/renderingProvider',
      '/serviceFacility',
    ].map((pointer) => ['provider.npi', `${pointer}/npi`]),
  );
});
