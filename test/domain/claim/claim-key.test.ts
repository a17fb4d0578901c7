import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import { claimKey, differingPointers } from '../../../src/domain/claim/claim-key.ts';
import { serviceLine, soundClaim } from '../support/claims.ts';

describe('the key of a claim', () => {
  test('of an original is its account number, whatever else it says', () => {
    expect(claimKey(soundClaim({ placeOfService: '22' }))).toBe(claimKey(soundClaim()));
    expect(claimKey(soundClaim({ accountNumber: 'TEST-2' }))).not.toBe(claimKey(soundClaim()));
  });

  test('tells original, replacement, void, and replacements of different claims apart', () => {
    const keys = [
      soundClaim(),
      soundClaim({ frequency: '7', payerClaimControlNumber: 'A' }),
      soundClaim({ frequency: '7', payerClaimControlNumber: 'B' }),
      soundClaim({ frequency: '8', payerClaimControlNumber: 'A' }),
    ].map(claimKey);
    expect(new Set(keys).size).toBe(4);
  });
});

describe('the differences of two claims', () => {
  test('are none for the same claim', () => {
    expect(differingPointers(soundClaim(), soundClaim())).toEqual([]);
  });

  test('are named where they stand, amounts as in JSON', () => {
    const other = soundClaim({
      chargeCents: cents(12_600),
      patientPaidCents: cents(100),
      lines: [serviceLine(1, 10_100, { diagnosisPointers: [1, 2] }), serviceLine(2, 2500), serviceLine(3, 0)],
    });
    expect(differingPointers(soundClaim(), other)).toEqual([
      '/charge',
      '/lines/0/charge',
      '/lines/0/diagnosisPointers/1',
      '/lines/2',
      '/patientPaid',
    ]);
  });

  test('do not depend on the order of members', () => {
    const { accountNumber, ...rest } = soundClaim();
    expect(differingPointers(soundClaim(), { ...rest, accountNumber })).toEqual([]);
  });

  test('are none where a member is undefined on one side and left out on the other', () => {
    expect(differingPointers({ a: 1, b: undefined }, { a: 1 })).toEqual([]);
    expect(differingPointers({ a: 1 }, { a: 1, b: undefined })).toEqual([]);
    expect(differingPointers({ a: 1 }, { a: 1, b: 2 })).toEqual(['/b']);
    expect(differingPointers({ a: [] }, { a: {} })).toEqual(['/a']);
  });

  test('escape what a pointer would misread', () => {
    expect(differingPointers({ 'a/b~c': 1 }, { 'a/b~c': 2 })).toEqual(['/a~1b~0c']);
  });
});
