import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SoundComposites } from '../../../src/edi/guide/sound-composites.ts';
import { viewOf } from '../support/latin-1.ts';

const SEPARATORS = [0x3a, 0x3e] as const;

const composite = fc.record({
  text: fc.string({ unit: fc.constantFrom('A', 'B', '1', ':', '\0'), minLength: 1, maxLength: 14 }),
  shape: fc.constantFrom(0, 7, 8, 20_000),
  separator: fc.constantFrom(...SEPARATORS),
});

test('a composite is known only when these bytes were remembered for this shape and separator', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(composite, fc.boolean()), { maxLength: 60 }), (steps) => {
      const known = new SoundComposites();
      const remembered = new Set<string>();
      for (const [{ text, shape, separator }, isSound] of steps) {
        // What stands before and behind a composite is no part of it.
        const view = viewOf(`**${text}~*~*`);
        const key = JSON.stringify([text, shape, separator]);
        const isKnown = known.has(shape, separator, view, 2, 2 + text.length);
        if (isKnown) expect(remembered).toContain(key);
        if (isKnown || !isSound) continue;
        known.remember(text.length);
        remembered.add(key);
        expect(known.has(shape, separator, view, 2, 2 + text.length)).toBe(text.length <= 12);
      }
    }),
  );
});

test('a composite that is longer than what is kept does not take the place of another', () => {
  const known = new SoundComposites();
  const short = viewOf('HC:99213~*~*');
  const long = viewOf('HC:99213:25:59:76~*~*');
  expect(known.has(7, 0x3a, short, 0, 8)).toBe(false);
  known.remember(8);
  expect(known.has(7, 0x3a, long, 0, 17)).toBe(false);
  known.remember(17);
  expect(known.has(7, 0x3a, long, 0, 17)).toBe(false);
  expect(known.has(7, 0x3a, short, 0, 8)).toBe(true);
});
