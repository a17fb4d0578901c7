// The gateway of the pipeline's benchmark as processes: workers of the built program on one PostgreSQL server, woken
// through Redis, and this process, which hands the claims in as `claimgate submit` does. Only the whole is measured.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { load } from './built-core.mjs';

const LOOK_MS = 100;

/**
 * Starts `count` workers on a workspace. `run(way, claimsFile)` runs one of `WAYS` until no job is due or at work and
 * gives the seconds it took; `inTransaction` is the store's.
 */
export async function startGateway(built, { workspace, databaseUrl, redisUrl, count }) {
  const { openGateway } = await load(built, 'main/open-gateway.js');
  const { directory } = workspace;
  const environment = { databaseUrl, redisUrl, logLevel: 'warn' };
  const gateway = await openGateway({ directory, role: 'guest-allowed' }, { environment, variables: {} });
  const { store, tenantId } = gateway;
  const workers = [];
  const jobsOf = {
    out: [],
    back: workspace.profiles.map(({ id }) => ({ kind: 'collect-files', subject: id })),
  };

  async function run(way, claimsFile) {
    const start = performance.now();
    if (way === 'out') await acceptAll(gateway, claimsFile);
    await store.inTransaction(tenantId, ({ jobs }) => jobs.enqueue(jobsOf[way]));
    gateway.wakeUp.wake(tenantId);
    await untilIdle(store, tenantId);
    return (performance.now() - start) / 1000;
  }

  async function stop() {
    for (const worker of workers) worker.kill('SIGTERM');
    await Promise.all(workers.map(async (worker) => worker.exitCode ?? (await once(worker, 'exit'))));
  }

  const env = { ...process.env, DATABASE_URL: databaseUrl, REDIS_URL: redisUrl };
  try {
    for (let index = 0; index < count; index++) workers.push(await startWorker(built, directory, env));
    // Each looks into the mailbox once when it starts.
    await untilIdle(store, tenantId);
  } catch (error) {
    await stop();
    await gateway.close();
    throw error;
  }
  return { tenantId, store, run, stop, close: () => gateway.close() };
}

async function startWorker(built, directory, env) {
  const program = path.join(built, 'main/claimgate.js');
  // With this process's own flags, as `docs/running.md` advises for workers with much to do.
  const worker = spawn(process.execPath, [...process.execArgv, program, 'worker', '--directory', directory], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  worker.stderr.on('data', (chunk) => {
    told += chunk;
  });
  const said = once(createInterface({ input: worker.stdout }), 'line');
  await Promise.race([said, once(worker, 'exit')]);
  if (worker.exitCode !== null) throw new Error(`a worker ended with ${worker.exitCode}: ${told}`);
  return worker;
}

async function acceptAll(gateway, claimsFile) {
  for await (const { outcome } of gateway.acceptClaims(createReadStream(claimsFile))) {
    if (outcome !== 'accepted') throw new Error(`a claim of the benchmark was ${outcome}`);
  }
}

/** A stage whose work was done twice, or not at all, is no measurement. */
async function untilIdle(store, tenantId) {
  for (;;) {
    const { counts, failing } = await store.inTransaction(tenantId, async ({ jobs, circuits }) => ({
      counts: await jobs.counts(),
      failing: await circuits.list(),
    }));
    const hasDead = counts.some(({ state }) => state === 'dead' || state === 'paused');
    if (hasDead || failing.length > 0) throw new Error(`jobs failed: ${JSON.stringify({ counts, failing })}`);
    if (counts.every(({ state }) => state === 'waiting')) return;
    await wait(LOOK_MS);
  }
}
