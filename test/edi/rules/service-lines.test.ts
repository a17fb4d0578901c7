import { describe, expect, test } from 'vitest';
import { briefProblems, type Change, changedSample } from '../support/changed-sample.ts';

const SELF = '837p-subscriber-is-patient';
const DEPENDENT = '837p-dependent-and-second-claim';
const SECONDARY = '837p-secondary-claim';

const rows: readonly (readonly [
  what: string,
  sample: string,
  changes: readonly Change[],
  problems: readonly string[],
])[] = [
  ['LX01 is repeated', SELF, [['LX*2~', 'LX*1~']], ['situation.line-number-out-of-sequence LX01 2400']],
  ['LX01 begins with 2', SELF, [['LX*1~', 'LX*2~']], ['situation.line-number-out-of-sequence LX01 2400']],
  [
    'LX01 goes on in the next claim',
    DEPENDENT,
    [['DTP*573*D8*20250301~\nLX*1~', 'DTP*573*D8*20250301~\nLX*2~']],
    ['situation.line-number-out-of-sequence LX01 2400'],
  ],
  [
    'two of one claim have one control number',
    SELF,
    [['RFP000000101A2', 'RFP000000101A1']],
    ['situation.line-control-number-repeated REF02 2400'],
  ],
  ['two of different claims have one control number', DEPENDENT, [['RFP000000105B1', 'RFP000000105A1']], []],
  ['the quantity is zero', SELF, [['*110*UN*1*', '*110*UN*0*']], ['situation.quantity-zero SV104 2400']],
  ['the quantity is less than one', SELF, [['*110*UN*1*', '*110*UN*.5*']], []],
  [
    'two authorizations are for the same other payer',
    SECONDARY,
    [['REF*G1*RFPAUTH1~', 'REF*G1*RFPAUTH1**2U:EXHP1~']],
    ['situation.authorization-repeated REF01 2400'],
  ],
  [
    'an authorization and a referral are for one payer',
    SECONDARY,
    [['REF*G1*RFPAUTH1', 'REF*9F*RFPAUTH1']],
    [],
  ],
  [
    'a charge is negative',
    SELF,
    [
      ['99213*110*', '99213*190*'],
      ['87880*40*', '87880*-40*'],
    ],
    ['situation.charge-negative SV102 2400'],
  ],
  [
    'all charges are zero, and payment is asked for',
    SELF,
    [
      ['A*150***', 'A*0***'],
      ['99213*110*', '99213*0*'],
      ['87880*40*', '87880*0*'],
    ],
    ['situation.charge-zero CLM02 2300'],
  ],
  [
    'all charges are zero in a report',
    SELF,
    [
      ['*0900*CH', '*0900*RP'],
      ['A*150***', 'A*0***'],
      ['99213*110*', '99213*0*'],
      ['87880*40*', '87880*0*'],
    ],
    [],
  ],
  ['they do not come to the total', SELF, [['A*150***', 'A*150.01***']], ['balance.claim CLM02 2300']],
  [
    'those of a second claim do not come to its total',
    DEPENDENT,
    [['B*60***', 'B*59.99***']],
    ['balance.claim CLM02 2300', 'balance.other-payer AMT02 2320'],
  ],
  [
    'a service begins after the set was made',
    SELF,
    [['DTP*472*D8*20250310', 'DTP*472*D8*20250317']],
    ['situation.service-date-in-future DTP03 2400'],
  ],
  [
    'a service is of the day on which the set was made',
    SELF,
    [['DTP*472*D8*20250310', 'DTP*472*D8*20250316']],
    [],
  ],
  [
    'a service begins in a later year, earlier in it',
    SELF,
    [['DTP*472*D8*20250310', 'DTP*472*D8*20260101']],
    ['situation.service-date-in-future DTP03 2400'],
  ],
  [
    'a service was in an earlier year, later in it',
    SELF,
    [['DTP*472*D8*20250310', 'DTP*472*D8*20241231']],
    [],
  ],
  [
    'a service has no date but eight letters',
    SELF,
    [['DTP*472*D8*20250310', 'DTP*472*D8*ABCDEFGH']],
    ['element.date-invalid DTP03 2400'],
  ],
  [
    'nobody can tell when the set was made',
    SELF,
    [['*20250316*0900*CH', '*2025-316*0900*CH']],
    ['element.date-invalid BHT04'],
  ],
  ['a service ends after that day', DEPENDENT, [['20250201-20250201', '20250201-20250331']], []],
  [
    'a period ends before it begins',
    DEPENDENT,
    [['20250201-20250201', '20250201-20250131']],
    ['situation.period-reversed DTP03 2400'],
  ],
  [
    'a period of eligibility ends before it begins',
    '271-active-coverage',
    [['20250101-20251231', '20251231-20250101']],
    ['situation.period-reversed DTP03 2100C'],
  ],
];

describe('the lines of claims', () => {
  test.each(rows)('are judged where %s', (_, sample, changes, problems) => {
    expect(briefProblems(changedSample(sample, ...changes))).toEqual(problems);
  });
});

describe('the numbers of claims', () => {
  const claim = (number: string): string =>
    `CLM*${number}*60***11:B:1*Y*A*Y*Y~\nHI*ABK:Z0000~\nLX*1~\nSV1*HC:99392*60*UN*1***1~\nDTP*472*D8*20250301~\n`;

  test('are each used once in a set, however many claims it holds', () => {
    // A subscriber has a hundred claims at most; two hundred make the table of numbers grow.
    const many = Array.from({ length: 98 }, (_, index) => claim(`A${index}`)).join('');
    const known = changedSample(SELF, ['\nSE*', `\n${many}SE*`]);
    expect(briefProblems(known)).toEqual([]);
    const repeated = changedSample(SELF, ['\nSE*', `\n${many}${claim('A17')}SE*`]);
    expect(briefProblems(repeated)).toEqual(['situation.claim-number-repeated CLM01 2300']);
  });

  test('may come again in the next set', () => {
    const text = changedSample(SELF);
    const set = text.slice(text.indexOf('ST*'), text.indexOf('GE*'));
    const second = set.replaceAll('*0001', '*0002');
    expect(briefProblems(text.replace(set, set + second).replace('GE*1*', 'GE*2*'))).toEqual([]);
  });
});
