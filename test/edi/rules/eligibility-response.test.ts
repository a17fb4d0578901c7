import { describe, expect, test } from 'vitest';
import { briefProblems, type Change, changedSample, triggerOf } from '../support/changed-sample.ts';

const COVERAGE = '271-active-coverage';
const NAMELESS: Change = ['NM1*IL*1*TESTER*AVERY', 'NM1*IL*1**AVERY'];
const HEADER: Change = ['LS*2120~\n', ''];
const TRAILER: Change = ['LE*2120~\n', ''];

describe('a response about eligibility', () => {
  test('names the subscriber that it found', () => {
    expect(briefProblems(changedSample(COVERAGE, NAMELESS))).toEqual([
      'situation.subscriber-name-missing NM103 2100C',
    ]);
  });

  test('need not name a subscriber about whom it refuses to answer', () => {
    const refused: Change = ['DMG*D8', 'AAA*N**75*C~\nDMG*D8'];
    expect(briefProblems(changedSample(COVERAGE, NAMELESS, refused))).toEqual([]);
  });

  test('puts the entities of a benefit between LS and LE', () => {
    expect(briefProblems(changedSample(COVERAGE, HEADER))).toEqual([
      'situation.loop-header-missing LS 2110C',
    ]);
    expect(briefProblems(changedSample(COVERAGE, HEADER, TRAILER))).toEqual([
      'situation.loop-header-missing LS 2110C',
    ]);
    const open = changedSample(COVERAGE, TRAILER);
    expect(briefProblems(open)).toEqual(['situation.loop-trailer-missing LE 2110C']);
    expect(triggerOf(open)).toBe('LS');
  });
});
