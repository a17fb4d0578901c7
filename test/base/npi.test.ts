import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isValidNpi } from '../../src/base/npi.ts';

describe('an NPI', () => {
  test.each(['1234567893', '1999999984', '1558598797'])('%s is valid', (npi) => {
    expect(isValidNpi(npi)).toBe(true);
  });

  test.each(['1234567890', '0234567893', '3234567893', '123456789', '12345678930', '123456789X', ''])(
    '%j is not',
    (npi) => {
      expect(isValidNpi(npi)).toBe(false);
    },
  );

  test('has exactly one check digit for its first nine digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 299_999_999 }), (nine) => {
        const valid = '0123456789'.split('').filter((digit) => isValidNpi(`${nine}${digit}`));
        expect(valid).toHaveLength(1);
      }),
    );
  });

  test('is no longer valid when one digit is mistyped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (place, step) => {
        const digits = '1999999984'.split('').map(Number);
        digits[place] = ((digits[place] as number) + step) % 10;
        expect(isValidNpi(digits.join(''))).toBe(false);
      }),
    );
  });
});
