import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRejected } from '../../../src/edi/check/check-report.ts';
import { PROBLEMS_MAX } from '../../../src/edi/check/interchange-checker.ts';
import { allProblems, checkBytes, checkInPieces, checkText } from '../support/check-text.ts';
import { bytesOf } from '../support/latin-1.ts';
import { readSample, readSamples } from '../support/samples.ts';

const CLAIMS = Buffer.from(readSample('valid', '837p-subscriber-is-patient')).toString('latin1');

describe('the check of a file', () => {
  test('puts each problem at its level', () => {
    const text = CLAIMS.replace('A*150***', 'A*151***')
      .replace('GE*1*101', 'GE*1*102')
      .replace('IEA*1*', 'IEA*9*');
    const report = checkText(text);
    const [interchange] = report.interchanges;
    const [group] = interchange?.groups ?? [];
    const [set] = group?.sets ?? [];
    expect(report.problems).toEqual([]);
    expect(interchange?.problems.map(({ code }) => code)).toEqual(['interchange.group-count-mismatch']);
    expect(group?.problems.map(({ code }) => code)).toEqual(['group.control-number-mismatch']);
    expect(set?.problems.map(({ code }) => code)).toEqual(['balance.claim']);
    expect(set).toMatchObject({ controlNumber: '0001', guide: '005010X222A1', verdict: 'rejected' });
  });

  test('places a problem in its claim', () => {
    const text = CLAIMS.replace('A*150***', 'A*151***');
    const [problem] = allProblems(checkText(text));
    expect(problem?.location).toEqual({
      interchangeControlNumber: '000000101',
      groupControlNumber: '101',
      setControlNumber: '0001',
      segmentOrdinal: 19,
      segment: 'CLM',
      loop: '2300',
      element: 2,
      claim: 'RFP000000101A',
      byteStart: text.indexOf('CLM*'),
      byteStop: text.indexOf('CLM*') + 'CLM*RFP000000101A*151***11:B:1*Y*A*Y*Y~'.length,
    });
  });

  test('leaves a set unchecked whose guide is not carried, and does not reject it', () => {
    const report = checkText(CLAIMS.replaceAll('005010X222A1', '005010X999'));
    expect(report.interchanges[0]?.groups[0]?.sets[0]?.verdict).toBe('unchecked');
    expect(isRejected(report)).toBe(false);
  });

  test('rejects such a set when its envelope is broken', () => {
    const report = checkText(CLAIMS.replaceAll('005010X222A1', '005010X999').replace('SE*29', 'SE*30'));
    expect(report.interchanges[0]?.groups[0]?.sets[0]?.verdict).toBe('rejected');
  });

  test('keeps a bounded number of problems and rejects by all of them', () => {
    const bad = 'ZZZ*1~'.repeat(PROBLEMS_MAX + 10);
    const report = checkText(CLAIMS.replace('SE*29', `${bad}SE*29`));
    expect(allProblems(report).length).toBe(PROBLEMS_MAX + 1);
    expect(report.omittedProblemCount).toBe(10);
    expect(isRejected(report)).toBe(true);
  });

  test('keeps what is wrong with an envelope past that number', () => {
    const bad = 'ZZZ*1~'.repeat(PROBLEMS_MAX + 10);
    const text = CLAIMS.replace('SE*29', `${bad}SE*29`).replace('GE*1*', 'GE*9*').replace('IEA*1*', 'IEA*9*');
    const codes = allProblems(checkText(text)).map(({ code }) => code);
    expect(codes.slice(0, 2)).toEqual(['interchange.group-count-mismatch', 'group.set-count-mismatch']);
    expect(codes.at(-1)).toBe('set.segment-count-mismatch');
  });

  test.each([
    ['GS02', 'GS*HC*RIVERSIDEFP*', 'GS*HC*R*', 2],
    ['GS03', '*EXAMPLECH*2025', '* *2025', 3],
    ['GS04', '*20250316*0900*101*X', '*20251316*0900*101*X', 4],
    ['GS05', '*20250316*0900*101*X', '*20250316*2460*101*X', 5],
    ['GS07', '*20250316*0900*101*X', '*20250316*0900*101*T', 7],
  ])('warns of a %s that no guide allows', (_, from, to, element) => {
    expect(CLAIMS).toContain(from);
    const report = checkText(CLAIMS.replace(from, to));
    expect(allProblems(report)).toMatchObject([
      { code: 'interchange.group-header-invalid', severity: 'warning', location: { segment: 'GS', element } },
    ]);
    expect(isRejected(report)).toBe(false);
  });

  test('compares ST03 with GS08, a guide and its errata being one', () => {
    const codesFor = (version: string): string[] =>
      allProblems(checkText(CLAIMS.replace('X*005010X222A1', `X*${version}`))).map(({ code }) => code);
    expect(codesFor('005010X223A2')).toEqual(['set.guide-mismatch']);
    expect(codesFor('005010X299')).toEqual(['set.guide-mismatch']);
    expect(codesFor('005010X222')).toEqual([]);
  });

  test('takes spaces in front of an ST02 for characters of it (X12.6 §3.5.1.4, §B.1.1.3.1.4), and not spaces alone', () => {
    const codesFor = (number: string): string[] =>
      allProblems(checkText(CLAIMS.replaceAll('*0001', `*${number}`))).map(({ code }) => code);
    expect(codesFor('   1')).toEqual([]);
    expect(codesFor('    ')).toContain('set.control-number-invalid');
  });

  test('keeps the first error of each set, even past that number', () => {
    const set = CLAIMS.slice(CLAIMS.indexOf('ST*'), CLAIMS.indexOf('GE*'));
    const crowded = set.replace('SE*29', `${'ZZZ*1~'.repeat(PROBLEMS_MAX + 10)}SE*29`);
    const late = set.replaceAll('*0001', '*0002').replace('A*150***', 'A*151***');
    const report = checkText(CLAIMS.replace(set, crowded + late));
    expect(report.interchanges[0]?.groups[0]?.sets[1]?.problems.map(({ code }) => code)).toEqual([
      'balance.claim',
    ]);
  });

  test('never throws, whatever the bytes are', () => {
    const samples = [...readSamples('valid'), ...readSamples('invalid')].map(({ bytes }) => bytes);
    const damage = fc.array(fc.tuple(fc.nat({ max: 2000 }), fc.nat({ max: 255 })), { maxLength: 20 });
    fc.assert(
      fc.property(fc.constantFrom(...samples), damage, fc.nat({ max: 3000 }), (sample, damages, length) => {
        const bytes = sample.slice(0, length);
        for (const [at, byte] of damages) if (at < bytes.length) bytes[at] = byte;
        expect(() => checkBytes(bytes)).not.toThrow();
      }),
    );
  });

  test('says the same however the file comes in pieces', () => {
    const bytes = bytesOf(CLAIMS.replace('A*150***', 'A*151***'));
    const whole = checkBytes(bytes);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (size) => {
        expect(checkInPieces(bytes, size)).toEqual(whole);
      }),
    );
  });

  test('keeps values of the file out of every message', () => {
    for (const { bytes } of readSamples('invalid')) {
      for (const { message, remedy } of allProblems(checkBytes(bytes))) {
        expect(`${message} ${remedy}`).not.toMatch(/RIVERSIDE|EXAMPLE|TESTER|RFP0|PCCN|MEM0|1,50|2O/);
      }
    }
  });
});
