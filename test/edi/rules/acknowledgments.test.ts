import { describe, expect, test } from 'vitest';
import { cents, printCentsSuppressed } from '../../../src/base/money.ts';
import {
  briefProblems,
  type Change,
  changedSample,
  sampleText,
  triggerOf,
} from '../support/changed-sample.ts';

const CLAIMS = '277ca-two-providers';
const SETS = '999-partially-accepted';

type Row = readonly [what: string, sample: string, changes: readonly Change[], problems: readonly string[]];

const claims: readonly Row[] = [
  [
    'an accepted claim is not counted',
    CLAIMS,
    [['QTY*90*2', 'QTY*90*1']],
    ['balance.acknowledged-claims QTY02 2200B'],
  ],
  [
    'a claim of a provider that tells none is not counted',
    CLAIMS,
    [['QTY*QC*2', 'QTY*QC*1']],
    ['balance.acknowledged-claims QTY02 2200B'],
  ],
  [
    'a claim is charged otherwise, which provider and receiver tell',
    CLAIMS,
    [['*WQ*95.5~', '*WQ*95.49~']],
    ['balance.acknowledged-claims AMT02 2200B', 'balance.acknowledged-claims AMT02 2200C'],
  ],
  [
    'a provider tells neither claims nor numbers, and the receiver is not judged',
    CLAIMS,
    [
      ['QTY*QC*2~\nAMT*YY*150~\n', ''],
      ['QTY*AA*3', 'QTY*AA*9'],
    ],
    [],
  ],
  [
    'a status is of a claim that is paid',
    CLAIMS,
    [['STC*A2:20:PR*20250416*WQ*150', 'STC*F1:65:PR*20250416*WQ*150']],
    ['situation.status-category-wrong STC01-1 2200D'],
  ],
  ['a system is unavailable', CLAIMS, [['STC*A3:24:85**U*150', 'STC*E1:24:85**U*150']], []],
  [
    'a status is E0',
    CLAIMS,
    [['STC*A3:24:85**U*150', 'STC*E0:24:85**U*150']],
    ['situation.status-category-wrong STC01-1 2200C'],
  ],
  [
    'a rejection is accepted',
    CLAIMS,
    [['STC*A2:20:PR*20250416*WQ*150', 'STC*A3:21:PR*20250416*WQ*150']],
    ['situation.status-contradictory STC03 2200D'],
  ],
  [
    'an acceptance is rejected',
    CLAIMS,
    [['STC*A7:187**U', 'STC*A1:187**U']],
    ['situation.status-contradictory STC03 2220D'],
  ],
  [
    'a status accepts and rejects, and its sender may count it on either side',
    CLAIMS,
    [
      ['WQ*95.5~', 'WQ*95.5******A3:187~'],
      ['QTY*90*2', 'QTY*90*1'],
    ],
    [],
  ],
  ['a claim is split', CLAIMS, [['STC*A2:20:PR*20250416*WQ*150', 'STC*A5:20:PR*20250416*WQ*150']], []],
];

const sets: readonly Row[] = [
  ['AK904 is one too many', SETS, [['P*2*2*1', 'P*2*2*2']], ['balance.acknowledged-sets AK904']],
  [
    'fewer sets were received than are listed',
    SETS,
    [['P*2*2*1', 'P*2*1*0']],
    ['balance.acknowledged-sets AK903'],
  ],
  ['accepted sets are left out', SETS, [['AK2*837*0001*005010X222A1~\nIK5*A~\n', '']], []],
  ['the group is rejected as such', SETS, [['P*2*2*1', 'R*2*2*0*5']], []],
  [
    'a part is accepted and AK901 says all',
    SETS,
    [['P*2*2*1', 'E*2*2*1']],
    ['situation.group-verdict-wrong AK901'],
  ],
  [
    'a part is accepted and AK901 says none',
    SETS,
    [['P*2*2*1', 'R*2*2*1']],
    ['situation.group-verdict-wrong AK901'],
  ],
  [
    'all are accepted and AK901 says a part',
    '999-accepted',
    [['A*1*1*1', 'P*1*1*1']],
    ['situation.group-verdict-wrong AK901'],
  ],
  [
    'a set has an error and is accepted with it',
    SETS,
    [
      ['IK5*R*5', 'IK5*E*5'],
      ['P*2*2*1', 'E*2*2*2'],
    ],
    [],
  ],
  [
    'a set has an error and is accepted without',
    SETS,
    [
      ['IK5*R*5', 'IK5*A'],
      ['P*2*2*1', 'A*2*2*2'],
    ],
    ['situation.accepted-with-errors-noted IK501 2000'],
  ],
  [
    'a set is rejected and nothing says why',
    '999-accepted',
    [
      ['IK5*A', 'IK5*R'],
      ['A*1*1*1', 'R*1*1*0'],
    ],
    ['situation.rejection-unexplained IK502 2000'],
  ],
];

describe('an acknowledgment of claims', () => {
  test.each(claims)('is judged where %s', (_, sample, changes, problems) => {
    expect(briefProblems(changedSample(sample, ...changes))).toEqual(problems);
  });

  test('has no number or amount in its totals that could be off by one', () => {
    const text = sampleText(CLAIMS);
    const found = [...text.matchAll(/((?:QTY|AMT)\*\w\w\*)([\d.]+)/g)];
    expect(found).toHaveLength(10);
    for (const { index, 0: all, 1: before = '', 2: value = '' } of found) {
      const step = before.startsWith('QTY') ? 100 : 1;
      const higher = printCentsSuppressed(cents(Math.round(Number(value) * 100) + step));
      const changed = `${text.slice(0, index)}${before}${higher}${text.slice(index + all.length)}`;
      expect(briefProblems(changed)[0], all).toContain('balance.acknowledged-claims');
    }
  });
});

describe('an acknowledgment of sets', () => {
  test.each(sets)('is judged where %s', (_, sample, changes, problems) => {
    expect(briefProblems(changedSample(sample, ...changes))).toEqual(problems);
  });

  test('is told with what it contradicts', () => {
    const accepted = changedSample(SETS, ['IK5*R*5', 'IK5*A'], ['P*2*2*1', 'A*2*2*2']);
    expect(triggerOf(accepted)).toBe('IK3');
  });
});

describe('an acknowledgment of an interchange', () => {
  const rows: readonly (readonly [
    what: string,
    sample: string,
    change: Change,
    problems: readonly string[],
  ])[] = [
    [
      'it accepts with a note',
      'ta1-accepted',
      ['A*000~', 'A*001~'],
      ['interchange.acknowledgment-wrong TA105'],
    ],
    [
      'it rejects without a note',
      'ta1-rejected',
      ['R*021~', 'R*000~'],
      ['interchange.acknowledgment-wrong TA105'],
    ],
    [
      'it notes what is no note',
      'ta1-rejected',
      ['R*021~', 'R*099~'],
      ['interchange.acknowledgment-wrong TA105'],
    ],
    ['it has no verdict', 'ta1-rejected', ['R*021~', '*021~'], ['interchange.acknowledgment-wrong TA104']],
    ['it accepts with errors', 'ta1-rejected', ['R*021~', 'E*021~'], []],
  ];
  test.each(rows)('is judged where %s', (_, sample, change, problems) => {
    expect(briefProblems(changedSample(sample, change))).toEqual(problems);
  });
});
