import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/failure.ts';
import type { JobStateCount, NewJob } from '../../src/ports/jobs.ts';
import type { Store } from '../../src/ports/store.ts';
import type { DispatchEvent } from '../../src/queues/dispatch-event.ts';
import { type Dispatcher, type DispatcherOptions, startDispatcher } from '../../src/queues/dispatcher.ts';
import type { JobProcessor, JobProcessors } from '../../src/queues/job-processors.ts';
import { openEmbeddedStore } from '../../src/store/open-store.ts';

let directory: string;
let store: Store;
let tenantCount = 0;
let tenantId: string;
let events: DispatchEvent[];
let started: Dispatcher[];

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'claimgate-dispatch-'));
  mkdirSync(path.join(directory, 'data'));
  store = await openEmbeddedStore({ directory: path.join(directory, 'data') });
});
afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});
beforeEach(() => {
  tenantId = `tenant-${++tenantCount}`;
  events = [];
  started = [];
});
afterEach(async () => {
  await Promise.all(started.map((dispatcher) => dispatcher.stop()));
});

async function enqueue(...jobs: NewJob[]): Promise<void> {
  await store.inTransaction(tenantId, (transaction) => transaction.jobs.enqueue(jobs));
}

async function counts(): Promise<readonly JobStateCount[]> {
  return await store.inTransaction(tenantId, ({ jobs }) => jobs.counts());
}

const nothing: JobProcessor = async () => ({});

function processors(changes: Partial<JobProcessors>): JobProcessors {
  return {
    'batch-claims': nothing,
    'deliver-interchange': nothing,
    'collect-files': nothing,
    'receive-file': nothing,
    ...changes,
  };
}

function start(work: Partial<JobProcessors>, changes: Partial<DispatcherOptions> = {}): Dispatcher {
  const dispatcher = startDispatcher({
    store,
    tenants: [tenantId],
    processors: processors(work),
    owner: `worker-${started.length}`,
    sweepSeconds: 30,
    schedule: { delaysSeconds: [0.05], attemptsMax: 3 },
    log: (event) => events.push(event),
    ...changes,
  });
  started.push(dispatcher);
  return dispatcher;
}

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
    dispatcher.wake(tenantId);
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
    expect(events.map((event) => event.event)).toEqual(['job.retried', 'job.retried', 'job.buried']);
    expect(events.every((event) => event.failureCode === 'world.silent')).toBe(true);
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
    expect(events).toMatchObject([{ event: 'job.buried', failureCode }]);
    expect(JSON.stringify(events)).not.toContain('PLANTED-VALUE');
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
    await store.inTransaction(tenantId, ({ jobs }) =>
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

  test('leaves places for other partners, however much one has to do', async () => {
    const ran: string[] = [];
    let mostAtOnce = 0;
    let atOnce = 0;
    const slow = Array.from({ length: 12 }, (_, index) => `busy-${index}`);
    await enqueue(...slow.map((subject) => ({ kind: 'receive-file' as const, subject, partnerId: 'busy' })));
    await enqueue({ kind: 'receive-file', subject: 'quiet', partnerId: 'quiet' });
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const dispatcher = start(
      {
        'receive-file': async (_, subject) => {
          ran.push(subject);
          if (subject === 'quiet') return {};
          mostAtOnce = Math.max(mostAtOnce, ++atOnce);
          await released;
          atOnce--;
          return {};
        },
      },
      { concurrency: 4, jobsPerPartner: 3 },
    );
    await expect.poll(() => ran).toContain('quiet');
    expect(ran.filter((subject) => subject !== 'quiet')).toHaveLength(3);
    release();
    await dispatcher.idle();
    expect(ran).toHaveLength(13);
    expect(mostAtOnce).toBe(3);
  });

  test('leaves a partner alone that fails again and again, and no other', async () => {
    const tries: string[] = [];
    const deliveries = (partnerId: string) =>
      ['1', '2', '3', '4', '5', '6'].map((number) => ({
        kind: 'deliver-interchange' as const,
        subject: `${partnerId}-${number}`,
        partnerId,
      }));
    await enqueue(...deliveries('down'), ...deliveries('up'));
    const dispatcher = start(
      {
        'deliver-interchange': async (_, subject) => {
          tries.push(subject);
          if (subject.startsWith('down')) {
            throw new Failure({ code: 'transport.unreachable', message: 'no', isRetryable: true });
          }
          return {};
        },
      },
      {
        concurrency: 2,
        schedule: { delaysSeconds: [0], attemptsMax: 100 },
        circuit: { failuresMax: 3, pauseSecondsFirst: 60, pauseSecondsMax: 60 },
      },
    );
    await dispatcher.idle();
    expect(tries.filter((subject) => subject.startsWith('up'))).toHaveLength(6);
    // One more may have been under way when the third failed.
    expect(tries.filter((subject) => subject.startsWith('down')).length).toBeLessThanOrEqual(4);
    expect(await counts()).toMatchObject([{ kind: 'deliver-interchange', state: 'paused', count: 6 }]);
    const circuits = await store.inTransaction(tenantId, (transaction) => transaction.circuits.list());
    expect(circuits).toMatchObject([
      { partnerId: 'down', state: 'open', failureCode: 'transport.unreachable' },
    ]);
  });

  test('tries a partner again when its pause is over, and goes on once it is back', async () => {
    let isDown = true;
    let tries = 0;
    await enqueue(
      ...['1', '2', '3'].map((subject) => ({
        kind: 'deliver-interchange' as const,
        subject,
        partnerId: 'p',
      })),
    );
    start(
      {
        'deliver-interchange': async () => {
          tries++;
          if (isDown) throw new Failure({ code: 'transport.timeout', message: 'no', isRetryable: true });
          return {};
        },
      },
      {
        schedule: { delaysSeconds: [0], attemptsMax: 1000 },
        circuit: { failuresMax: 3, pauseSecondsFirst: 0.3, pauseSecondsMax: 0.3 },
      },
    );
    await expect.poll(() => tries).toBeGreaterThan(4);
    isDown = false;
    await expect.poll(counts, { timeout: 5000 }).toEqual([]);
  });

  test('runs a job that it is offered, once, and nothing that is not due', async () => {
    const ran: string[] = [];
    const dispatcher = start({
      'receive-file': async (_, subject) => {
        ran.push(subject);
        await sleep(50);
        return {};
      },
    });
    await dispatcher.idle();
    await enqueue(
      { kind: 'receive-file', subject: 'now' },
      { kind: 'receive-file', subject: 'later', delaySeconds: 60 },
    );
    const offer = (subject: string) => dispatcher.offer(tenantId, { kind: 'receive-file', subject });
    await Promise.all([offer('now'), offer('now'), offer('later'), offer('unknown')]);
    expect(ran).toEqual(['now']);
    // An offer ends with its job: whoever made it may give the next one.
    expect(await counts()).toMatchObject([{ state: 'waiting' }]);
  });

  test('tells of its sweeps in the database, until it stops', async () => {
    const workers = () => store.inTransaction(tenantId, (transaction) => transaction.workers.list());
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
