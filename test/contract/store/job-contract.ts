import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { JobTaker, NewJob, TakenJob } from '../../../src/ports/jobs.ts';
import type { ContractCase } from './contract-store.ts';

const BATCH: NewJob = { kind: 'batch-claims', subject: 'p1' };
const WORKER: JobTaker = { owner: 'worker-1', jobsPerPartner: 100 };

export function jobContract({ run }: ContractCase): void {
  const enqueue = (...wanted: readonly NewJob[]): Promise<void> => run(({ jobs }) => jobs.enqueue(wanted));
  const take = (leaseSeconds = 60, limit = 10): Promise<readonly TakenJob[]> =>
    run(({ jobs }) => jobs.takeDue({ ...WORKER, limit, leaseSeconds }));
  const takeOne = async (leaseSeconds = 60): Promise<TakenJob> => {
    const [job] = await take(leaseSeconds);
    if (job === undefined) throw new Error('a job is due');
    return job;
  };
  const counts = () => run(({ jobs }) => jobs.counts());
  const secondsUntilDue = () => run(({ jobs }) => jobs.secondsUntilDue(WORKER));

  describe('jobs', () => {
    test('are taken once, in the order in which they fell due, and are gone when done', async () => {
      await enqueue(BATCH);
      await enqueue(
        { kind: 'collect-files', subject: 'p2' },
        { kind: 'receive-file', subject: 'x', delaySeconds: 60 },
      );
      const taken = await take();
      expect(taken.map(({ kind, subject, attempts }) => [kind, subject, attempts])).toEqual([
        ['batch-claims', 'p1', 0],
        ['collect-files', 'p2', 0],
      ]);
      expect(await take()).toEqual([]);
      for (const job of taken) await run(({ jobs }) => jobs.complete(job));
      expect(await counts()).toEqual([{ kind: 'receive-file', state: 'waiting', count: 1 }]);
    });

    test('asked for at once by many workers go to one each', async () => {
      const subjects = Array.from({ length: 30 }, (_, i) => String(i));
      await enqueue(...subjects.map((subject) => ({ kind: 'receive-file' as const, subject })));
      const taken = await Promise.all(Array.from({ length: 6 }, () => take(60, 7)));
      const left = await take(60, 30);
      expect([...taken.flat(), ...left].map(({ subject }) => subject).toSorted()).toEqual(
        subjects.toSorted(),
      );
    });

    test('stay with the worker that renews their leases, and not with one that lost them', async () => {
      await enqueue(BATCH);
      const job = await takeOne(0.2);
      await run(({ jobs }) => jobs.renew([job], 60));
      await wait(300);
      expect(await take()).toEqual([]);
      await run(({ jobs }) => jobs.renew([job], 0));
      const taken = await takeOne();
      await run(({ jobs }) => jobs.renew([job], 0));
      expect(await take()).toEqual([]);
      await run(({ jobs }) => jobs.complete(taken));
      await run(({ jobs }) => jobs.renew([taken], 60));
      expect(await counts()).toEqual([]);
    });

    test('that are dead are due again when all of them are asked for, and the others stay as they are', async () => {
      await enqueue(BATCH, { kind: 'receive-file', subject: 'later', delaySeconds: 60 });
      const job = await takeOne();
      await run(({ jobs }) => jobs.bury(job, 'world.silent'));
      expect(await take()).toEqual([]);
      await run(({ jobs }) => jobs.revive());
      expect(await take()).toMatchObject([{ ...BATCH, attempts: 0 }]);
      expect(await take()).toEqual([]);
    });

    test('are one for a kind and subject, due at the earlier of two times', async () => {
      await enqueue({ ...BATCH, delaySeconds: 500 });
      await enqueue({ ...BATCH, delaySeconds: 900 }, { ...BATCH, delaySeconds: 100 });
      expect(await secondsUntilDue()).toBeGreaterThan(90);
      expect(await secondsUntilDue()).toBeLessThanOrEqual(100);
      await enqueue(BATCH);
      expect(await secondsUntilDue()).toBe(0);
      expect(await take()).toHaveLength(1);
    });

    test('wanted again while they run are due again once they are done', async () => {
      await enqueue(BATCH);
      const job = await takeOne();
      await enqueue(BATCH);
      expect(await take()).toEqual([]);
      await run(({ jobs }) => jobs.complete(job));
      const again = await takeOne();
      expect(again.generation).toBeGreaterThan(job.generation);
      await run(({ jobs }) => jobs.complete(again));
      expect(await counts()).toEqual([]);
    });

    test('asked for at the moment in which they are done are never lost', async () => {
      for (let round = 0; round < 10; round++) {
        await enqueue(BATCH);
        const job = await takeOne();
        await Promise.all([run(({ jobs }) => jobs.complete(job)), enqueue(BATCH)]);
        const again = await takeOne();
        await run(({ jobs }) => jobs.complete(again));
        expect(await counts()).toEqual([]);
      }
    });

    test('come around by themselves when they are asked for with a delay as they end', async () => {
      await enqueue(BATCH);
      const job = await takeOne();
      await run(async ({ jobs }) => {
        await jobs.complete(job);
        await jobs.enqueue([{ ...BATCH, delaySeconds: 30 }]);
      });
      expect(await take()).toEqual([]);
      expect(await secondsUntilDue()).toBeGreaterThan(20);
    });

    test('whose worker vanished are due again, and the worker that comes back changes nothing', async () => {
      await enqueue(BATCH);
      const lost = await takeOne(0.05);
      await wait(100);
      expect(await secondsUntilDue()).toBe(0);
      const job = await takeOne();
      expect(job.epoch).not.toBe(lost.epoch);
      await run(async ({ jobs }) => {
        await jobs.complete(lost);
        await jobs.retry(lost, { delaySeconds: 0, failureCode: 'x' });
        await jobs.bury(lost, 'x');
      });
      expect(await counts()).toEqual([{ kind: 'batch-claims', state: 'leased', count: 1 }]);
      await run(({ jobs }) => jobs.complete(job));
      // The same work, asked for anew: what the first worker remembers must not fit it.
      await enqueue(BATCH);
      await takeOne();
      await run(({ jobs }) => jobs.complete(lost));
      expect(await counts()).toEqual([{ kind: 'batch-claims', state: 'leased', count: 1 }]);
    });

    test('that failed are due again later, with one more attempt', async () => {
      await enqueue(BATCH);
      const failed = await takeOne();
      await run(({ jobs }) => jobs.retry(failed, { delaySeconds: 60, failureCode: 'transport.timeout' }));
      expect(await take()).toEqual([]);
      expect(await secondsUntilDue()).toBeGreaterThan(50);
      await enqueue(BATCH);
      expect(await takeOne()).toMatchObject({ attempts: 1 });
    });

    test('that were wanted again while they failed wait all the same', async () => {
      await enqueue(BATCH);
      const failed = await takeOne();
      await enqueue(BATCH);
      await run(({ jobs }) => jobs.retry(failed, { delaySeconds: 60, failureCode: 'transport.timeout' }));
      expect(await take()).toEqual([]);
    });

    test('that are dead are not tried until somebody asks', async () => {
      await enqueue(BATCH);
      const failed = await takeOne();
      await run(({ jobs }) => jobs.bury(failed, 'job.unexpected-error'));
      expect(await counts()).toEqual([{ kind: 'batch-claims', state: 'dead', count: 1 }]);
      expect(await take()).toEqual([]);
      expect(await secondsUntilDue()).toBeUndefined();
      await enqueue({ ...BATCH, delaySeconds: 30 });
      expect(await secondsUntilDue()).toBeGreaterThan(20);
      await enqueue(BATCH);
      expect(await takeOne()).toMatchObject({ attempts: 0 });
    });

    test('buried although somebody asked meanwhile are due', async () => {
      await enqueue(BATCH);
      const failed = await takeOne();
      await enqueue(BATCH);
      await run(({ jobs }) => jobs.bury(failed, 'job.unexpected-error'));
      expect(await takeOne()).toMatchObject({ attempts: 0 });
    });

    test('are counted by kind and state, and only waiting ones have a due time', async () => {
      expect(await secondsUntilDue()).toBeUndefined();
      await enqueue(BATCH);
      await takeOne();
      expect(await secondsUntilDue()).toBeUndefined();
      await enqueue({ kind: 'batch-claims', subject: 'p2', delaySeconds: 60 });
      expect(await counts()).toEqual([
        { kind: 'batch-claims', state: 'leased', count: 1 },
        { kind: 'batch-claims', state: 'waiting', count: 1 },
      ]);
    });

    test('roll back with the facts that they follow from', async () => {
      const failing = run(async ({ jobs }) => {
        await jobs.enqueue([BATCH]);
        throw new Error('no facts');
      });
      await expect(failing).rejects.toThrow('no facts');
      expect(await take()).toEqual([]);
    });
  });
}
