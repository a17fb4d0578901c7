#!/usr/bin/env node
// How many claim payments a second a large 835 is posted with, and in how much memory. The claims that it pays are in
// the database before, sent and acknowledged; the file lies in the archive; a process of its own receives it, as a worker
// does, and its memory is watched. Beside it the floor: the rows that posting wrote, copied into the same database as
// it was before, and nothing else. A run that posts a cent wrongly fails. A set of more than 150 MB would pay more than an
// amount of ten digits can say: a larger file needs more sets.
//   npm run bench:posting [-- --megabytes 100] [--sets 1] [--store postgres|pglite] [--json] [--built dist]
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { postgresPrograms, startCluster } from './bench/postgres-cluster.mjs';
import { assertBooked, assertComplete } from './bench/posting-audit.mjs';
import { insertClaims, partiesOf, postCharges } from './bench/posting-claims.mjs';
import { writeRemittances } from './bench/posting-file.mjs';
import { openGateway } from './bench/posting-gateway.mjs';
import { pglitePosting, postgresPosting } from './bench/posting-stores.mjs';

/** What posting must reach on PostgreSQL, as a share of the floor, and the most memory it may take over an idle process. */
const GOAL = 0.35;
const RESIDENT_MB_MAX = 256;
const WATCHED_EVERY_MS = 20;
const ROOT = fileURLToPath(new URL('..', import.meta.url));

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '100' },
    sets: { type: 'string', default: '1' },
    store: { type: 'string', default: 'postgres' },
    json: { type: 'boolean', default: false },
    built: { type: 'string' },
  },
});

const built = path.resolve(values.built ?? path.join(ROOT, 'dist'));
if (values.built === undefined) execFileSync('npx', ['tsc', '-b'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
const folder = mkdtempSync(path.join(tmpdir(), 'bench-posting-'));
try {
  const result = {
    machine: `${cpus().length} x ${cpus()[0].model}, Node ${process.versions.node}`,
    ...(await (values.store === 'pglite' ? measure(pglitePosting(built, folder)) : measureOnPostgres())),
  };
  console.log(values.json ? JSON.stringify(result) : print(result));
} finally {
  rmSync(folder, { recursive: true });
}

async function measureOnPostgres() {
  if (postgresPrograms() === undefined) throw new Error('no PostgreSQL is installed here; --store pglite');
  const cluster = await startCluster();
  try {
    return await measure(postgresPosting(built, cluster));
  } finally {
    await cluster.stop();
  }
}

async function measure(bench) {
  const archiveDirectory = path.join(folder, 'archive');
  const { earlier, large, claimCount } = writeRemittances(
    { earlier: path.join(folder, 'earlier.835'), large: path.join(folder, 'large.835') },
    {
      byteCount: Number(values.megabytes) * 1e6,
      setCount: Number(values.sets),
      parties: await partiesOf(built),
    },
  );
  const sha256 = await prepare(bench, { earlier, large, claimCount, archiveDirectory });
  const mark = await bench.keep();
  const owner = await bench.open();
  let taken;
  try {
    taken = await post(bench.address(), { archiveDirectory, sha256 });
    await assertBooked(built, { store: owner, files: [earlier, large] });
  } finally {
    await owner.close();
  }
  const { version, rows, floorSeconds } = await bench.measureFloor(mark);
  assertComplete(rows, large);
  return {
    store: bench.name,
    version,
    megabytes: rounded(large.bytes / 1e6),
    sets: large.sets,
    claimPayments: large.payments,
    seconds: rounded(taken.seconds),
    claimPaymentsPerSecond: Math.round(large.payments / taken.seconds),
    floorPerSecond: Math.round(large.payments / floorSeconds),
    ratioToFloor: rounded(floorSeconds / taken.seconds),
    idleMB: Math.round(taken.idleMB),
    residentOverIdleMB: Math.round(taken.mostMB - taken.idleMB),
    rows,
    rowCount: Object.values(rows).reduce((sum, count) => sum + count, 0),
  };
}

/** Everything that posting finds there: claims, their charges, the file, and what an earlier remittance paid. */
async function prepare(bench, { earlier, large, claimCount, archiveDirectory }) {
  await bench.create();
  await bench.onClient((client) => insertClaims(built, client, claimCount));
  const store = await bench.open();
  try {
    await postCharges(built, store, claimCount);
    const gateway = await openGateway(built, { store, archiveDirectory });
    await gateway.post(await gateway.archive(earlier.path));
    return await gateway.archive(large.path);
  } finally {
    await store.close();
  }
}

/** `{ seconds, idleMB, mostMB }` of the process that posts. */
async function post(address, { archiveDirectory, sha256 }) {
  const child = fork(fileURLToPath(new URL('bench/posting-process.mjs', import.meta.url)));
  let watch;
  try {
    await ask(child, { built, address, archiveDirectory });
    const idleMB = residentMB(child.pid);
    let mostMB = idleMB;
    watch = setInterval(() => {
      mostMB = Math.max(mostMB, residentMB(child.pid));
    }, WATCHED_EVERY_MS);
    const { seconds } = await ask(child, { post: sha256 });
    return { seconds, idleMB, mostMB };
  } finally {
    clearInterval(watch);
    if (child.connected) child.disconnect();
  }
}

async function ask(child, question) {
  child.send(question);
  const [answer] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (typeof answer !== 'object') throw new Error(`the posting process ended with ${answer}`);
  if (answer.error !== undefined) throw new Error(`the posting process: ${answer.error}`);
  return answer;
}

/** What the process holds in memory now, which only Linux tells of another process. */
function residentMB(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

function rounded(number) {
  return Math.round(number * 1000) / 1000;
}

function print(result) {
  const lines = [
    result.machine,
    result.version,
    `${result.megabytes} MB, ${result.sets} transaction set(s), ${result.claimPayments} claim payments`,
    '',
    `posted        ${String(result.claimPaymentsPerSecond).padStart(8)} claim payments/s (${result.seconds} s)`,
    `floor         ${String(result.floorPerSecond).padStart(8)} claim payments/s`,
    '',
    `of floor: ${result.ratioToFloor}${result.store === 'postgres' ? ` (goal ${GOAL})` : ''}`,
    `memory over ${result.idleMB} MB idle: ${result.residentOverIdleMB} MB (goal ${RESIDENT_MB_MAX})`,
    `rows written: ${result.rowCount}`,
  ];
  for (const [table, count] of Object.entries(result.rows)) lines.push(`  ${table.padEnd(22)}${count}`);
  return lines.join('\n');
}
