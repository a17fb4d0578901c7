import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextHash } from '../../src/flows/text-hash.ts';

test('texts one by one have the hash of the whole', () => {
  const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 9000 }), { maxLength: 8 });
  fc.assert(
    fc.property(texts, (all) => {
      const hash = new TextHash('utf8');
      for (const text of all) hash.add(text);
      expect(hash.digest()).toBe(createHash('sha256').update(all.join('')).digest('hex'));
    }),
  );
});
