import { describe, expect, test } from 'vitest';
import { adjustmentMeaning } from '../../../src/domain/remittance/reason.ts';
import { adjustment } from '../support/remittances.ts';

describe('an adjustment', () => {
  test.each([
    ['CO-45', 'contractual'],
    ['CO-24', 'contractual'],
    ['CO-253', 'contractual'],
    ['CO-50', 'denial'],
    ['CO-16', 'denial'],
    ['CO-29', 'denial'],
    ['CO-97', 'denial'],
    ['CO-B7', 'denial'],
    ['CO-109', 'denial'],
    ['CO-18', 'duplicate'],
    ['OA-18', 'duplicate'],
    ['OA-23', 'informational'],
    ['PR-1', 'deductible'],
    ['PR-2', 'coinsurance'],
    ['PR-3', 'copay'],
    ['PR-96', 'patient-other'],
    ['PR-45', 'patient-other'],
    // PI is never a silent write-off, whatever the reason.
    ['PI-45', 'review'],
    ['PI-50', 'denial'],
    ['OA-45', 'review'],
    ['OA-50', 'review'],
    ['CO-23', 'review'],
    ['CR-45', 'review'],
    ['CO-104', 'review'],
    ['CO-9999', 'review'],
    ['XX-45', 'review'],
  ])('%s is %s', (code, meaning) => {
    expect(adjustmentMeaning(adjustment(code, 100))).toBe(meaning);
  });
});
