import { describe, expect, test } from 'vitest';
import { briefProblems, type Change, changedSample } from '../support/changed-sample.ts';

const SECONDARY = '837p-secondary-claim';
const SELF = '837p-subscriber-is-patient';

const rows: readonly (readonly [
  what: string,
  sample: string,
  changes: readonly Change[],
  problems: string[],
])[] = [
  ['one payer is primary', SELF, [], []],
  ['the only payer is of unknown rank', SELF, [['SBR*P*', 'SBR*U*']], []],
  [
    'the only payer is secondary',
    SELF,
    [['SBR*P*', 'SBR*S*']],
    ['situation.primary-payer-missing SBR01 2000B'],
  ],
  ['the claim goes to the third of two payers', SECONDARY, [['SBR*S*18', 'SBR*T*18']], []],
  [
    'two payers are secondary',
    SECONDARY,
    [['SBR*P*18*GRP0009', 'SBR*S*18*GRP0009']],
    ['situation.payer-rank-repeated SBR01 2320'],
  ],
  [
    'two payers are of unknown rank',
    SECONDARY,
    [
      ['SBR*P*18*GRP0009', 'SBR*U*18*GRP0009'],
      ['SBR*S*18*GRP0001', 'SBR*U*18*GRP0001'],
    ],
    [],
  ],
  ['a rank is no code', SELF, [['SBR*P*', 'SBR*X*']], ['element.code-not-in-list SBR01 2000B']],
  [
    'Medicare is secondary and nothing says why',
    SECONDARY,
    [['PLAN*12****MB', 'PLAN*****MB']],
    ['situation.insurance-type-missing SBR05 2000B'],
  ],
  ['another plan is secondary', SECONDARY, [['PLAN*12****MB', 'PLAN*****CI']], []],
  ['Medicare is primary', SELF, [['******CI', '******MA']], []],
  [
    'nothing says what kind of plan it is',
    SELF,
    [['SBR*P*18*GRP0001******CI', 'SBR*P*18*GRP0001']],
    ['situation.filing-indicator-missing SBR09 2000B'],
  ],
];

describe('the payers of a claim', () => {
  test.each(rows)('are judged where %s', (_, sample, changes, problems) => {
    expect(briefProblems(changedSample(sample, ...changes))).toEqual(problems);
  });
});
