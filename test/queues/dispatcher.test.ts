import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/failure.ts';
import type { Store } from '../../src/ports/store.ts';
import type { JobProcessor } from '../../src/queues/job-processors.ts';
import { dispatchBench } from './support/dispatch-bench.ts';

const bench = dispatchBench();
const { enqueue, counts, start } = bench;

function failure(isRetryable: boolean): Failure {
  return new Failure({ code: 'world.silent', message: 'the world does not answer', isRetryable });
}

describe('the dispatcher', () => {
  test('runs what was due before it started, and what it is woken for', async () => {
    const ran: string[] = [];
    await enqueue({ kind: 'receive-file', subject: 'before' });
    const dispatcher = start({ 'receive-file': async (_, subject) => (ran.push(subject), {}) });
    await dispatcher.idle();
    await enqueue({ kind: 'receive-file', subject: 'after' });
    dispatcher.wake(bench.tenantId);
    await dispatcher.idle();
    expect(ran).toEqual(['before', 'after']);
    expect(await counts()).toEqual([]);
  });

  test('finds by itself what nobody woke it for', async () => {
    const ran: string[] = [];
    start({ 'receive-file': async (_, subject) => (ran.push(subject), {}) }, { sweepSeconds: 0.1 });
    await enqueue({ kind: 'receive-file', subject: 'unannounced' });
    await expect.poll(() => ran).toEqual(['unannounced']);
  });

  test('tries again what the world kept from succeeding, as the schedule says, and then buries it', async () => {
    let tries = 0;
    await enqueue({ kind: 'deliver-interchange', subject: 'x' });
    const dispatcher = start({
      'deliver-interchange': async () => {
        tries++;
        throw failure(true);
      },
    });
    await expect.poll(() => tries).toBe(3);
    await dispatcher.idle();
    expect(await counts()).toEqual([{ kind: 'deliver-interchange', state: 'dead', count: 1 }]);
    expect(bench.events.map((event) => event.event)).toEqual(['job.retried', 'job.retried', 'job.buried']);
    expect(bench.events.every((event) => event.failureCode === 'world.silent')).toBe(true);
  });

  test.each([
    ['a failure that no waiting mends', () => failure(false), 'world.silent'],
    ['a mistake of ours', () => new TypeError('PLANTED-VALUE'), 'job.unexpected-error'],
  ])('buries %s at once and logs no words of others', async (_, error, failureCode) => {
    await enqueue({ kind: 'receive-file', subject: 'x' });
    const dispatcher = start({
      'receive-file': async () => {
        throw error();
      },
    });
    await dispatcher.idle();
    expect(bench.events).toMatchObject([{ event: 'job.buried', failureCode }]);
    expect(JSON.stringify(bench.events)).not.toContain('PLANTED-VALUE');
  });

  test('one job that fails keeps no other back', async () => {
    const ran: string[] = [];
    await enqueue(
      ...Array.from({ length: 40 }, (_, index) => ({
        kind: 'receive-file' as const,
        subject: index === 7 ? 'poison' : `file-${index}`,
      })),
    );
    const dispatcher = start({
      'receive-file': async (_, subject) => {
        if (subject === 'poison') throw failure(false);
        ran.push(subject);
        return {};
      },
    });
    await dispatcher.idle();
    expect(ran).toHaveLength(39);
    expect(await counts()).toEqual([{ kind: 'receive-file', state: 'dead', count: 1 }]);
  });

  test('brings a periodic job around again, whatever became of the last time', async () => {
    let runs = 0;
    await enqueue({ kind: 'collect-files', subject: 'partner' });
    start({
      'collect-files': async () => {
        if (++runs === 2) throw failure(true);
        return { repeatAfterSeconds: 0.05 };
      },
    });
    await expect.poll(() => runs).toBeGreaterThan(3);
  });

  test('two dispatchers share the work and repeat none of it', async () => {
    const ran: string[] = [];
    const work: JobProcessor = async (_, subject) => {
      ran.push(subject);
      await sleep(5);
      return {};
    };
    await enqueue(
      ...Array.from({ length: 60 }, (_, index) => ({
        kind: 'receive-file' as const,
        subject: String(index),
      })),
    );
    const both = [start({ 'receive-file': work }), start({ 'receive-file': work })];
    await Promise.all(both.map((dispatcher) => dispatcher.idle()));
    expect(ran.toSorted()).toEqual(Array.from({ length: 60 }, (_, index) => String(index)).toSorted());
  });

  test('looks less and less often for what is due and in the hands of another transaction', async () => {
    const ran: string[] = [];
    let looks = 0;
    let isHeld = true;
    const store: Pick<Store, 'inTransaction'> = {
      inTransaction: (_, work) =>
        bench.run((transaction) => {
          const { jobs } = transaction;
          const takeDue: typeof jobs.takeDue = async (options) => {
            looks++;
            return isHeld ? [] : await jobs.takeDue(options);
          };
          return work({ ...transaction, jobs: { ...jobs, takeDue } });
        }),
    };
    await enqueue({ kind: 'receive-file', subject: 'held' });
    start({ 'receive-file': async (_, subject) => (ran.push(subject), {}) }, { store: store as Store });
    await sleep(600);
    expect(looks).toBeGreaterThan(1);
    expect(looks).toBeLessThan(8);
    isHeld = false;
    await expect.poll(() => ran, { timeout: 5000 }).toEqual(['held']);
  });

  test('keeps a long job to itself by renewing its lease', async () => {
    let runs = 0;
    const long: JobProcessor = async () => {
      runs++;
      await sleep(1500);
      return {};
    };
    await enqueue({ kind: 'receive-file', subject: 'long' });
    const options = { leaseSeconds: 0.6, sweepSeconds: 0.1 };
    const both = [start({ 'receive-file': long }, options), start({ 'receive-file': long }, options)];
    await Promise.all(both.map((dispatcher) => dispatcher.idle()));
    await expect.poll(counts, { timeout: 5000 }).toEqual([]);
    expect(runs).toBe(1);
  });

  test('takes over what a worker left that vanished', async () => {
    await enqueue({ kind: 'receive-file', subject: 'left' });
    await bench.run(({ jobs }) =>
      jobs.takeDue({ owner: 'vanished', jobsPerPartner: 1, limit: 1, leaseSeconds: 0.3 }),
    );
    const ran: string[] = [];
    start({ 'receive-file': async (_, subject) => (ran.push(subject), {}) }, { sweepSeconds: 0.1 });
    await expect.poll(() => ran).toEqual(['left']);
  });

  test('lets work under way end when it is stopped, and takes no more', async () => {
    const ended: string[] = [];
    await enqueue({ kind: 'receive-file', subject: 'a' }, { kind: 'receive-file', subject: 'b' });
    const dispatcher = start(
      {
        'receive-file': async (_, subject) => {
          await sleep(200);
          ended.push(subject);
          return {};
        },
      },
      { concurrency: 1 },
    );
    await sleep(100);
    await dispatcher.stop();
    expect(ended).toEqual(['a']);
    expect(await counts()).toMatchObject([{ kind: 'receive-file', state: 'due', count: 1 }]);
  });

  test('tells of its sweeps in the database, until it stops', async () => {
    const workers = () => bench.run((transaction) => transaction.workers.list());
    const dispatcher = start({}, { sweepSeconds: 0.2, wakeUps: () => 'redis-absent' });
    await expect
      .poll(workers)
      .toMatchObject([{ owner: 'worker-0', wakeUps: 'redis-absent', sweepSeconds: 0.2 }]);
    const [first] = await workers();
    await expect.poll(async () => (await workers())[0]?.sweptAt).not.toBe(first?.sweptAt);
    await dispatcher.stop();
    expect(await workers()).toEqual([]);
  });
});
