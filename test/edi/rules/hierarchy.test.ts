import { describe, expect, test } from 'vitest';
import { briefProblems, type Change, changedSample, triggerOf } from '../support/changed-sample.ts';

const DEPENDENT = '837p-dependent-and-second-claim';
const ACKNOWLEDGMENT = '277ca-two-providers';

const faults: readonly (readonly [
  what: string,
  sample: string,
  change: Change,
  problems: readonly string[],
])[] = [
  [
    'HL01 skips a number',
    DEPENDENT,
    ['HL*3*2*23*0', 'HL*4*2*23*0'],
    ['hierarchy.number-out-of-sequence HL01 2000C'],
  ],
  [
    'HL01 of a level with levels inside is wrong, and not for those inside',
    DEPENDENT,
    ['HL*2*1*22*1', 'HL*7*1*22*1'],
    ['hierarchy.number-out-of-sequence HL01 2000B'],
  ],
  [
    'the first HL01 is not 1',
    DEPENDENT,
    ['HL*1**20*1', 'HL*0**20*1'],
    ['hierarchy.number-out-of-sequence HL01 2000A'],
  ],
  [
    'HL01 is no number',
    DEPENDENT,
    ['HL*3*2*23*0', 'HL*C*2*23*0'],
    ['hierarchy.number-out-of-sequence HL01 2000C'],
  ],
  [
    'HL02 names the level around the parent',
    DEPENDENT,
    ['HL*3*2*23*0', 'HL*3*1*23*0'],
    ['hierarchy.parent-wrong HL02 2000C'],
  ],
  [
    'HL02 names the level itself',
    ACKNOWLEDGMENT,
    ['HL*5*3*PT', 'HL*5*5*PT'],
    ['hierarchy.parent-wrong HL02 2000D'],
  ],
  [
    'HL04 announces no level and one follows',
    ACKNOWLEDGMENT,
    ['HL*3*2*19*1', 'HL*3*2*19*0'],
    ['hierarchy.children-unannounced HL04 2000C'],
  ],
  [
    'HL04 announces a level and none follows',
    ACKNOWLEDGMENT,
    ['HL*7*2*19*0', 'HL*7*2*19*1'],
    ['hierarchy.children-missing HL04 2000C'],
  ],
  [
    'HL04 is no code',
    ACKNOWLEDGMENT,
    ['HL*3*2*19*1', 'HL*3*2*19*2'],
    ['element.code-not-in-list HL04 2000C'],
  ],
];

describe('the tree of HL segments', () => {
  test.each(faults)('is told once where %s', (_, sample, change, problems) => {
    expect(briefProblems(changedSample(sample, change))).toEqual(problems);
  });

  test('is told at the level that announces none, with the level that stands inside', () => {
    expect(triggerOf(changedSample(DEPENDENT, ['HL*2*1*22*1', 'HL*2*1*22*0']))).toBe('HL');
  });

  test('is not judged to its end where the set is cut', () => {
    const text = changedSample(DEPENDENT);
    const cut = text.slice(0, text.indexOf('HL*3*2*23*0'));
    expect(briefProblems(cut).filter((problem) => problem.startsWith('hierarchy'))).toEqual([]);
  });
});
