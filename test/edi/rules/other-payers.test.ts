import { describe, expect, test } from 'vitest';
import { cents, printCentsSuppressed } from '../../../src/base/money.ts';
import {
  briefProblems,
  type Change,
  changedSample,
  sampleText,
  triggerOf,
} from '../support/changed-sample.ts';

const SECONDARY = '837p-secondary-claim';
const CLAIM_LEVEL = '837p-dependent-and-second-claim';

const SECOND_PAYER = [
  'SBR*T*18*GRP0010******CI~',
  'OI***Y***Y~',
  'NM1*IL*1*TESTER*AVERY****MI*CGM0000012~',
  'NM1*PR*2*THIRD EXAMPLE PLAN*****PI*EXHP1~',
  '',
].join('\n');

const rows: readonly (readonly [
  what: string,
  sample: string,
  changes: readonly Change[],
  problems: readonly string[],
])[] = [
  ['it paid a cent more', SECONDARY, [['AMT*D*100~', 'AMT*D*100.01~']], ['balance.other-payer AMT02 2320']],
  [
    'it paid a cent less for a line',
    SECONDARY,
    [['SVD*EXHP1*70*', 'SVD*EXHP1*69.99*']],
    ['balance.other-payer-line SVD02 2430'],
  ],
  [
    'it adjusted a line by a cent more, which claim and line tell',
    SECONDARY,
    [['CAS*CO*45*25~', 'CAS*CO*45*25.01~']],
    ['balance.other-payer AMT02 2320', 'balance.other-payer-line SVD02 2430'],
  ],
  [
    'it split a line into two that balance together',
    SECONDARY,
    [
      [
        'SVD*EXHP1*70*HC:99213**1~',
        'SVD*EXHP1*30*HC:99212**1~\nDTP*573*D8*20250401~\nSVD*EXHP1*40*HC:99213**1~',
      ],
    ],
    [],
  ],
  ['it decided at the level of the claim', CLAIM_LEVEL, [], []],
  [
    'a line names a payer that the claim has not',
    SECONDARY,
    [['SVD*EXHP1*42.5*', 'SVD*EXHP9*42.5*']],
    ['balance.other-payer AMT02 2320', 'situation.other-payer-unknown SVD01 2430'],
  ],
  [
    'an authorization is for a payer that the claim has not',
    SECONDARY,
    [['**2U:EXHP1', '**2U:EXHP9']],
    ['situation.other-payer-unknown REF04-2 2400'],
  ],
  [
    "a number of a line's provider is for a payer that the claim has not",
    SECONDARY,
    [['SVD*EXHP1*70*', 'NM1*82*1*PROVIDER*DREW****XX*1999999984~\nREF*G2*A1**2U:EXHP9~\nSVD*EXHP1*70*']],
    ['situation.other-payer-unknown REF04-2 2420A'],
  ],
  [
    'two payers share an identifier, and nobody knows whose the lines are',
    SECONDARY,
    [['LX*1~', `${SECOND_PAYER}LX*1~`]],
    [],
  ],
  [
    'it adjusted and says not what it paid',
    SECONDARY,
    [['AMT*D*100~\n', '']],
    ['situation.payer-paid-missing AMT 2320'],
  ],
  [
    'it decided and says not when',
    CLAIM_LEVEL,
    [['DTP*573*D8*20250301~\n', '']],
    ['situation.adjudication-date-missing DTP 2330B'],
  ],
  [
    'it says twice when it decided',
    SECONDARY,
    [['PI*EXHP1~\n', 'PI*EXHP1~\nDTP*573*D8*20250401~\n']],
    ['situation.adjudication-date-repeated DTP 2330B'],
  ],
  [
    'it says twice what it left to the patient',
    SECONDARY,
    [['CAS*PR*2*15~\nDTP*573*D8*20250401~\n', 'CAS*PR*2*15~\nDTP*573*D8*20250401~\nAMT*EAF*15~\n']],
    ['situation.patient-liability-repeated AMT 2320'],
  ],
];

describe('another payer of a claim', () => {
  test.each(rows)('is judged where %s', (_, sample, changes, problems) => {
    expect(briefProblems(changedSample(sample, ...changes))).toEqual(problems);
  });

  test('is not judged where an amount cannot be read', () => {
    expect(briefProblems(changedSample(SECONDARY, ['CAS*CO*45*25~', 'CAS*CO*45*2S~']))).toEqual([
      'element.amount-invalid CAS03 2430',
    ]);
  });

  test('is told with the segment that says that it decided', () => {
    expect(triggerOf(changedSample(CLAIM_LEVEL, ['DTP*573*D8*20250301~\n', '']))).toBe('AMT');
    expect(triggerOf(changedSample(SECONDARY, ['AMT*D*100~\n', '']))).toBe('CAS');
  });

  test('has no amount in its sums that could be off by a cent', () => {
    const text = sampleText(SECONDARY);
    const amounts = /(CLM\*\w+\*|SV1\*HC:\w+\*|AMT\*D\*|SVD\*\w+\*|CAS\*\w\w\*\d+\*)(-?[\d.]+)/g;
    const found = [...text.matchAll(amounts)];
    expect(found).toHaveLength(10);
    for (const { index, 0: all, 1: before = '', 2: value = '' } of found) {
      const higher = printCentsSuppressed(cents(Math.round(Number(value) * 100) + 1));
      const changed = `${text.slice(0, index)}${before}${higher}${text.slice(index + all.length)}`;
      const problems = briefProblems(changed).filter((problem) => problem.startsWith('balance.'));
      expect(problems, all).not.toEqual([]);
    }
  });
});
