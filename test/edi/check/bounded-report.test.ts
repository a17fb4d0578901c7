import { describe, expect, test } from 'vitest';
import { type AnswerOptions, answerReport } from '../../../src/edi/acknowledgment/answer-report.ts';
import { type CheckReport, isRejected } from '../../../src/edi/check/check-report.ts';
import { TROUBLED_ENVELOPES_MAX } from '../../../src/edi/check/interchange-checker.ts';
import { allProblems, checkText } from '../support/check-text.ts';
import { readSample } from '../support/samples.ts';

const CLAIMS = Buffer.from(readSample('valid', '837p-subscriber-is-patient')).toString('latin1');
const SET = CLAIMS.slice(CLAIMS.indexOf('ST*'), CLAIMS.indexOf('GE*'));
const HEAD = CLAIMS.slice(0, CLAIMS.indexOf('ST*'));
const INTERCHANGE_HEAD = CLAIMS.slice(0, CLAIMS.indexOf('GS*'));
const GROUP_HEAD = HEAD.slice(INTERCHANGE_HEAD.length);
const BROKEN_SET = 'ST*837*0002~';
const MORE = 7;
const BROKEN_COUNT = TROUBLED_ENVELOPES_MAX + MORE;
const OPTIONS: AnswerOptions = {
  date: '20260131',
  time: '0905',
  firstControlNumber: 10,
  firstGroupNumber: 20,
  isTa1Only: false,
  lineEnd: '',
};

function setCount({ interchanges }: CheckReport): number {
  return interchanges.flatMap(({ groups }) => groups.flatMap(({ sets }) => sets)).length;
}

describe('the report of a file with very many envelopes in trouble', () => {
  test('keeps a bounded number of sets and tells how many it leaves out, with their problems', () => {
    const report = checkText(HEAD + BROKEN_SET.repeat(BROKEN_COUNT));
    expect(setCount(report)).toBe(TROUBLED_ENVELOPES_MAX);
    expect(report.omittedEnvelopeCount).toBe(MORE);
    expect(report.omittedProblemCount).toBeGreaterThanOrEqual(MORE);
    expect(isRejected(report)).toBe(true);
  });

  test('keeps a set that is accepted behind them', () => {
    const report = checkText(HEAD + BROKEN_SET.repeat(BROKEN_COUNT) + SET);
    expect(setCount(report)).toBe(TROUBLED_ENVELOPES_MAX + 1);
    expect(report.interchanges[0]?.groups[0]?.sets.at(-1)?.verdict).toBe('accepted');
  });

  test('keeps a bounded number of sets whose guide is not carried', () => {
    const set = 'ST*999*0001*1~SE*2*0001~';
    expect(setCount(checkText(HEAD + set.repeat(BROKEN_COUNT)))).toBe(TROUBLED_ENVELOPES_MAX);
  });

  test('keeps a bounded number of groups', () => {
    const report = checkText(INTERCHANGE_HEAD + GROUP_HEAD.repeat(BROKEN_COUNT));
    expect(report.interchanges[0]?.groups).toHaveLength(TROUBLED_ENVELOPES_MAX);
    expect(report.omittedEnvelopeCount).toBe(MORE);
  });

  test('keeps a bounded number of interchanges', () => {
    const report = checkText(INTERCHANGE_HEAD.repeat(BROKEN_COUNT));
    expect(report.interchanges).toHaveLength(TROUBLED_ENVELOPES_MAX);
    expect(report.omittedEnvelopeCount).toBe(MORE);
  });

  test('leaves nothing out below that number', () => {
    const report = checkText(HEAD + BROKEN_SET.repeat(100));
    expect(setCount(report)).toBe(100);
    expect(report.omittedEnvelopeCount).toBe(0);
    expect(allProblems(report).length).toBeGreaterThanOrEqual(100);
  });

  test('makes no answer, which would have to name every set', () => {
    expect(answerReport(checkText(HEAD + BROKEN_SET.repeat(BROKEN_COUNT)), OPTIONS)).toEqual([]);
  });
});
