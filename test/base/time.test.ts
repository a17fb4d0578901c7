import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  type BusinessDate,
  instantOf,
  parseBusinessDate,
  parseCompactDate,
  parseCompactDateBytes,
  printCompactDate,
  utcDayOf,
} from '../../src/base/time.ts';

const days: fc.Arbitrary<BusinessDate> = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as BusinessDate);

describe('a business date', () => {
  test('is read as it is printed, and from its compact form', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(parseBusinessDate(day)).toBe(day);
        expect(parseCompactDate(printCompactDate(day))).toBe(day);
        const bytes = new TextEncoder().encode(`D8*${printCompactDate(day)}~`);
        // The second time it is known.
        expect([1, 2].map(() => parseCompactDateBytes(bytes, 3, 11))).toEqual([day, day]);
      }),
    );
  });

  test('is reached and left by the same number of days', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -20_000, max: 20_000 }), (day, count) => {
        expect(addDays(addDays(day, count), 0 - count)).toBe(day);
      }),
    );
  });

  test('sorts as text', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 10_000 }), (day, count) => {
        expect(addDays(day, count) > day).toBe(true);
      }),
    );
  });

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-01',
    '20260101',
    '',
  ])('%s is none', (text) => {
    expect(parseBusinessDate(text)).toBeUndefined();
  });

  test.each(['20260229', '2026-01-01', '2026010', '260101'])('%s is no compact one', (text) => {
    expect(parseCompactDate(text)).toBeUndefined();
    const bytes = new TextEncoder().encode(text);
    expect(parseCompactDateBytes(bytes, 0, bytes.length)).toBeUndefined();
  });

  test('exists on the leap days of 2000 and 2024', () => {
    expect(parseBusinessDate('2000-02-29')).toBe('2000-02-29');
    expect(addDays('2024-02-28' as BusinessDate, 1)).toBe('2024-02-29');
  });
});

test('the day of an instant is its UTC day', () => {
  expect(utcDayOf(instantOf(new Date('2026-06-30T23:59:59.999Z')))).toBe('2026-06-30');
});
