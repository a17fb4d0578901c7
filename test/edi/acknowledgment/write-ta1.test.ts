import { describe, expect, test } from 'vitest';
import { writeTa1 } from '../../../src/edi/acknowledgment/write-ta1.ts';
import type { CheckedInterchange } from '../../../src/edi/check/check-report.ts';
import { allProblems, checkBytes, checkText } from '../support/check-text.ts';
import { TWO_SETS } from '../support/interchange-text.ts';
import { readSample } from '../support/samples.ts';

const ENVELOPE = { date: '20250316', time: '0915', interchangeControlNumber: '000000501', lineEnd: '\n' };

function firstOf(report: { interchanges: readonly CheckedInterchange[] }): CheckedInterchange {
  const [interchange] = report.interchanges;
  if (interchange === undefined) throw new Error('the text holds an interchange');
  return interchange;
}

function answerTo(text: string): string | undefined {
  return writeTa1(firstOf(checkText(text)), ENVELOPE);
}

describe('a TA1', () => {
  test('accepts a sound interchange as written by hand', () => {
    const received = firstOf(checkBytes(readSample('valid', '837p-subscriber-is-patient')));
    expect(writeTa1(received, ENVELOPE)).toBe(
      [
        'ISA*00*          *00*          *ZZ*EXAMPLECH      *ZZ*RIVERSIDEFP    *250316*0915*^*00501*000000501*0*T*:~',
        'TA1*000000101*250316*0900*A*000~',
        'IEA*0*000000501~',
        '',
      ].join('\n'),
    );
  });

  const rejections: readonly (readonly [fault: string, from: string, to: string, note: string])[] = [
    ['IEA02 is not ISA13', 'IEA*1*000000007', 'IEA*1*000000008', '001'],
    ['IEA is missing', 'IEA*1*000000007~', '', '023'],
    ['IEA01 miscounts', 'IEA*1*', 'IEA*2*', '021'],
    ['the version is 4010', '*00501*', '*00401*', '017'],
    ['the usage is none', '*0*T*:', '*0*X*:', '020'],
    ['the sender qualifier is none', '*ZZ*CLINIC', '*XX*CLINIC', '005'],
    ['the receiver is blank', '*ZZ*PAYER          *', '*ZZ*               *', '008'],
    ['the acknowledgment request is none', '*000000007*0*T*', '*000000007*5*T*', '019'],
  ];
  test.each(rejections)('says why it rejects when %s', (_, from, to, note) => {
    expect(TWO_SETS).toContain(from);
    expect(answerTo(TWO_SETS.replace(from, to))).toContain(`TA1*000000007*250102*0304*R*${note}~`);
  });

  test('rejects the second of two interchanges with one number', () => {
    const [first, second] = checkText(TWO_SETS + TWO_SETS).interchanges;
    if (first === undefined || second === undefined) throw new Error('two interchanges');
    expect(writeTa1(first, ENVELOPE)).toContain('*A*000~');
    expect(writeTa1(second, ENVELOPE)).toContain('*R*025~');
  });

  test('is not written when ISA13 cannot be repeated', () => {
    expect(answerTo(TWO_SETS.replaceAll('000000007', 'A00000007'))).toBeUndefined();
  });

  test('notes a group that no 999 can name, and rejects where there is no other', () => {
    const group = TWO_SETS.slice(TWO_SETS.indexOf('GS*'), TWO_SETS.indexOf('IEA*'));
    const nameless = group.replace('GS*HC', 'GS*');
    expect(answerTo(TWO_SETS.replace(group, nameless))).toContain('*R*024~');
    const both = TWO_SETS.replace(
      group,
      nameless + group.replace('*7*X', '*8*X').replace('GE*2*7', 'GE*2*8'),
    );
    expect(answerTo(both.replace('IEA*1*', 'IEA*2*'))).toContain('*E*024~');
  });

  test('never answers acknowledgments', () => {
    for (const name of ['ta1-accepted', '999-accepted']) {
      expect(writeTa1(firstOf(checkBytes(readSample('valid', name))), ENVELOPE)).toBeUndefined();
    }
  });

  test('is itself without a problem', () => {
    expect(allProblems(checkText(answerTo(TWO_SETS) ?? ''))).toEqual([]);
  });
});
