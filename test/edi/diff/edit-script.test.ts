import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differingRuns, type Run } from '../../../src/edi/diff/edit-script.ts';

/** `first` with its runs replaced by those of `second`. */
function applied(first: readonly string[], second: readonly string[], runs: readonly Run[]): string[] {
  const result: string[] = [];
  let at = 0;
  for (const run of runs) {
    result.push(...first.slice(at, run.firstStart), ...second.slice(run.secondStart, run.secondStop));
    at = run.firstStop;
  }
  return [...result, ...first.slice(at)];
}

/** The longest common subsequence by the plain table: what the fewest edits must leave. */
function commonLength(first: readonly string[], second: readonly string[]): number {
  let above = second.map(() => 0);
  for (const one of first) {
    const row: number[] = [];
    for (const [index, other] of second.entries()) {
      const diagonal = one === other ? (above[index - 1] ?? 0) + 1 : 0;
      row.push(Math.max(diagonal, row[index - 1] ?? 0, above[index] ?? 0));
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}

const arbitraryList = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 25 });

describe('the runs in which two lists differ', () => {
  test('turn the first into the second', () => {
    fc.assert(
      fc.property(arbitraryList, arbitraryList, (first, second) => {
        expect(applied(first, second, differingRuns(first, second))).toEqual(second);
      }),
    );
  });

  test('leave as much the same as can be', () => {
    fc.assert(
      fc.property(arbitraryList, arbitraryList, (first, second) => {
        const edited = differingRuns(first, second).reduce(
          (sum, run) => sum + run.firstStop - run.firstStart,
          0,
        );
        expect(first.length - edited).toBe(commonLength(first, second));
      }),
    );
  });

  test('are one run where two long lists have nothing in common', () => {
    const first = Array.from({ length: 5000 }, (_, index) => `a${index}`);
    const second = Array.from({ length: 4000 }, (_, index) => `b${index}`);
    expect(differingRuns(first, second)).toEqual([
      { firstStart: 0, firstStop: 5000, secondStart: 0, secondStop: 4000 },
    ]);
  });
});
