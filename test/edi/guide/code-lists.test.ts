import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodeListsBuilder, isListed } from '../../../src/edi/guide/code-lists.ts';
import { viewOf } from '../support/latin-1.ts';

const code = fc.string({ unit: fc.constantFrom('A', 'B', 'Z', '0', '1', '9'), minLength: 1, maxLength: 6 });
const lists = fc.array(fc.uniqueArray(code, { minLength: 1, maxLength: 80 }), { minLength: 1, maxLength: 5 });

describe('a code list', () => {
  test('holds its codes and no others, whatever their number and length', () => {
    fc.assert(
      fc.property(lists, fc.array(code, { minLength: 20, maxLength: 20 }), (all, others) => {
        const builder = new CodeListsBuilder();
        const numbers = all.map((codes) => builder.add(codes));
        const built = builder.build();
        for (const [index, codes] of all.entries()) {
          for (const one of [...codes, ...others]) {
            const view = viewOf(`**${one}*~~~`);
            const isIn = isListed(built, numbers[index] as number, view, 2, 2 + one.length);
            expect(isIn, `${one} in ${codes.join(' ')}`).toBe(codes.includes(one));
          }
        }
      }),
    );
  });

  test('is kept once, however often it is added', () => {
    const builder = new CodeListsBuilder();
    const first = builder.add(['A', 'B']);
    expect(builder.add(['B', 'A'])).not.toBe(first);
    expect(builder.add(['A', 'B'])).toBe(first);
  });

  test('of three hundred codes holds each of them', () => {
    const codes = Array.from({ length: 300 }, (_, index) => String(index + 100));
    const builder = new CodeListsBuilder();
    const list = builder.add(codes);
    const built = builder.build();
    for (const one of codes) expect(isListed(built, list, viewOf(`${one}*~~~`), 0, 3)).toBe(true);
    expect(isListed(built, list, viewOf('099*~~~'), 0, 3)).toBe(false);
  });
});
