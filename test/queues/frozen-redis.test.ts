import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import type { JobId } from '../../src/ports/jobs.ts';
import { RedisWakeUps } from '../../src/queues/redis/redis-wake-ups.ts';
import { Relay } from '../../src/queues/relay.ts';
import { type WatchedListener, watchedListener } from '../../src/queues/watched-listener.ts';
import { type FreezingProxy, startFreezingProxy } from '../support/freezing-proxy.ts';
import { noteLeftOut } from '../support/left-out.ts';
import { type RedisServer, startRedis, whyNoRedis } from '../support/redis-server.ts';
import { dispatchBench } from './support/dispatch-bench.ts';

const reason = whyNoRedis();
if (reason !== undefined) noteLeftOut('a frozen connection to Redis', reason);

describe.skipIf(reason !== undefined)('a worker whose connection to Redis is frozen', () => {
  const bench = dispatchBench();
  let redis: RedisServer;
  let proxy: FreezingProxy;

  afterAll(async () => {
    await proxy.stop();
    await redis.stop();
  });

  test('does its work all the same, and hears wake-ups again once its listener is made anew', {
    timeout: 120_000,
  }, async () => {
    redis = await startRedis();
    proxy = await startFreezingProxy(Number(new URL(redis.url).port));
    const { tenantId } = bench;
    const events: string[] = [];
    const tell = ({ event }: { event: string }): void => void events.push(event);
    const ran: string[] = [];
    let listener: WatchedListener | undefined;
    const dispatcher = bench.start(
      { 'receive-file': async (_, subject) => (ran.push(subject), {}) },
      { sweepSeconds: 6, onSweep: (sweep) => listener?.noteSweep(sweep) },
    );
    const throughProxy = new RedisWakeUps({ redisUrl: `redis://127.0.0.1:${proxy.port}`, tell });
    const onWakeUp = (job: JobId) => dispatcher.offer(tenantId, job);
    listener = watchedListener(() => throughProxy.listen(tenantId, { concurrency: 2, onWakeUp }), {
      tenantId,
      tell,
    });
    const producer = new RedisWakeUps({ redisUrl: redis.url, tell });
    const relay = new Relay({
      store: { inTransaction: (_, work) => bench.run(work), close: async () => undefined },
      queue: producer,
      onUnsent: () => undefined,
      tell,
    });
    let count = 0;
    async function makeWork(): Promise<void> {
      await bench.enqueue({ kind: 'receive-file', subject: String(count++) });
      relay.wake(tenantId);
      await relay.settled();
    }

    // The first may be found by the sweep at the start.
    while (listener.heardCount === 0) {
      await makeWork();
      await sleep(200);
    }
    proxy.freeze();
    while (!events.includes('wake-up.listener-renewed')) {
      await makeWork();
      await sleep(500);
    }
    const heardBefore = listener.heardCount;
    await makeWork();
    await expect.poll(() => listener.heardCount, { timeout: 20_000 }).toBeGreaterThan(heardBefore);
    await expect.poll(() => new Set(ran).size, { timeout: 20_000 }).toBe(count);
    await listener.stop();
    await throughProxy.close();
    await producer.close();
  });
});
