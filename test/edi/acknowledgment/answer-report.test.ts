import { describe, expect, test } from 'vitest';
import { type AnswerOptions, answerReport } from '../../../src/edi/acknowledgment/answer-report.ts';
import { checkText } from '../support/check-text.ts';
import { TWO_SETS } from '../support/interchange-text.ts';

const OPTIONS: AnswerOptions = {
  date: '20260131',
  time: '0905',
  firstControlNumber: 10,
  firstGroupNumber: 20,
  isTa1Only: false,
  lineEnd: '',
};

const ASKED = TWO_SETS.replace('*0*T*', '*1*T*').replaceAll('000000007', '000000008');
const REJECTED = TWO_SETS.replaceAll('000000007', '000000009').replace('IEA*1*', 'IEA*2*');
const ACKNOWLEDGING = [
  TWO_SETS.slice(0, 106).replace('000000007', '000000011'),
  'TA1*000000003*250101*0101*A*000~',
  'IEA*0*000000011~',
].join('\n');

function answers(text: string, options: Partial<AnswerOptions> = {}): string[] {
  return answerReport(checkText(text), { ...OPTIONS, ...options }).map(
    ({ kind, controlNumber, text: answer }) =>
      `${kind} ${controlNumber} ${/(?:TA1|AK1)\*[^~]*/.exec(answer)?.[0]}`,
  );
}

describe('the answers to a file', () => {
  test('are a 999 for each interchange, a TA1 where it is asked for, a TA1 alone where it is rejected', () => {
    expect(answers([TWO_SETS, ASKED, REJECTED].join('\n'))).toEqual([
      '999 000000010 AK1*HC*7*005010X222A1',
      'TA1 000000011 TA1*000000008*250102*0304*A*000',
      '999 000000012 AK1*HC*7*005010X222A1',
      'TA1 000000013 TA1*000000009*250102*0304*R*021',
    ]);
  });

  test('count their groups on from one interchange to the next', () => {
    const written = answerReport(checkText([TWO_SETS, ASKED].join('\n')), OPTIONS);
    const groups = written.flatMap(({ text }) =>
      [...text.matchAll(/GS\*(?:[^*]*\*){5}(\d+)/g)].map(([, number]) => number),
    );
    expect(groups).toEqual(['20', '21']);
  });

  test('are TA1 segments alone where only these are wanted', () => {
    expect(answers(TWO_SETS, { isTa1Only: true })).toEqual(['TA1 000000010 TA1*000000007*250102*0304*A*000']);
  });

  test('are none to an acknowledgment', () => {
    expect(answers(ACKNOWLEDGING)).toEqual([]);
    expect(answers(ACKNOWLEDGING, { isTa1Only: true })).toEqual([]);
  });
});
