#!/usr/bin/env node
// What wakes workers soonest, and what it costs: no-op jobs through BullMQ on Redis, through BullMQ on PostgreSQL, and
// through the outbox of claimgate alone. All three stand on servers of this run. Figures of docs/decisions/0013.
//   npm run build && npm run bench:queues -- --jobs 2000
import { parseArgs } from 'node:util';
import { createPostgresBackend, Queue, runMigrations, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { startDispatcher } from '../dist/queues/dispatcher.js';
import { openPostgresStore } from '../dist/store/open-store.js';

const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '2000' },
    concurrency: { type: 'string', default: '10' },
    redis: { type: 'string', default: 'redis://127.0.0.1:6379' },
    postgres: { type: 'string', default: 'postgres://postgres@127.0.0.1:5432/postgres' },
  },
});
const jobs = Number(values.jobs);
const concurrency = Number(values.concurrency);
const OPTIONS = { removeOnComplete: true, removeOnFail: true, attempts: 1 };
const LATENCY_JOBS = 100;

/** Jobs a second to add them one by one and to run them, and how long one waits on an idle queue. */
function row(name, { addMs, runMs, waits }) {
  const rate = (ms) => String(Math.round((jobs / ms) * 1000)).padStart(8);
  const sorted = waits.toSorted((one, other) => one - other);
  const wait = (share) => sorted[Math.floor(share * (sorted.length - 1))].toFixed(1).padStart(8);
  process.stdout.write(`${name.padEnd(30)}${rate(addMs)}${rate(runMs)}${wait(0.5)}${wait(0.99)}\n`);
}

async function timed(work) {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

/** Counts calls, and resolves when there were so many. */
function counter() {
  let count = 0;
  let waiter;
  return {
    hit() {
      count++;
      if (waiter !== undefined && count >= waiter.target) waiter.resolve();
    },
    until: (target) =>
      new Promise((resolve) => {
        waiter = { target, resolve };
        if (count >= target) resolve();
      }),
  };
}

async function benchBull(name, { makeQueue, makeWorker }) {
  const queue = makeQueue();
  await queue.waitUntilReady();
  const add = (id) =>
    queue.add(
      'receive-file',
      { kind: 'receive-file', id },
      {
        ...OPTIONS,
        deduplication: { id, keepLastIfActive: true },
      },
    );
  const addMs = await timed(async () => {
    for (let index = 0; index < jobs; index++) await add(`job-${index}`);
  });
  const done = counter();
  let worker;
  const runMs = await timed(async () => {
    worker = makeWorker(async () => done.hit());
    worker.on('error', () => undefined);
    await done.until(jobs);
  });
  const waits = [];
  for (let index = 0; index < LATENCY_JOBS; index++) {
    waits.push(
      await timed(async () => {
        await add(`late-${index}`);
        await done.until(jobs + index + 1);
      }),
    );
  }
  await worker.close();
  await queue.close();
  row(name, { addMs, runMs, waits });
}

async function benchOutbox(name, databaseUrl) {
  const store = await openPostgresStore({ databaseUrl });
  const tenant = 'bench';
  const add = (subject) =>
    store.inTransaction(tenant, (transaction) =>
      transaction.jobs.enqueue([{ kind: 'receive-file', subject, partnerId: subject.slice(-1) }]),
    );
  const addMs = await timed(async () => {
    for (let index = 0; index < jobs; index++) await add(`job-${index}`);
  });
  const done = counter();
  const work = async () => {
    done.hit();
    return {};
  };
  const processors = {
    'batch-claims': work,
    'deliver-interchange': work,
    'collect-files': work,
    'receive-file': work,
  };
  let dispatcher;
  const runMs = await timed(async () => {
    dispatcher = startDispatcher({ store, tenants: [tenant], processors, owner: 'bench', concurrency });
    await done.until(jobs);
  });
  await dispatcher.idle();
  const waits = [];
  for (let index = 0; index < LATENCY_JOBS; index++) {
    waits.push(
      await timed(async () => {
        await add(`late-${index}`);
        dispatcher.wake(tenant);
        await done.until(jobs + index + 1);
      }),
    );
  }
  await dispatcher.stop();
  await store.close();
  row(name, { addMs, runMs, waits });
}

/** A database of its own, dropped afterwards. */
async function withDatabase(name, work) {
  const admin = new pg.Client({ connectionString: values.postgres });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(values.postgres);
  url.pathname = `/${name}`;
  try {
    await work(url.href);
  } finally {
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  }
}

process.stdout.write(
  `${jobs} no-op jobs, ${concurrency} at once\n${''.padEnd(30)}   add/s   run/s  p50 ms  p99 ms\n`,
);
const redis = new Redis(values.redis, { maxRetriesPerRequest: null });
const queueName = `bench-${process.pid}`;
await benchBull('BullMQ on Redis', {
  makeQueue: () => new Queue(queueName, { connection: redis }),
  makeWorker: (run) => new Worker(queueName, run, { connection: redis, concurrency }),
});
redis.disconnect();
await withDatabase(`bench_bull_${process.pid}`, async (connectionString) => {
  const pool = new pg.Pool({ connectionString, options: '-c search_path=bullmq', max: 10 });
  pool.on('error', () => undefined);
  const client = await pool.connect();
  await runMigrations(client, 'bullmq', {});
  client.release();
  await benchBull('BullMQ on PostgreSQL', {
    makeQueue: () => new Queue(queueName, { connection: pool }, createPostgresBackend),
    makeWorker: (run) => new Worker(queueName, run, { connection: pool, concurrency }, createPostgresBackend),
  });
  await pool.end();
});
await withDatabase(`bench_outbox_${process.pid}`, (databaseUrl) =>
  benchOutbox('outbox alone, in-process', databaseUrl),
);
