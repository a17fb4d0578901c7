import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CollectedList } from '../../src/translate/collected-list.ts';

describe('a collected list', () => {
  test('gives list after list, each as it was added and its own', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer(), { maxLength: 6 })), (lists) => {
        const collected = new CollectedList<number>();
        const taken = lists.map((list) => {
          for (const item of list) collected.add(item);
          return collected.take();
        });
        expect(taken).toEqual(lists);
        expect(new Set(taken).size).toBe(lists.length);
      }),
    );
  });
});
