import { describe, expect, test } from 'vitest';
import { briefProblems, type Change, changedSample } from '../support/changed-sample.ts';

const PAID = '835-paid-denied-and-recovery';
const CORRECTED = '835-reversal-and-correction';
const UNPAID = '835-no-payment';
const BANK = 'ACH*CCP*01*999999992*DA*0000001*1999999999**01*999999992*DA*0000002*20250430';

const rows: readonly (readonly [
  what: string,
  sample: string,
  changes: readonly Change[],
  problems: readonly string[],
])[] = [
  [
    'the payment is negative',
    UNPAID,
    [
      ['BPR*H*0*', 'BPR*H*-20*'],
      ['CAS*PR*1*80~\n', 'CAS*PR*1*80~\nPLB*1999999984*20251231*WO:PCCN00000009*20~\n'],
    ],
    ['situation.payment-negative BPR02'],
  ],
  [
    'nothing is paid by check',
    UNPAID,
    [['*C*NON*', '*C*CHK*']],
    ['situation.payment-method-of-nothing BPR04'],
  ],
  [
    'money is paid in no way',
    CORRECTED,
    [[BANK, 'NON************20250430']],
    ['situation.payment-without-method BPR04'],
  ],
  [
    'BPR10 and TRN03 differ',
    PAID,
    [['EFT0000001*1999999999', 'EFT0000001*1999999998']],
    ['situation.payer-identifier-mismatch TRN03'],
  ],
  [
    'a provider adjustment is zero',
    PAID,
    [['PCCN00000009*20~', 'PCCN00000009*20*CS:NONE*0~']],
    ['situation.provider-adjustment-zero PLB06'],
  ],
  ['interest differs by a cent', CORRECTED, [['AMT*I*1.75', 'AMT*I*1.76']], ['balance.interest PLB04']],
  [
    'interest of a claim is not paid',
    PAID,
    [['DTM*050*20250317~\n', 'DTM*050*20250317~\nAMT*I*1~\n']],
    ['balance.interest BPR02'],
  ],
  [
    'two groups of claims have one number',
    PAID,
    [['CLP*RFP000000105A', 'LX*1~\nCLP*RFP000000105A']],
    ['situation.header-number-repeated LX01 2000'],
  ],
  ['two groups of claims have two numbers', PAID, [['CLP*RFP000000105A', 'LX*2~\nCLP*RFP000000105A']], []],
  [
    'a reversal charges again',
    CORRECTED,
    [['CLP*RFP000000101A*1*', 'CLP*RFP000000101A*22*']],
    ['situation.reversal-not-negated CLP03 2100'],
  ],
  [
    'an adjustment stands at both levels',
    CORRECTED,
    [
      ['CAS*PR*3*15~', 'CAS*CO*253*2~\nCAS*PR*3*13~'],
      ['*125*15*12*', '*125*13*12*'],
    ],
    ['situation.adjustment-repeated CAS05 2110'],
  ],
  [
    'adjustments of both levels differ in their amount',
    CORRECTED,
    [
      ['CAS*PR*3*15~', 'CAS*CO*253*3~\nCAS*PR*3*12~'],
      ['*125*15*12*', '*125*12*12*'],
    ],
    [],
  ],
];

describe('a remittance', () => {
  test.each(rows)('is judged where %s', (_, sample, changes, problems) => {
    expect(briefProblems(changedSample(sample, ...changes))).toEqual(problems);
  });
});
