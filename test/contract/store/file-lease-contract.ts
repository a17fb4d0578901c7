import { describe, expect, test } from 'vitest';
import type { ContractCase } from './contract-store.ts';

export function fileLeaseContract({ run }: ContractCase): void {
  const take = (owner: string, paths: readonly string[], leaseSeconds = 60): Promise<string[]> =>
    run(async ({ fileLeases }) =>
      [...(await fileLeases.take('p1', paths, { owner, leaseSeconds }))].toSorted(),
    );

  describe('file leases', () => {
    test('are one owner’s until they run out or are given back', async () => {
      expect(await take('one', ['a', 'b'])).toEqual(['a', 'b']);
      expect(await take('two', ['a', 'b', 'c'])).toEqual(['c']);
      expect(await take('one', ['a'])).toEqual(['a']);
      await run(({ fileLeases }) => fileLeases.release('p1', ['a', 'c'], 'one'));
      expect(await take('two', ['a', 'b'])).toEqual(['a']);
      expect(await take('one', ['c'])).toEqual([]);
      expect(await take('one', ['d'], 0)).toEqual(['d']);
      expect(await take('two', ['d'])).toEqual(['d']);
    });

    test('are of one partner, and of paths of any length and any characters', async () => {
      const odd = [`out/${'é'.repeat(4000)}`, 'out/\n\u001b[2J'].toSorted();
      expect(await take('one', odd)).toEqual(odd);
      const other = await run(({ fileLeases }) =>
        fileLeases.take('p2', odd, { owner: 'two', leaseSeconds: 60 }),
      );
      expect(other.size).toBe(2);
      expect(await take('two', [])).toEqual([]);
    });

    test('asked for at once by many go to one each', async () => {
      const paths = Array.from({ length: 40 }, (_, i) => `out/${i}`);
      const shares = await Promise.all(
        Array.from({ length: 6 }, (_, i) => take(`worker-${i}`, i % 2 === 0 ? paths : paths.toReversed())),
      );
      expect(shares.flat().toSorted()).toEqual(paths.toSorted());
    });
  });
}
