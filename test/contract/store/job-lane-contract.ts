import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { JobId, NewJob, TakenJob } from '../../../src/ports/jobs.ts';
import type { ContractCase } from './contract-store.ts';

const DELIVERY = { kind: 'deliver-interchange' } as const;
const FILE = { kind: 'receive-file' } as const;

/** Jobs of one partner beside those of others: places, wake-ups, dead letters. */
export function jobLaneContract({ run }: ContractCase): void {
  const enqueue = (...wanted: readonly NewJob[]): Promise<void> => run(({ jobs }) => jobs.enqueue(wanted));
  const take = (
    options: { owner?: string; jobsPerPartner?: number; limit?: number; only?: JobId } = {},
  ): Promise<readonly TakenJob[]> =>
    run(({ jobs }) =>
      jobs.takeDue({ owner: 'w1', jobsPerPartner: 2, limit: 10, leaseSeconds: 60, ...options }),
    );
  const many = (partnerId: string, count: number): NewJob[] =>
    Array.from({ length: count }, (_, index) => ({ ...FILE, subject: `${partnerId}-${index}`, partnerId }));

  describe('jobs of partners', () => {
    test('get no more places than a partner may have at one worker, however long its queue', async () => {
      await enqueue(...many('busy', 50));
      await enqueue(...many('quiet', 1));
      const first = await take();
      expect(first.map((job) => job.partnerId)).toEqual(['busy', 'busy', 'quiet']);
      expect(await take()).toEqual([]);
      // Another worker has places of its own.
      expect(await take({ owner: 'w2' })).toHaveLength(2);
      await run(({ jobs }) => jobs.complete(first[0] as TakenJob));
      expect((await take()).map((job) => job.partnerId)).toEqual(['busy']);
    });

    test('that have no place left are not what the worker waits for', async () => {
      await enqueue(...many('busy', 3));
      await enqueue({ ...FILE, subject: 'later', partnerId: 'quiet', delaySeconds: 60 });
      await take();
      const seconds = (owner: string) =>
        run(({ jobs }) => jobs.secondsUntilDue({ owner, jobsPerPartner: 2 }));
      expect(await seconds('w1')).toBeGreaterThan(50);
      expect(await seconds('w2')).toBe(0);
    });

    test('are taken by name, each once and only when due', async () => {
      await enqueue({ ...FILE, subject: 'a', partnerId: 'p' }, { ...FILE, subject: 'b', partnerId: 'p' });
      await enqueue({ ...FILE, subject: 'later', partnerId: 'p', delaySeconds: 60 });
      expect(await take({ only: { ...FILE, subject: 'b' } })).toMatchObject([
        { subject: 'b', partnerId: 'p' },
      ]);
      expect(await take({ only: { ...FILE, subject: 'b' } })).toEqual([]);
      expect(await take({ only: { ...FILE, subject: 'later' } })).toEqual([]);
      expect(await take({ only: { ...FILE, subject: 'unknown' } })).toEqual([]);
      expect((await take()).map(({ subject }) => subject)).toEqual(['a']);
    });

    test('go along with another of their kind once, where nobody holds them and none has failed', async () => {
      await enqueue(...many('p', 5), { kind: 'deliver-interchange', subject: 'p-5', partnerId: 'p' });
      await enqueue(...many('q', 1), { ...FILE, subject: 'later', partnerId: 'p', delaySeconds: 60 });
      const [held, failed] = await take({ limit: 2 });
      await run(({ jobs }) => jobs.retry(failed as TakenJob, { delaySeconds: 0, failureCode: 'x' }));
      const along = (finish: boolean) =>
        run(async ({ jobs }) => {
          const subjects = await jobs.takeAlong('receive-file', {
            subject: 'p-4',
            partnerId: 'p',
            limit: 10,
          });
          if (finish) await jobs.finish('receive-file', subjects);
          return subjects;
        });
      const free = ['p-0', 'p-1', 'p-2', 'p-3'].filter(
        (subject) => subject !== held?.subject && subject !== failed?.subject,
      );
      expect((await along(false)).toSorted()).toEqual(free);
      expect((await along(true)).toSorted()).toEqual(free);
      expect(await along(false)).toEqual([]);
    });

    test('are announced once, and again when they are asked for again', async () => {
      await enqueue(...many('p', 3));
      await enqueue({ ...FILE, subject: 'later', partnerId: 'p', delaySeconds: 60 });
      const announce = (limit = 10) => run(({ jobs }) => jobs.announceDue(limit));
      const first = await announce(2);
      const second = await announce();
      expect([first.length, second.length]).toEqual([2, 1]);
      expect(new Set([...first, ...second].map(({ subject }) => subject)).size).toBe(3);
      expect(await announce()).toEqual([]);
      await enqueue({ ...FILE, subject: 'p-1', partnerId: 'p' });
      expect(await announce()).toEqual([{ ...FILE, subject: 'p-1' }]);
      await wait(20);
      const [taken] = await take({ only: { ...FILE, subject: 'p-1' } });
      expect(taken?.announcedSecondsAgo).toBeGreaterThan(0.01);
      await enqueue({ ...FILE, subject: 'p-1', partnerId: 'p' });
      await run(({ jobs }) => jobs.complete(taken as TakenJob));
      expect(await announce()).toEqual([{ ...FILE, subject: 'p-1' }]);
    });

    test('that are dead are listed with their reason, and asked for again one by one', async () => {
      await enqueue(
        { ...DELIVERY, subject: 'i1', partnerId: 'p' },
        { ...DELIVERY, subject: 'i2', partnerId: 'p' },
      );
      for (const job of await take()) await run(({ jobs }) => jobs.bury(job, 'transport.auth-refused'));
      const dead = await run(({ jobs }) => jobs.listDead({ limit: 10 }));
      expect(dead).toMatchObject([
        { ...DELIVERY, subject: 'i1', partnerId: 'p', attempts: 1, failureCode: 'transport.auth-refused' },
        { subject: 'i2' },
      ]);
      expect(dead[0]?.failedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
      expect(await run(({ jobs }) => jobs.listDead({ limit: 1 }))).toHaveLength(1);
      const revive = (subject: string) => run(({ jobs }) => jobs.revive({ ...DELIVERY, subject }));
      expect(await revive('i2')).toMatchObject([{ subject: 'i2', partnerId: 'p' }]);
      expect(await revive('i2')).toEqual([]);
      expect(await take()).toMatchObject([{ subject: 'i2', attempts: 0 }]);
    });
  });
}
