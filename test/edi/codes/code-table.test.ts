import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf, CodeTable, dayNumberOf } from '../../../src/edi/codes/code-table.ts';
import { day } from './support/days.ts';

const code = fc.stringMatching(/^[0-9A-Z]{1,4}$/);

describe('a table of codes', () => {
  test('finds the codes of its list and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(code, { minLength: 1, maxLength: 300 }), code, (codes, other) => {
        const table = new CodeTable({
          id: 'hcpcs',
          asOf: day('2026-01-01'),
          periods: [{ codes: codes.join(' ') }],
        });
        expect(table.size).toBe(codes.length);
        for (const [index, each] of codes.entries()) {
          expect(table.find(bytesOf(each), 0, each.length)).toBe(index);
        }
        expect(table.find(bytesOf(other), 0, other.length)).toBe(codes.indexOf(other));
      }),
    );
  });

  test('takes the last of a code that a hand has written twice', () => {
    const table = new CodeTable({
      id: 'hcpcs',
      asOf: day('2026-01-01'),
      periods: [{ codes: 'A1' }, { start: day('2020-01-01'), stop: day('2021-01-01'), codes: 'A1' }],
    });
    const entry = table.find(bytesOf('A1'), 0, 2);
    expect([table.firstDay(entry), table.endDay(entry)]).toEqual([20_200_101, 20_210_101]);
  });

  test('counts days so that they compare like their dates', () => {
    expect(dayNumberOf(day('2026-02-28'))).toBe(20_260_228);
  });
});
