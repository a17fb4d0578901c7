import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { JobId } from '../../src/ports/jobs.ts';
import type { DispatchEvent } from '../../src/queues/dispatch-event.ts';
import { RedisWakeUps } from '../../src/queues/redis/redis-wake-ups.ts';
import type { WakeUpListener } from '../../src/queues/wake-up-queue.ts';
import { noteLeftOut } from '../support/left-out.ts';
import { type RedisServer, startRedis, whyNoRedis } from '../support/redis-server.ts';

const reason = whyNoRedis();
if (reason !== undefined) noteLeftOut('wake-ups through Redis', reason);

const A: JobId = { kind: 'receive-file', subject: 'a' };

describe.skipIf(reason !== undefined)('wake-ups through Redis', () => {
  let server: RedisServer;
  let events: DispatchEvent[];
  let wakeUps: RedisWakeUps;
  let listeners: WakeUpListener[];
  let tenantCount = 0;
  let tenantId: string;

  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    tenantId = `tenant-${++tenantCount}`;
    events = [];
    listeners = [];
    wakeUps = new RedisWakeUps({ redisUrl: server.url, tell: (event) => events.push(event) });
  });
  afterEach(async () => {
    await Promise.all(listeners.map((listener) => listener.stop()));
    await wakeUps.close();
  });

  function listen(onWakeUp: (job: JobId) => Promise<void>, tenant = tenantId): WakeUpListener {
    const listener = wakeUps.listen(tenant, { concurrency: 2, onWakeUp });
    listeners.push(listener);
    return listener;
  }

  test('reach a listener of their tenant, and leave nothing behind', async () => {
    const heard: JobId[] = [];
    const others: JobId[] = [];
    listen(async (job) => void heard.push(job));
    listen(async (job) => void others.push(job), 'another');
    const jobs = ['x', 'y', 'z'].map((subject): JobId => ({ kind: 'receive-file', subject }));
    await wakeUps.send(tenantId, jobs);
    await expect.poll(() => heard.toSorted((a, b) => (a.subject < b.subject ? -1 : 1))).toEqual(jobs);
    expect(others).toEqual([]);
    const client = new Redis(server.url);
    const left = async (): Promise<string[]> =>
      (await client.keys(`claimgate:${tenantId}:*`)).filter((key) => /:\d+$|:de:/.test(key));
    await expect.poll(left).toEqual([]);
    client.disconnect();
  });

  test('carry a kind and an id, and nothing else', async () => {
    await wakeUps.send(tenantId, [A]);
    const client = new Redis(server.url);
    const [key = ''] = (await client.keys(`claimgate:${tenantId}:*`)).filter((name) => /:\d+$/.test(name));
    const job = await client.hgetall(key);
    client.disconnect();
    expect(JSON.parse(job['data'] ?? '')).toEqual({ kind: 'receive-file', id: 'a' });
  });

  test('sent many times before one is heard are one, and one sent while its job is at work is another', async () => {
    await wakeUps.send(tenantId, [A]);
    await wakeUps.send(tenantId, [A, A]);
    let runs = 0;
    let release: () => void = () => undefined;
    listen(async () => {
      runs++;
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    });
    await expect.poll(() => runs).toBe(1);
    for (let again = 0; again < 5; again++) await wakeUps.send(tenantId, [A]);
    await sleep(100);
    expect(runs).toBe(1);
    release();
    await expect.poll(() => runs).toBe(2);
    release();
    await sleep(200);
    expect(runs).toBe(2);
  });

  test('fail at once while Redis is away, are heard again when it is back, and what it forgot is gone', async () => {
    const heard: string[] = [];
    const listener = listen(async ({ subject }) => void heard.push(subject));
    await wakeUps.send(tenantId, [{ ...A, subject: 'before' }]);
    await expect.poll(() => heard).toEqual(['before']);
    await server.kill();
    await expect.poll(() => listener.isConnected).toBe(false);
    const startedMs = performance.now();
    await expect(wakeUps.send(tenantId, [A])).rejects.toMatchObject({
      code: 'redis.unavailable',
      isRetryable: true,
    });
    // Nobody who makes work is kept: a connection that is lost is not waited for.
    expect(performance.now() - startedMs).toBeLessThan(2500);
    await server.start();
    await expect
      .poll(
        () =>
          wakeUps.send(tenantId, [{ ...A, subject: 'after' }]).then(
            () => 'sent',
            () => 'failed',
          ),
        {
          timeout: 10_000,
          interval: 200,
        },
      )
      .toBe('sent');
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['before', 'after']);
    expect(events.filter(({ event }) => event === 'redis.lost').length).toBeGreaterThan(0);
  });

  test('are survived when Redis forgets everything under way', async () => {
    const heard: string[] = [];
    listen(async ({ subject }) => void heard.push(subject));
    for (let round = 0; round < 5; round++) {
      await server.flush();
      await wakeUps.send(tenantId, [{ ...A, subject: String(round) }]);
      await expect.poll(() => heard.at(-1), { timeout: 20_000 }).toBe(String(round));
    }
  });

  test('stop without waiting for a Redis that is away', async () => {
    const listener = listen(async () => undefined);
    await expect.poll(() => listener.isConnected).toBe(true);
    await server.kill();
    await expect.poll(() => listener.isConnected).toBe(false);
    await listener.stop();
    await server.start();
  });
});
