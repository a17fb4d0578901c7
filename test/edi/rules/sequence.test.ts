import { describe, expect, test } from 'vitest';
import { Sequence } from '../../../src/edi/rules/sequence.ts';

function judge(...numbers: number[]): boolean[] {
  const sequence = new Sequence();
  return numbers.map((number) => sequence.take(number));
}

describe('numbers that count from 1', () => {
  test('are right when each follows the one before', () => {
    expect(judge(1, 2, 3, 4)).toEqual([true, true, true, true]);
  });

  test('are wrong once where a number is left out, repeated or another', () => {
    expect(judge(1, 3, 4, 5)).toEqual([true, false, true, true]);
    expect(judge(1, 2, 2, 3)).toEqual([true, true, false, true]);
    expect(judge(1, 9, 3, 4)).toEqual([true, false, true, true]);
    expect(judge(1, Number.NaN, 3)).toEqual([true, false, true]);
  });

  test('begin with 1', () => {
    expect(judge(0, 1, 2)).toEqual([false, true, true]);
    expect(judge(2, 3)).toEqual([false, true]);
  });
});
