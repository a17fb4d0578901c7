import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  ACKNOWLEDGMENT_PROBLEM_TEXTS,
  BALANCE_PROBLEM_TEXTS,
  CODE_PROBLEM_TEXTS,
  HIERARCHY_PROBLEM_TEXTS,
  SITUATION_PROBLEM_TEXTS,
} from '../../../src/edi/rule-problem-texts.ts';
import { allProblems, checkBytes, checkInPieces, checkText } from '../support/check-text.ts';
import { withDelimiters } from '../support/interchange-text.ts';
import { expectedProblems, readSamples } from '../support/samples.ts';

const TEXTS = Object.entries({
  ...ACKNOWLEDGMENT_PROBLEM_TEXTS,
  ...BALANCE_PROBLEM_TEXTS,
  ...CODE_PROBLEM_TEXTS,
  ...HIERARCHY_PROBLEM_TEXTS,
  ...SITUATION_PROBLEM_TEXTS,
}).map(([code, text]) => ({ code, ...text }));

const PAGE = readFileSync(new URL('../../../docs/reference/problems.md', import.meta.url), 'utf8');
const SAMPLES = readSamples('invalid');

describe('the problem of a rule', () => {
  test.each(TEXTS)('$code has a sample that breaks this rule and no other', ({ code }) => {
    const alone = SAMPLES.filter(
      ({ name }) => JSON.stringify(expectedProblems(name)) === JSON.stringify([code]),
    );
    expect(alone.length).toBeGreaterThan(0);
  });

  test.each(TEXTS)('$code is called a warning on its page when it is one', ({ code, severity }) => {
    const row = PAGE.split('\n').find((line) => line.startsWith(`| \`${code}\``)) ?? '';
    expect(/ Warning\. +\|/.test(row)).toBe(severity === 'warning');
  });

  test('names the claim that it stands in, also where it is found at the end of the claim', () => {
    const late = SAMPLES.find(({ name }) => name === '837p-other-payer-does-not-balance');
    const [problem] = allProblems(checkBytes(late?.bytes ?? new Uint8Array()));
    expect(problem?.location).toMatchObject({ claim: 'RFP000000121A', segment: 'AMT', loop: '2320' });
  });

  const ofRules = SAMPLES.filter(({ name }) =>
    TEXTS.some(({ code }) => JSON.stringify(expectedProblems(name)) === JSON.stringify([code])),
  );

  test.each(ofRules)('is the same however $name is cut into pieces', ({ bytes }) => {
    const whole = checkBytes(bytes);
    for (const size of [1, 7, 64]) expect(checkInPieces(bytes, size)).toEqual(whole);
  });

  test.each(ofRules)('is the same whatever the delimiters of $name are', ({ name, bytes }) => {
    const others = { element: '|', repetition: '!', component: '>', terminator: '\u001c' };
    const text = withDelimiters(Buffer.from(bytes).toString('latin1'), others);
    expect(allProblems(checkText(text)).map(({ code }) => code)).toEqual(expectedProblems(name));
  });
});
