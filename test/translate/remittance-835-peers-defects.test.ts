import { describe, expect, test } from 'vitest';
import { proveBalance } from '../../src/domain/remittance/balance.ts';
import type { ClaimPayment, Remittance } from '../../src/domain/remittance/remittance.ts';
import { readRemittance, withoutPlaces } from './support/read-answers.ts';

/** An 835 of one claim payment of 100.00, of which 80.00 are paid; `loops` are the segments behind its NM1*QC. */
function read(...loops: string[]): Remittance {
  const set = [
    'ST*835*0001',
    'BPR*I*80*C*ACH*CCP*01*999999992*DA*1*1900000099**01*999999992*DA*2*20260720',
    'TRN*1*CGT0000009*1900000099',
    'N1*PR*CLAIMGATE SAMPLE HEALTH',
    'N1*PE*RIVERBEND FAMILY CLINIC*XX*1999999984',
    'LX*1',
    'CLP*CGA0000000000001*1*100*80**12*CGP0000000001',
    'NM1*QC*1*SAMPLE*FAY',
    ...loops,
  ];
  const segments = [
    'ISA*00*          *00*          *ZZ*EXAMPLECH      *ZZ*RIVERBENDFC    *260720*0601*^*00501*000000604*0*T*:',
    'GS*HP*EXAMPLECH*RIVERBENDFC*20260720*0601*604*X*005010X221A1',
    ...set,
    `SE*${set.length + 1}*0001`,
    'GE*1*604',
    'IEA*1*000000604',
  ];
  return readRemittance(segments.map((segment) => `${segment}~`).join(''));
}

/** The one claim payment, which must be readable and balance. */
function soundClaim(...loops: string[]): ClaimPayment {
  const remittance = read(...loops);
  expect(remittance.unreadable).toEqual([]);
  expect(proveBalance(remittance).failures).toEqual([]);
  return remittance.claims[0] as ClaimPayment;
}

// Each of these was found in open-source practice software that reads remittances.
describe('what other systems get wrong in reading an 835', () => {
  test('a claim that does not balance is read as it stands, with nothing added', () => {
    const remittance = read('SVC*HC:99213*100*70', 'CAS*CO*45*20');
    expect(withoutPlaces(remittance.claims[0]?.services)).toEqual([
      {
        procedure: { qualifier: 'HC', code: '99213', modifiers: [] },
        chargeCents: 10_000,
        paidCents: 7000,
        adjustments: [{ groupCode: 'CO', reasonCode: '45', amountCents: 2000 }],
        remarkCodes: [],
      },
    ]);
    expect(remittance.claims[0]?.adjustments).toEqual([]);
    expect(
      proveBalance(remittance).failures.map((one) => [one.level, one.expectedCents - one.reportedCents]),
    ).toEqual([['service', 1000]]);
  });

  test('a negative CO amount stays negative', () => {
    const claim = soundClaim('SVC*HC:99213*70*80', 'CAS*CO*45*-10', 'SVC*HC:99214*30*0', 'CAS*CO*45*30');
    expect(withoutPlaces(claim.services[0]?.adjustments)).toEqual([
      { groupCode: 'CO', reasonCode: '45', amountCents: -1000 },
    ]);
  });

  test.each(['AD', 'ER', 'HC', 'HP', 'IV', 'N4', 'N6', 'NU', 'UI', 'WK'])(
    'SVC01 of qualifier %s is read',
    (qualifier) => {
      const claim = soundClaim(`SVC*${qualifier}:0450*100*80*0450*1`, 'CAS*CO*45*20');
      expect(claim.services).toMatchObject([{ procedure: { qualifier, code: '0450' }, chargeCents: 10_000 }]);
    },
  );

  test('MIA, and a segment that nobody knows, end nothing', () => {
    const claim = soundClaim(
      'MIA*0***100.5*MA01*1*2*3*4*5*6*7*8*9*10*11*12*13*14*N115',
      'ZZZ*1*2',
      'SVC*HC:99213*100*80',
      'QQQ*3',
      'CAS*CO*45*20',
    );
    expect(claim.remarkCodes).toEqual(['MA01', 'N115']);
    expect(claim.services).toHaveLength(1);
  });

  test('what a line says in REF, DTM, AMT, QTY and LQ is its own, and one does not overwrite another', () => {
    const claim = soundClaim(
      'MOA***MA15',
      'REF*F8*CGP0000000000',
      'DTM*232*20260601',
      'DTM*233*20260630',
      'DTM*050*20260710',
      'AMT*I*1.5',
      'AMT*AU*100',
      'SVC*HC:99213*60*50',
      'DTM*150*20260603',
      'DTM*151*20260604',
      'CAS*CO*45*10',
      'REF*LU*11',
      'REF*6R*LINE1',
      'REF*0K*POLICY1',
      'AMT*B6*50',
      'AMT*KH*3',
      'QTY*ZL*2',
      'LQ*HE*N130',
      'SVC*HC:99214*40*30',
      'DTM*472*20260605',
      'CAS*CO*45*10',
      'REF*6R*LINE2',
      'AMT*B6*30',
    );
    expect(claim).toMatchObject({
      remarkCodes: ['MA15'],
      originalPayerClaimControlNumber: 'CGP0000000000',
      claimDates: { start: '2026-06-01' },
      interestCents: 150,
      services: [
        { lineControlNumber: 'LINE1', serviceDate: '2026-06-03', allowedCents: 5000, remarkCodes: ['N130'] },
        { lineControlNumber: 'LINE2', serviceDate: '2026-06-05', allowedCents: 3000, remarkCodes: [] },
      ],
    });
  });

  test('a CAS with quantities keeps its triples apart', () => {
    const claim = soundClaim('SVC*HC:99213*100*80**2', 'CAS*CO*45*12*1*253*3*1', 'CAS*PR*2*5*1');
    expect(
      claim.services[0]?.adjustments.map((one) => [one.groupCode, one.reasonCode, one.amountCents]),
    ).toEqual([
      ['CO', '45', 1200],
      ['CO', '253', 300],
      ['PR', '2', 500],
    ]);
  });

  test('the payer to whom a claim was passed on is kept', () => {
    const claim = soundClaim('NM1*TT*2*CLAIMGATE SAMPLE SUPPLEMENT*****PI*CGPAY9', 'CAS*CO*45*20');
    expect(claim.crossoverPayer).toEqual({ name: 'CLAIMGATE SAMPLE SUPPLEMENT', identifier: 'CGPAY9' });
  });
});
