#!/usr/bin/env node
// How many claims a second go through the whole gateway: accepted, written as 837P, delivered over SFTP, and their 999,
// 277CA and 835 collected, applied and posted. Each stage by itself first, then the whole, where they overlap as they do
// in earnest; the partner answers in between, while no clock runs. On PostgreSQL the whole once more with two worker
// processes, woken through Redis. Beside it the floor: the rows that all this left in the database, written there in
// bulk and nothing else, in the same round. The median of the rounds counts. A run that loses, repeats or misposts a
// claim fails.
//   npm run bench:pipeline [-- --claims 20000] [--store pglite|postgres|redis|all] [--rounds 3] [--json] [--built dist]
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { assertPosted } from './bench/pipeline-audit.mjs';
import { writeClaims } from './bench/pipeline-claims.mjs';
import { ANSWERED, openStages, STAGES, WAYS } from './bench/pipeline-stages.mjs';
import { pgliteBench, postgresBench } from './bench/pipeline-stores.mjs';
import { startGateway } from './bench/pipeline-workers.mjs';
import { makeWorkspace } from './bench/pipeline-workspace.mjs';
import { postgresPrograms, startCluster } from './bench/postgres-cluster.mjs';
import { hasRedis, startRedis } from './bench/redis-server.mjs';

/** What the whole must reach on PostgreSQL, as a share of the floor. */
const GOAL = 0.25;
const WORKERS = 2;
const ROOT = fileURLToPath(new URL('..', import.meta.url));

