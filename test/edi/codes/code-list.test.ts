import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CodeEntry, entriesOf, periodsOf } from '../../../src/edi/codes/code-list.ts';
import { readShippedList } from '../../../src/edi/codes/lists/shipped-list.ts';
import { codeEntries } from './support/code-entries.ts';
import { day } from './support/days.ts';

describe('periods', () => {
  test('hold the same codes and times as the entries that they were made of', () => {
    fc.assert(
      fc.property(codeEntries, (entries) => {
        const byCode = (list: readonly CodeEntry[]): CodeEntry[] =>
          list.toSorted((one, other) => (one.code < other.code ? -1 : 1));
        expect(byCode(entriesOf({ periods: periodsOf(entries) }))).toEqual(byCode(entries));
      }),
    );
  });

  test('are one for each time, the earliest first', () => {
    const late = { start: day('2020-01-01') };
    expect(periodsOf([{ code: 'B', ...late }, { code: 'A' }, { code: 'C', ...late }])).toEqual([
      { codes: 'A' },
      { ...late, codes: 'B C' },
    ]);
  });

  test('count codes up in their last digits', () => {
    expect(entriesOf({ periods: [{ codes: 'MA08-MA11 0099-0101 X1' }] }).map(({ code }) => code)).toEqual(
      'MA08 MA09 MA10 MA11 0099 0100 0101 X1'.split(' '),
    );
  });

  test.each(['A9-A10', 'A2-A1', 'A1-B2', 'A-B'])(
    'refuse %s, which does not count up, as our own mistake',
    (codes) => {
      expect(() => entriesOf({ periods: [{ codes }] })).toThrow('a range of codes counts up');
    },
  );
});

describe('the form of a shipped list', () => {
  test('is a line for each period, which may go on in the next', () => {
    const list = readShippedList({
      id: 'hcpcs',
      asOf: '2026-01-01',
      coversFrom: '2025-01-01',
      text: '\n- - A1 A2\n A3\n2020-01-01 2021-01-01 B1-B3\n- 2021-01-01 C1\n',
    });
    expect(list).toEqual({
      id: 'hcpcs',
      asOf: '2026-01-01',
      coversFrom: '2025-01-01',
      periods: [
        { codes: 'A1 A2 A3' },
        { start: '2020-01-01', stop: '2021-01-01', codes: 'B1-B3' },
        { stop: '2021-01-01', codes: 'C1' },
      ],
    });
  });

  test('has real days, or it is our own mistake', () => {
    expect(() => readShippedList({ id: 'hcpcs', asOf: '2026-02-30', text: '- - A1' })).toThrow(
      'a day of the calendar',
    );
  });
});
