import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupBy } from '../../src/base/groups.ts';

test('every item with a key is in the group of its key, keys and items in the order in which they came', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 })), (numbers) => {
      const keyOf = (number: number): string | undefined => (number > 25 ? undefined : `K${number % 4}`);
      const groups = groupBy(numbers, keyOf);
      const kept = numbers.filter((number) => keyOf(number) !== undefined);
      expect([...groups.keys()]).toEqual([...new Set(kept.map(keyOf))]);
      for (const [key, group] of groups) expect(group).toEqual(kept.filter((one) => keyOf(one) === key));
    }),
  );
});
