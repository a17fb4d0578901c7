import { describe, expect, test } from 'vitest';
import { adjustmentGroupWords, adjustmentReasonWords } from '../../../src/edi/codes/adjustment-reasons.ts';
import { claimStatusCategoryWords } from '../../../src/edi/codes/claim-status-categories.ts';
import { claimStatusWords } from '../../../src/edi/codes/claim-statuses.ts';
import { type CodeEntry, entriesOf } from '../../../src/edi/codes/code-list.ts';
import type { CodeSetId } from '../../../src/edi/codes/code-set-ids.ts';
import { codeSetById } from '../../../src/edi/codes/code-sets.ts';
import { readCodeWords } from '../../../src/edi/codes/code-words.ts';
import { remarkCodeWords } from '../../../src/edi/codes/remark-codes.ts';
import { USUAL_RULES } from '../../../src/simulator/payer/rules.ts';

function listed(id: CodeSetId): CodeEntry[] {
  const { list } = codeSetById(id);
  return list === undefined ? [] : entriesOf(list);
}

const ALL: readonly (readonly [CodeSetId, (code: string) => string | undefined, number])[] = [
  ['claim-adjustment-reason', adjustmentReasonWords, 250],
  ['remittance-advice-remark', remarkCodeWords, 300],
  ['claim-status-category', claimStatusCategoryWords, 56],
  ['claim-status', claimStatusWords, 300],
];

describe('codes in words', () => {
  test.each([
    [adjustmentGroupWords('CO'), 'contract: the patient does not owe it'],
    [adjustmentReasonWords('45'), 'above the contracted or allowed fee'],
    [claimStatusCategoryWords('A3'), 'returned as unprocessable'],
    [claimStatusWords('33'), 'subscriber and subscriber id not found'],
    [claimStatusWords('30'), 'subscriber and subscriber id do not match'],
    [remarkCodeWords('MA15'), 'claim was split'],
  ])('%s', (words, expected) => {
    expect(words).toBe(expected);
  });

  test('say nothing of a code that is not known', () => {
    for (const wordsOf of [adjustmentGroupWords, ...ALL.map(([, each]) => each)]) {
      expect(wordsOf('ZZZ')).toBeUndefined();
      expect(wordsOf('constructor')).toBeUndefined();
    }
  });

  test.each(ALL)('are there for the codes of %s that matter most', (id, wordsOf, least) => {
    const withWords = listed(id).filter(({ code }) => wordsOf(code) !== undefined);
    expect(withWords.length).toBeGreaterThanOrEqual(least);
  });

  test('are there for nearly every adjustment reason that is in use', () => {
    const wordless = listed('claim-adjustment-reason').filter(
      ({ code, stop }) => stop === undefined && adjustmentReasonWords(code) === undefined,
    );
    expect(wordless.map(({ code }) => code)).toEqual(['307', '308']);
  });

  test.each(ALL)('of %s are short, and no sentence', (id, wordsOf) => {
    for (const { code } of listed(id)) {
      const words = wordsOf(code);
      if (words === undefined) continue;
      expect(words.length).toBeLessThanOrEqual(90);
      expect(words).toBe(words.trim());
      expect(words).not.toMatch(/\.$/);
    }
  });

  test('call a reason retired when it has been stopped, and no other', () => {
    const wrong = listed('claim-adjustment-reason').filter(({ code, stop }) => {
      const words = adjustmentReasonWords(code);
      return words !== undefined && words.endsWith('(retired)') !== (stop !== undefined);
    });
    expect(wrong).toEqual([]);
  });

  test('are there for every code that the simulator gives', () => {
    for (const { outcome } of [...USUAL_RULES.claims, ...USUAL_RULES.lines]) {
      if (outcome.kind === 'reject') {
        expect(claimStatusCategoryWords(outcome.category)).toBeDefined();
        expect(claimStatusWords(outcome.status)).toBeDefined();
      }
      if (outcome.kind === 'deny') {
        expect(adjustmentGroupWords(outcome.groupCode)).toBeDefined();
        expect(adjustmentReasonWords(outcome.reasonCode)).toBeDefined();
        for (const code of outcome.remarkCodes) expect(remarkCodeWords(code)).toBeDefined();
      }
    }
  });
});

describe('a table of words', () => {
  test('has one line a code', () => {
    expect([...readCodeWords('\n1 one thing\nA2 another\n')]).toEqual([
      ['1', 'one thing'],
      ['A2', 'another'],
    ]);
  });

  test.each(['1 one\n1 again', 'words', ' 1 one\n2'])('is refused as our own mistake: %j', (text) => {
    expect(() => readCodeWords(text)).toThrow('a line of words begins with a code of its own');
  });
});
