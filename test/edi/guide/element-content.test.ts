import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCompactDate } from '../../../src/base/time.ts';
import {
  decimalFault,
  integerFault,
  isBlank,
  isDay,
  isTime,
} from '../../../src/edi/guide/element-content.ts';
import { viewOf } from '../support/latin-1.ts';

function on<Result>(look: (view: DataView, start: number, stop: number) => Result, text: string): Result {
  return look(viewOf(`*${text}*`), 1, 1 + text.length);
}

describe('a day', () => {
  test('is one when the calendar has it', () => {
    const digits = fc.oneof(
      fc.stringMatching(/^\d{8}$/),
      fc
        .tuple(
          fc.integer({ min: 1795, max: 2105 }),
          fc.integer({ min: 0, max: 13 }),
          fc.integer({ min: 0, max: 32 }),
        )
        .map(
          ([year, month, day]) => `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`,
        ),
    );
    fc.assert(
      fc.property(digits, (text) => {
        expect(on(isDay, text), text).toBe(parseCompactDate(text) !== undefined);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['250228', '240229', '991231'])('may be written without its century: %s', (text) => {
    expect(on(isDay, text)).toBe(true);
  });

  test.each(['250229', '2025031', '202503160', '2025031A', ''])('is none when it is %j', (text) => {
    expect(on(isDay, text)).toBe(false);
  });
});

describe('a time', () => {
  test.each(['0000', '2359', '235959', '2359591', '23595912'])('may be %s', (text) => {
    expect(on(isTime, text)).toBe(true);
  });

  test.each(['2400', '2360', '235960', '090', '09000', '090000000', '09:0', ''])('may not be %j', (text) => {
    expect(on(isTime, text)).toBe(false);
  });
});

describe('a number', () => {
  const decimals: readonly (readonly [text: string, fault: string | undefined])[] = [
    ['0', undefined],
    ['-12.50', undefined],
    ['.5', undefined],
    ['5.', undefined],
    ['00012', undefined],
    ['123456', 'element.too-long'],
    ['12.3456', 'element.too-long'],
    ['-', 'element.number-invalid'],
    ['.', 'element.number-invalid'],
    ['1-2', 'element.number-invalid'],
    ['+1', 'element.number-invalid'],
    ['1,5', 'element.number-invalid'],
    ['1E2', 'element.number-invalid'],
    ['1.2.3', 'element.number-invalid'],
    [' 1', 'element.number-invalid'],
  ];
  test.each(decimals)('of type R that is %j has the fault %s', (text, fault) => {
    expect(on((view, start, stop) => decimalFault(view, start, stop, 1, 5), text)).toBe(fault);
  });

  const integers: readonly (readonly [text: string, fault: string | undefined])[] = [
    ['12', undefined],
    ['-12', undefined],
    ['1', 'element.too-short'],
    ['123456', 'element.too-long'],
    ['1.5', 'element.number-invalid'],
    ['-', 'element.number-invalid'],
  ];
  test.each(integers)('of type N that is %j has the fault %s', (text, fault) => {
    expect(on((view, start, stop) => integerFault(view, start, stop, 2, 5), text)).toBe(fault);
  });
});

describe('a text', () => {
  test('is blank when it is nothing but spaces', () => {
    expect(on(isBlank, '   ')).toBe(true);
    expect(on(isBlank, '  x')).toBe(false);
  });
});