const { values } = parseArgs({
  options: {
    claims: { type: 'string', default: '20000' },
    store: { type: 'string', default: 'all' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
    built: { type: 'string' },
  },
});
const claimCount = Number(values.claims);

const built = path.resolve(values.built ?? path.join(ROOT, 'dist'));
if (values.built === undefined) execFileSync('npx', ['tsc', '-b'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
const folder = mkdtempSync(path.join(tmpdir(), 'bench-pipeline-'));
try {
  const claimsFile = path.join(folder, 'claims.ndjson');
  writeClaims(claimsFile, claimCount);
  const results = [];
  if (isWanted('pglite')) results.push(await measure(pgliteBench(built, folder), claimsFile));
  if (isWanted('postgres') || isWanted('redis')) results.push(...(await measureOnPostgres(claimsFile)));
  const machine = `${cpus().length} x ${cpus()[0].model}, Node ${process.versions.node}`;
  const result = { machine, claims: claimCount, stores: results };
  console.log(values.json ? JSON.stringify(result) : print(result));
} finally {
  rmSync(folder, { recursive: true });
}

function isWanted(store) {
  return values.store === 'all' || values.store === store;
}

async function measureOnPostgres(claimsFile) {
  if (postgresPrograms() === undefined) throw new Error('no PostgreSQL is installed here; --store pglite');
  if (isWanted('redis') && !hasRedis()) throw new Error('no Redis is installed here; --store postgres');
  const cluster = await startCluster();
  try {
    const bench = postgresBench(built, cluster);
    const results = [];
    if (isWanted('postgres')) results.push(await measure(bench, claimsFile));
    if (isWanted('redis')) results.push(await measureWorkers(bench));
    return results;
  } finally {
    await cluster.stop();
  }
}

async function measure(bench, claimsFile) {
  const rounds = [];
  for (let round = 0; round < Number(values.rounds); round++) {
    const directory = path.join(folder, `${bench.name}-${round}`);
    const stages = await runOnce(bench, { directory, claimsFile, steps: STAGES });
    await bench.discard();
    const ways = await runOnce(bench, { directory, claimsFile, steps: WAYS });
    rounds.push({ stages, whole: ways.out + ways.back, ...(await bench.measureFloor()) });
    await bench.discard();
  }
  return summarize(bench.name, rounds, STAGES);
}

async function measureWorkers(bench) {
  const rounds = [];
  const redis = await startRedis();
  try {
    for (let round = 0; round < Number(values.rounds); round++) {
      const directory = path.join(folder, `redis-${round}`);
      rounds.push(await runWorkers(bench, { directory, redisUrl: redis.url }));
      await bench.discard();
    }
  } finally {
    await redis.stop();
  }
  const { version, ...result } = summarize('redis', rounds, []);
  return { ...result, version: `${version}, Redis and ${WORKERS} workers` };
}

/** Seconds of each step. */
async function runOnce(bench, { directory, claimsFile, steps }) {
  return await withPartner(directory, async ({ workspace, answer }) => {
    const store = await bench.open();
    try {
      const stages = await openStages(built, { workspace, store, claimsFile, isHeld: steps === STAGES });
      const taken = await runSteps(stages, steps, answer);
      await stages.stop();
      await store.inTransaction(stages.tenantId, (transaction) => assertPosted(transaction, claimCount));
      return taken;
    } finally {
      await store.close();
    }
  });
}

/**
 * Seconds of the whole, with workers in processes of their own, and the floor. Workers run for weeks: first they are
 * warmed up by as many other claims, which leave nothing behind, as this process is by the stages.
 */
async function runWorkers(bench, { directory, redisUrl }) {
  return await withPartner(directory, async ({ workspace, answer }) => {
    const databaseUrl = await bench.createDatabase();
    const gateway = await startGateway(built, { workspace, databaseUrl, redisUrl, count: WORKERS });
    const claimsFile = path.join(directory, 'claims.ndjson');
    async function handIn(before) {
      writeClaims(claimsFile, claimCount, before);
      const taken = await runSteps({ run: (way) => gateway.run(way, claimsFile) }, WAYS, answer);
      await gateway.store.inTransaction(gateway.tenantId, (transaction) =>
        assertPosted(transaction, claimCount),
      );
      return taken.out + taken.back;
    }
    try {
      await handIn(0);
      await bench.empty();
      const whole = await handIn(claimCount);
      return { whole, ...(await bench.measureFloor()) };
    } finally {
      await gateway.stop();
      await gateway.close();
    }
  });
}

async function runSteps(gateway, steps, answer) {
  const taken = {};
  for (const step of steps) {
    if (ANSWERED.has(step)) await answer();
    taken[step] = await gateway.run(step);
  }
  return taken;
}

/** Gives `work` a workspace whose trading partner runs in a process of its own. */
async function withPartner(directory, work) {
  mkdirSync(directory);
  const partner = fork(fileURLToPath(new URL('bench/pipeline-partner.mjs', import.meta.url)));
  try {
    const place = await ask(partner, { built, directory: path.join(directory, 'partner') });
    const workspace = await makeWorkspace(built, path.join(directory, 'gateway'), place);
    return await work({ workspace, answer: () => ask(partner, 'answer') });
  } finally {
    partner.kill();
    rmSync(directory, { recursive: true });
  }
}

async function ask(child, question) {
  child.send(question);
  const [answer] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (typeof answer !== 'object') throw new Error(`the partner's process ended with ${answer}`);
  if (answer.error !== undefined) throw new Error(`the partner: ${answer.error}`);
  return answer;
}

function summarize(store, rounds, stageNames) {
  const perSecond = (taken) => Math.round(claimCount / median(taken));
  const { version, rows } = rounds[0];
  return {
    store,
    version,
    rows,
    rowCount: Object.values(rows).reduce((sum, each) => sum + each, 0),
    claimsPerSecond: {
      ...Object.fromEntries(
        stageNames.map((stage) => [stage, perSecond(rounds.map(({ stages }) => stages[stage]))]),
      ),
      whole: perSecond(rounds.map(({ whole }) => whole)),
      floor: perSecond(rounds.map(({ floorSeconds }) => floorSeconds)),
    },
    ratioToFloor: rounded(median(rounds.map(({ whole, floorSeconds }) => floorSeconds / whole))),
  };
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function rounded(number) {
  return Math.round(number * 1000) / 1000;
}

function print({ machine, claims, stores }) {
  const lines = [machine, `${claims} claims`];
  for (const { version, claimsPerSecond, rowCount, rows, ratioToFloor, store } of stores) {
    lines.push('', version, '');
    for (const [stage, each] of Object.entries(claimsPerSecond)) {
      lines.push(`${stage.padEnd(14)}${String(each).padStart(8)} claims/s`);
    }
    const goal = store !== 'pglite' ? ` (goal ${GOAL})` : '';
    lines.push('', `whole of floor: ${ratioToFloor}${goal}`, `rows written: ${rowCount}`);
    for (const [table, count] of Object.entries(rows)) lines.push(`  ${table.padEnd(22)}${count}`);
  }
  return lines.join('\n');
}
