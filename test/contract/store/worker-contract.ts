import { describe, expect, test } from 'vitest';
import type { ContractCase } from './contract-store.ts';

export function workerContract({ run }: ContractCase): void {
  describe('workers', () => {
    test('are known by their last sweep, until they leave', async () => {
      const sweep = (owner: string, wakeUps: 'redis' | 'redis-absent') =>
        run(({ workers }) => workers.sweep({ owner, sweepSeconds: 15, wakeUps }));
      await sweep('one', 'redis');
      await sweep('two', 'redis');
      await sweep('one', 'redis-absent');
      const list = () => run(({ workers }) => workers.list());
      const [first, second] = await list();
      expect(first).toMatchObject({ owner: 'one', wakeUps: 'redis-absent', sweepSeconds: 15 });
      expect(first?.sweptSecondsAgo).toBeLessThan(second?.sweptSecondsAgo ?? 0);
      await run(({ workers }) => workers.leave('one'));
      expect((await list()).map(({ owner }) => owner)).toEqual(['two']);
    });
  });

  describe('the archive of an installation', () => {
    test('is the one that was named first', async () => {
      expect(await run(({ installation }) => installation.archiveId())).toBeUndefined();
      const adopt = (id: string) => run(({ installation }) => installation.adoptArchive(id));
      expect(await Promise.all([adopt('a'), adopt('a')])).toEqual(['a', 'a']);
      expect(await adopt('b')).toBe('a');
      expect(await run(({ installation }) => installation.archiveId())).toBe('a');
    });
  });
}
