import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JobId } from '../../src/ports/jobs.ts';
import type { Store } from '../../src/ports/store.ts';
import { type Dispatcher, startDispatcher } from '../../src/queues/dispatcher.ts';
import type { JobProcessors } from '../../src/queues/job-processors.ts';
import { RedisWakeUps } from '../../src/queues/redis/redis-wake-ups.ts';
import { Relay } from '../../src/queues/relay.ts';
import { type WatchedListener, watchedListener } from '../../src/queues/watched-listener.ts';
import { openPostgresStore } from '../../src/store/open-store.ts';
import { readWaits, watchStarts } from '../support/chaos-audit.ts';
import { noteLeftOut } from '../support/left-out.ts';
import { type PostgresServer, query, startPostgres, whyNoPostgres } from '../support/postgres-server.ts';
import { type RedisServer, startRedis, whyNoRedis } from '../support/redis-server.ts';

const reason = whyNoPostgres() ?? whyNoRedis();
if (reason !== undefined) noteLeftOut('chaos of Redis', reason);

/** How long each kind of chaos lasts: `npm run chaos:redis -- --seconds N`; a moment when absent. */
const FULL_SECONDS = Number(process.env['CLAIMGATE_CHAOS_SECONDS'] ?? 0);
const IS_FULL = FULL_SECONDS > 0;
const SECONDS = IS_FULL ? FULL_SECONDS : 8;
const SWEEP_SECONDS = IS_FULL ? 15 : 2;
const FLUSH_EVERY_MS = IS_FULL ? 5000 : 1000;
const LOAD_EVERY_MS = 40;
const JOB_MS = 5;
/** A job is started within one sweep and five seconds, whatever becomes of Redis. */
const WAIT_MS_MAX = (SWEEP_SECONDS + 5) * 1000;
const TENANT = 'chaos';

interface ChaosWorker {
  readonly dispatcher: Dispatcher;
  readonly listener: WatchedListener;
  stop(): Promise<void>;
}

describe.skipIf(reason !== undefined)('due work under load', () => {
  let postgres: PostgresServer;
  let redis: RedisServer;
  let store: Store;
  let superuserUrl: string;
  let workers: ChaosWorker[];
  let ran: Map<string, number>;

  beforeEach(async () => {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    const databaseUrl = await postgres.createDatabase();
    superuserUrl = postgres.asSuperuser(databaseUrl);
    store = await openPostgresStore({ databaseUrl });
    await watchStarts(superuserUrl);
    ran = new Map();
    workers = [startWorker('one'), startWorker('two')];
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await store.close();
    await redis.stop();
    await postgres.stop();
  });

  function startWorker(owner: string): ChaosWorker {
    const queue = new RedisWakeUps({ redisUrl: redis.url, tell: () => undefined });
    const work = async (_: string, subject: string) => {
      ran.set(subject, (ran.get(subject) ?? 0) + 1);
      await sleep(JOB_MS);
      return {};
    };
    const processors: JobProcessors = {
      'batch-claims': work,
      'deliver-interchange': work,
      'collect-files': work,
      'receive-file': work,
      'find-late-answers': work,
      'find-unpaired-payments': work,
    };
    const dispatcher = startDispatcher({
      store,
      tenants: [TENANT],
      processors,
      owner,
      sweepSeconds: SWEEP_SECONDS,
      // No machine is so slow that a job at work loses its lease.
      leaseSeconds: 120,
      onSweep: (sweep) => listener.noteSweep(sweep),
    });
    const onWakeUp = (job: JobId) => dispatcher.offer(TENANT, job);
    const listener = watchedListener(() => queue.listen(TENANT, { concurrency: 4, onWakeUp }), {
      tenantId: TENANT,
      tell: () => undefined,
    });
    return {
      dispatcher,
      listener,
      async stop() {
        await Promise.all([dispatcher.stop(), listener.stop()]);
        await queue.close();
      },
    };
  }

  /** Makes work as another process would, which has no workers of its own to fall back on. */
  async function load(isOver: () => boolean): Promise<number> {
    const queue = new RedisWakeUps({ redisUrl: redis.url, tell: () => undefined });
    const relay = new Relay({ store, queue, onUnsent: () => undefined, tell: () => undefined });
    let count = 0;
    while (!isOver()) {
      const partnerId = `partner-${count % 5}`;
      const subject = `job-${count++}`;
      await store.inTransaction(TENANT, ({ jobs }) =>
        jobs.enqueue([{ kind: 'receive-file', subject, partnerId }]),
      );
      relay.wake(TENANT);
      await sleep(LOAD_EVERY_MS);
    }
    await relay.settled();
    await queue.close();
    return count;
  }

  async function underLoad(disturb: (isOver: () => boolean) => Promise<void>): Promise<void> {
    const endMs = performance.now() + SECONDS * 1000;
    const isOver = (): boolean => performance.now() > endMs;
    const [count] = await Promise.all([load(isOver), disturb(isOver)]);
    await expect.poll(() => ran.size, { timeout: WAIT_MS_MAX + 20_000 }).toBe(count);
    await expect
      .poll(() => query(superuserUrl, 'select kind, subject from claimgate.job'), { timeout: 10_000 })
      .toEqual([]);
    const waits = await readWaits(superuserUrl);
    process.stdout.write(
      `${expect.getState().currentTestName ?? ''}: ${count} jobs, ${waits.startedCount} starts, ` +
        `waited ${Math.round(waits.p99Ms)} ms (p99), ${Math.round(waits.maxMs)} ms at most\n`,
    );
    expect(waits.openCount).toBe(0);
    expect(waits.maxMs).toBeLessThan(WAIT_MS_MAX);
    expect([...ran.values()].every((times) => times === 1)).toBe(true);
  }

  const timeout = (SECONDS * 2 + 120) * 1000;

  test('is woken through Redis', { timeout }, async () => {
    await underLoad(async () => undefined);
    expect(workers.reduce((sum, worker) => sum + worker.listener.heardCount, 0)).toBeGreaterThan(0);
  });

  test('is done, once, where Redis forgets everything again and again', { timeout }, async () => {
    await underLoad(async (isOver) => {
      while (!isOver()) {
        await sleep(FLUSH_EVERY_MS);
        await redis.flush();
      }
    });
  });

  test('is done, once, where Redis is killed again and again', { timeout }, async () => {
    await underLoad(async (isOver) => {
      while (!isOver()) {
        await sleep(FLUSH_EVERY_MS);
        await redis.kill();
        await sleep(FLUSH_EVERY_MS / 5);
        await redis.start();
      }
    });
  });

  test('is done, once, where Redis is gone for long, and is woken again when it is back', {
    timeout,
  }, async () => {
    await underLoad(async () => {
      await sleep(SECONDS * 200);
      await redis.kill();
      await sleep(Math.min(SECONDS * 500, 60_000));
      await redis.start();
    });
    const heard = (): number => workers.reduce((sum, worker) => sum + worker.listener.heardCount, 0);
    const before = heard();
    const endMs = performance.now() + 5000;
    await load(() => performance.now() > endMs);
    await expect.poll(heard, { timeout: 10_000 }).toBeGreaterThan(before);
  });
});
