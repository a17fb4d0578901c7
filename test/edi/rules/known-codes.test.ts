import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NEVER } from '../../../src/edi/codes/code-table.ts';
import { KnownCodes } from '../../../src/edi/rules/known-codes.ts';
import { viewOf } from '../support/latin-1.ts';

interface Code {
  readonly element: number;
  readonly text: string;
  readonly qualifier: number;
}

const code: fc.Arbitrary<Code> = fc.record({
  element: fc.constantFrom(0, 4, 8),
  text: fc.string({ unit: fc.constantFrom('A', 'B', '1', ':'), minLength: 1, maxLength: 14 }),
  qualifier: fc.constantFrom(0, 7, 0x4143),
});
const time = fc.constantFrom(
  { first: 0, end: NEVER },
  { first: 20_250_101, end: NEVER },
  { first: 0, end: 20_240_101 },
  { first: 20_200_101, end: 20_250_601 },
);
const days = fc.constantFrom(0, 19_990_101, 20_240_101, 20_250_301, 20_270_101);

test('a code is known to be valid only when it was remembered so, whatever came between', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(code, time, days), { maxLength: 60 }), (steps) => {
      const known = new KnownCodes();
      const times = new Map<string, { first: number; end: number }>();
      for (const [{ element, text, qualifier }, given, day] of steps) {
        const view = viewOf(`${text}~*~*`);
        const key = `${element} ${text} ${qualifier}`;
        const truth = times.get(key) ?? given;
        times.set(key, truth);
        const isValid =
          day === 0 ? truth.first === 0 && truth.end === NEVER : truth.first <= day && day < truth.end;
        if (known.isValid(element, view, 0, text.length, qualifier, day)) expect(isValid).toBe(true);
        else known.remember(truth.first, truth.end);
      }
    }),
  );
});

test('a code that comes again is known, with its day and without', () => {
  const known = new KnownCodes();
  const view = viewOf('HC:99213~*~');
  expect(known.isValid(4, view, 0, 8, 0, 20_250_301)).toBe(false);
  known.remember(20_250_101, NEVER);
  expect(known.isValid(4, view, 0, 8, 0, 20_250_301)).toBe(true);
  expect(known.isValid(4, view, 0, 8, 0, 20_241_231)).toBe(false);
  expect(known.isValid(4, view, 0, 8, 0, 0)).toBe(false);
  expect(known.isValid(8, view, 0, 8, 0, 20_250_301)).toBe(false);
});
