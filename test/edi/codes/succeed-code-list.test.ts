import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CodeEntry, type CodeList, entriesOf, periodsOf } from '../../../src/edi/codes/code-list.ts';
import { CodeSet } from '../../../src/edi/codes/code-set.ts';
import {
  type PublishedFile,
  type Succession,
  succeedCodeList,
} from '../../../src/edi/codes/succeed-code-list.ts';
import { codeEntries } from './support/code-entries.ts';
import { businessDate, day } from './support/days.ts';

const OCTOBER = day('2025-10-01');

function listOf(...entries: CodeEntry[]): CodeList {
  return { id: 'hcpcs', asOf: day('2024-10-01'), periods: periodsOf(entries) };
}

function fileOf(codes: readonly (string | CodeEntry)[], changes: Partial<PublishedFile> = {}): PublishedFile {
  const entries = codes.map((code) => (typeof code === 'string' ? { code } : code));
  return { id: 'hcpcs', asOf: OCTOBER, hasHistory: false, entries, ...changes };
}

function succeed(current: CodeList | undefined, file: PublishedFile): Succession {
  const result = succeedCodeList(current, file);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

describe('the first list of a set', () => {
  test('is the file, and speaks from its day on where it has no dates', () => {
    expect(succeed(undefined, fileOf(['A1', 'A2']))).toEqual({
      list: { id: 'hcpcs', asOf: OCTOBER, coversFrom: OCTOBER, periods: [{ codes: 'A1 A2' }] },
      addedCount: 2,
      stoppedCount: 0,
    });
    expect(succeed(undefined, fileOf(['A1'], { hasHistory: true })).list).not.toHaveProperty('coversFrom');
  });
});

describe('a list that follows another', () => {
  test('starts what is new and stops what is gone on its day, and keeps the rest', () => {
    const before = listOf({ code: 'A1', start: day('2020-01-01') }, { code: 'A2' }, { code: 'A3' });
    const { list, addedCount, stoppedCount } = succeed(before, fileOf(['A1', 'A2', 'B1']));
    expect(entriesOf(list)).toEqual([
      { code: 'A2' },
      { code: 'A3', stop: OCTOBER },
      { code: 'A1', start: day('2020-01-01') },
      { code: 'B1', start: OCTOBER },
    ]);
    expect([addedCount, stoppedCount]).toEqual([1, 1]);
    const set = new CodeSet('hcpcs', list);
    expect(set.statusOn('A3', day('2025-09-30'))).toBe('valid');
    expect(set.statusOn('A3', OCTOBER)).toBe('stopped');
    expect(set.statusOn('B1', day('2025-09-30'))).toBe('not-yet');
  });

  test('believes the dates of a file that has them, and counts what they stop', () => {
    const file = fileOf(
      [
        { code: 'A1', start: day('2019-01-01') },
        { code: 'A2', stop: day('2025-01-01') },
      ],
      {
        hasHistory: true,
      },
    );
    const { list, addedCount, stoppedCount } = succeed(listOf({ code: 'A1' }, { code: 'A2' }), file);
    expect(entriesOf(list)).toEqual([
      { code: 'A2', stop: day('2025-01-01') },
      { code: 'A1', start: day('2019-01-01') },
    ]);
    expect([addedCount, stoppedCount]).toEqual([0, 1]);
  });

  test('starts a code again that had stopped', () => {
    const before = listOf({ code: 'A1' }, { code: 'A2', stop: day('2020-01-01') });
    expect(entriesOf(succeed(before, fileOf(['A1', 'A2'])).list)).toEqual([{ code: 'A1' }, { code: 'A2' }]);
  });

  test('forgets a code that was to start and never did', () => {
    const before = listOf({ code: 'A1' }, { code: 'A2', start: day('2026-01-01') });
    expect(entriesOf(succeed(before, fileOf(['A1'])).list)).toEqual([{ code: 'A1' }]);
  });

  test('speaks from the day on which the first was read', () => {
    const before = { ...listOf({ code: 'A1' }), coversFrom: day('2024-10-01') };
    expect(succeed(before, fileOf(['A1'])).list.coversFrom).toBe('2024-10-01');
    expect(succeed(before, fileOf(['A1'], { hasHistory: true })).list).not.toHaveProperty('coversFrom');
  });

  test('is the same when the same file is taken in again', () => {
    const first = succeed(listOf({ code: 'A1' }, { code: 'A2' }), fileOf(['A1', 'B1'])).list;
    expect(succeed(first, fileOf(['A1', 'B1']))).toEqual({ list: first, addedCount: 0, stoppedCount: 0 });
  });

  test('changes nothing for days before its own where the file has no dates', () => {
    fc.assert(
      fc.property(codeEntries, codeEntries, businessDate, (old, codes, date) => {
        const before = listOf(...old);
        const result = succeedCodeList(before, fileOf(codes.map(({ code }) => code)));
        fc.pre(result.ok && date < OCTOBER);
        const [was, is] = [before, result.ok ? result.value.list : before].map(
          (list) => new CodeSet('hcpcs', list),
        );
        const present = new Set(codes.map(({ code }) => code));
        for (const { code, start, stop } of old) {
          // A code that the file brings back is taken to have been there all along; one that never came is forgotten.
          if (present.has(code) ? stop !== undefined : start !== undefined && start >= OCTOBER) continue;
          expect(is?.statusOn(code, date)).toBe(was?.statusOn(code, date));
        }
        for (const { start, stop } of entriesOf(result.ok ? result.value.list : before)) {
          expect(start === undefined || stop === undefined || start <= stop).toBe(true);
        }
      }),
    );
  });
});

describe('a file is refused', () => {
  test.each([
    ['older than the list in use', fileOf(['A1', 'A2'], { asOf: day('2024-09-30') }), 'codes.older'],
    ['with less than half of its codes', fileOf(['A1']), 'codes.shrinks'],
    [
      'with as many codes, of which most have stopped',
      fileOf([{ code: 'A1' }, ...['A2', 'A3'].map((code) => ({ code, stop: day('2020-01-01') }))], {
        hasHistory: true,
      }),
      'codes.shrinks',
    ],
  ])('%s', (_, file, code) => {
    const current = listOf({ code: 'A1' }, { code: 'A2' }, { code: 'A3' });
    expect(succeedCodeList(current, file)).toMatchObject({ ok: false, refusal: { code } });
  });

  test('but not with half of them', () => {
    const current = listOf({ code: 'A1' }, { code: 'A2' });
    expect(succeed(current, fileOf(['A1'])).stoppedCount).toBe(1);
  });
});
