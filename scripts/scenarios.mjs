#!/usr/bin/env node
// Runs the scenarios of samples/scenarios on both stores and compares the books with what was worked out by hand.
//   npm run scenarios [-- NAME …] [--store pglite|postgres] [--built dist]
// Prints a line for each scenario and store; ends with 1, and shows the differences, where one is not as expected.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { load } from './bench/built-core.mjs';
import { postgresPrograms, startCluster } from './bench/postgres-cluster.mjs';
import { MODULES } from './scenarios/gateway.mjs';
import { runScenario, scenarioNames } from './scenarios/run-scenario.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const { values, positionals } = parseArgs({
  options: { store: { type: 'string' }, built: { type: 'string' } },
  allowPositionals: true,
});
const built = path.resolve(values.built ?? path.join(ROOT, 'dist'));
if (values.built === undefined) execFileSync('npx', ['tsc', '-b'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
const modules = {};
for (const [name, module] of Object.entries(MODULES)) modules[name] = await load(built, `${module}.js`);
const known = scenarioNames();
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0) throw new Error(`no such scenario: ${unknown.join(', ')}`);
const names = positionals.length > 0 ? positionals : known;

let failed = 0;
for (const kind of values.store === undefined ? ['pglite', 'postgres'] : [values.store])
  failed += await runOn(kind);
if (failed > 0) process.exitCode = 1;

async function runOn(kind) {
  if (kind === 'postgres' && postgresPrograms() === undefined) {
    console.log('postgres  left out: no PostgreSQL is installed here');
    return 0;
  }
  const directory = mkdtempSync(path.join(tmpdir(), 'claimgate-scenarios-'));
  const cluster = kind === 'postgres' ? await startCluster() : undefined;
  const archive = await modules.archive.openDirectoryArchive(path.join(directory, 'archive'));
  const store = await openStore(cluster, directory);
  let differing = 0;
  try {
    for (const name of names) {
      const startedMs = performance.now();
      const differences = await runScenario(modules, { store, archive, name }).catch((error) => [
        error.stack,
      ]);
      const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
      const verdict = differences.length === 0 ? 'ok' : 'DIFFERS';
      console.log(`${kind.padEnd(8)}  ${verdict.padEnd(7)}  ${seconds.padStart(5)} s  ${name}`);
      for (const line of differences) console.log(`    ${line}`);
      if (differences.length > 0) differing++;
    }
  } finally {
    await store.close();
    await cluster?.stop();
    rmSync(directory, { recursive: true, force: true });
  }
  return differing;
}

async function openStore(cluster, directory) {
  if (cluster !== undefined) {
    return await modules.stores.openPostgresStore({ databaseUrl: await cluster.createDatabase('scenarios') });
  }
  const data = path.join(directory, 'data');
  mkdirSync(data);
  return await modules.stores.openEmbeddedStore({ directory: data });
}
