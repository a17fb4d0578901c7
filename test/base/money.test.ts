import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvariantViolation } from '../../src/base/invariant.ts';
import {
  cents,
  negateCents,
  parseCents,
  parseCentsBytes,
  printCents,
  printCentsSuppressed,
  sumCents,
} from '../../src/base/money.ts';

/** Fifteen digits with two of them behind the point. */
const MAX = 999_999_999_999_999;
const amounts = fc.integer({ min: -MAX, max: MAX }).map(cents);

describe('an amount', () => {
  test('printed for people is read back the same', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(parseCents(printCents(amount))).toBe(amount);
      }),
    );
  });

  test('printed with zeros suppressed is read back the same', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(parseCents(printCentsSuppressed(amount))).toBe(amount);
      }),
    );
  });

  test('suppressed has no needless character', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(printCentsSuppressed(amount)).toMatch(/^-?(0|[1-9]\d*|([1-9]\d*)?\.\d?[1-9])$/);
      }),
    );
  });

  test('is read from the middle of bytes as from its own text', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        const bytes = new TextEncoder().encode(`9*${printCentsSuppressed(amount)}*9`);
        expect(parseCentsBytes(bytes, 2, bytes.length - 2)).toBe(amount);
      }),
    );
  });

  test.each([
    ['109.2', 10_920],
    ['.5', 50],
    ['-.05', -5],
    ['0', 0],
    ['-0', 0],
    ['007', 700],
    ['1.230', 123],
    ['1.', 100],
  ])('%s is %d cents', (text, expected) => {
    expect(parseCents(text)).toBe(expected);
  });

  test.each(['', '-', '.', '+1', '1,000', '1e3', '1.234', ' 1', '1 ', '--1', '1.2.3', '１', '9'.repeat(16)])(
    '%j is none',
    (text) => {
      expect(parseCents(text)).toBeUndefined();
    },
  );

  test('past the safe range is none', () => {
    expect(parseCents('999999999999999')).toBeUndefined();
    expect(parseCents('9999999999999.99')).toBe(999_999_999_999_999);
  });

  test('is never negative zero', () => {
    expect(Object.is(negateCents(cents(0)), 0)).toBe(true);
    expect(Object.is(sumCents([-5, 5]), 0)).toBe(true);
    expect(printCents(cents(-0))).toBe('0.00');
  });

  test('that is no safe integer is our own mistake', () => {
    expect(() => cents(0.5)).toThrow(InvariantViolation);
    expect(() => cents(2 ** 53)).toThrow(InvariantViolation);
  });
});
