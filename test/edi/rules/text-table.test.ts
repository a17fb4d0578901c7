import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_NUMBER, TextTable } from '../../../src/edi/rules/text-table.ts';
import { viewOf } from '../support/latin-1.ts';

function add(table: TextTable, text: string): boolean {
  return table.add(viewOf(`<${text}>`), 1, 1 + text.length);
}

function numberOf(table: TextTable, text: string): number {
  return table.numberOf(viewOf(text), 0, text.length);
}

const texts = fc.array(fc.string({ unit: fc.constantFrom('A', 'B', '1'), maxLength: 6 }), { maxLength: 300 });

/** Numbers in the order of counting, and then some in any order. */
const counted = fc
  .tuple(fc.nat(2000), fc.integer({ min: 1, max: 200 }), fc.array(fc.nat(2200), { maxLength: 50 }))
  .map(([first, count, others]) =>
    [...Array.from({ length: count }, (_, i) => first + i), ...others].map((number) => `RFP${number}A`),
  );

describe('a table of texts', () => {
  test('knows which texts have come, as a set of strings does', () => {
    fc.assert(
      fc.property(fc.oneof(texts, counted), (all) => {
        const table = new TextTable(1000);
        const known = new Set<string>();
        for (const text of all) {
          expect(add(table, text)).toBe(!known.has(text));
          known.add(text);
        }
        expect(table.count).toBe(known.size);
        for (const [number, text] of [...known].entries()) expect(numberOf(table, text)).toBe(number);
        expect(numberOf(table, 'never')).toBe(NO_NUMBER);
      }),
    );
  });

  test('is empty again once it is cleared', () => {
    fc.assert(
      fc.property(fc.oneof(texts, counted), fc.oneof(texts, counted), (before, after) => {
        const used = new TextTable(1000);
        const fresh = new TextTable(1000);
        for (const text of before) add(used, text);
        used.clear();
        for (const text of after) expect(add(used, text)).toBe(add(fresh, text));
        expect(used.count).toBe(fresh.count);
      }),
    );
  });

  test('keeps no more texts than it may, and finds those that it kept', () => {
    const table = new TextTable(100);
    for (let i = 0; i < 5000; i++) expect(add(table, `N${i}`)).toBe(true);
    expect(table.count).toBe(100);
    expect(add(table, 'N99')).toBe(false);
    expect(numberOf(table, 'N100')).toBe(NO_NUMBER);
    for (let i = 100; i < 5000; i++) expect(add(table, `N${i}`)).toBe(true);
    expect(table.count).toBe(100);
  });
});
