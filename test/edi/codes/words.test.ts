import { describe, expect, test } from 'vitest';
import { adjustmentGroupWords, adjustmentReasonWords } from '../../../src/edi/codes/adjustment-reasons.ts';
import { claimStatusCategoryWords } from '../../../src/edi/codes/claim-status-categories.ts';
import { claimStatusWords } from '../../../src/edi/codes/claim-statuses.ts';
import { remarkCodeWords } from '../../../src/edi/codes/remark-codes.ts';
import { USUAL_RULES } from '../../../src/simulator/payer/rules.ts';

describe('codes in words', () => {
  test.each([
    [adjustmentGroupWords('CO'), 'contract: the patient does not owe it'],
    [adjustmentReasonWords('45'), 'above the contracted or allowed fee'],
    [claimStatusCategoryWords('A3'), 'returned as unprocessable'],
    [claimStatusWords('33'), 'subscriber and subscriber id not found'],
    [remarkCodeWords('MA15'), 'claim was split'],
  ])('%s', (words, expected) => {
    expect(words).toBe(expected);
  });

  test('say nothing of a code that is not known', () => {
    for (const wordsOf of [
      adjustmentGroupWords,
      adjustmentReasonWords,
      claimStatusCategoryWords,
      claimStatusWords,
      remarkCodeWords,
    ]) {
      expect(wordsOf('ZZZ')).toBeUndefined();
      expect(wordsOf('constructor')).toBeUndefined();
    }
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
