import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_SYMBOL, TagTable } from '../../../src/edi/guide/tag-table.ts';
import { tagOf } from '../../../src/edi/syntax/tag.ts';

const identifier = fc.stringMatching(/^[A-Z][A-Z0-9]{1,2}$/);

describe('a table of segment identifiers', () => {
  test('numbers its own in their order and knows no others', () => {
    fc.assert(
      fc.property(fc.uniqueArray(identifier, { maxLength: 90 }), identifier, (identifiers, other) => {
        const table = new TagTable(identifiers.map(tagOf));
        expect(identifiers.map((one) => table.symbolOf(tagOf(one)))).toEqual([...identifiers.keys()]);
        expect(table.symbolOf(tagOf(other))).toBe(identifiers.indexOf(other));
        expect(table.symbolOf(0)).toBe(NO_SYMBOL);
        expect(table.count).toBe(identifiers.length);
      }),
    );
  });
});
