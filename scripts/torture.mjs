#!/usr/bin/env node
// Kills real gateway processes with SIGKILL, at every named failpoint and at random instants, while a partner in a
// process of its own takes files whenever it likes; then an auditor counts with nothing but SQL and the partner's notes.
//   npm run torture -- [--kills 200] [--engine postgres|pglite|both] [--server openssh|in-process] [--seed 1]
//   npm run torture -- --at delivery.after-rename:1,post.entered:2     these kills and no others
//   npm run torture -- --bugs [--only name]                           known mistakes, each of which must be noticed
// Ends with 0 only when nothing was lost, repeated, cut or posted twice; the last line holds the counts.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { randomFrom } from './bench/random.mjs';
import { tryBugs } from './torture/bugs.mjs';
import { hasOpenSsh } from './torture/mailbox.mjs';
import { killsOf, missingFailpoints } from './torture/plan.mjs';
import { postgresPrograms } from './torture/postgres.mjs';
import { openTrial } from './torture/trial.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** PGlite takes seconds to start: one kill in ten is enough to see that it is no worse. */
const PGLITE_SHARE = 0.1;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    engine: { type: 'string', default: 'both' },
    server: { type: 'string', default: hasOpenSsh() ? 'openssh' : 'in-process' },
    seed: { type: 'string', default: '1' },
    at: { type: 'string' },
    bugs: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    built: { type: 'string' },
  },
});
if (values.built === undefined) execFileSync('npx', ['tsc', '-b'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
const built = path.resolve(values.built ?? path.join(ROOT, 'dist'));
if (values.bugs) process.exit(tryBugs({ root: ROOT, built, only: values.only }) ? 0 : 1);
const named = values.at?.split(',').map((place) => {
  const [name, hit] = place.split(':');
  return { at: { name, hit: Number(hit ?? 1) } };
});
const kills = named?.length ?? Number(values.kills);
const seed = Number(values.seed);

/** Told to end, it kills no more and audits what there is. */
let isEnding = false;
process.once('SIGTERM', () => (isEnding = true));

const totals = {};
const faults = [];
const results = await Promise.all(enginesOf(values.engine).map(([engine, share]) => torture(engine, share)));
for (const result of results) {
  for (const [name, count] of Object.entries(result.counts)) totals[name] = (totals[name] ?? 0) + count;
  faults.push(...result.faults);
}
for (const fault of faults) console.log(`! ${fault}`);
console.log(wordsOf(totals, faults.length));
process.exitCode = faults.length === 0 ? 0 : 1;

/** Each engine with its share of the kills. */
function enginesOf(engine) {
  if (engine !== 'both') return [[engine, kills]];
  if (postgresPrograms() === undefined) return [['pglite', kills]];
  const onPglite = Math.ceil(kills * PGLITE_SHARE);
  return [
    ['pglite', onPglite],
    ['postgres', kills - onPglite],
  ];
}

async function torture(engine, share) {
  console.log(`${engine}, ${values.server}: ${share} kills, seed ${seed}`);
  const trial = await openTrial({ built, engine, server: values.server, seed });
  const died = { failpoint: 0, instant: 0, rest: 0, hung: 0 };
  try {
    const { plan, missing } = await planFor(trial, { engine, share });
    const startedMs = performance.now();
    for (const [index, kill] of plan.entries()) {
      if (isEnding) break;
      const place = kill.hangs ? await trial.hangAt(kill) : await trial.dieAt(kill);
      died[place]++;
      if (kill.hangs && place === 'failpoint') died.hung++;
      if ((index + 1) % 50 === 0) {
        const seconds = Math.round((performance.now() - startedMs) / 1000);
        console.log(`${engine}: ${index + 1} of ${plan.length} after ${seconds} s: ${JSON.stringify(died)}`);
      }
    }
    const { counts, faults: found } = await trial.finish();
    const killed = { kills: died.failpoint + died.instant + died.rest, ...died };
    return {
      counts: { ...killed, ...counts },
      faults: [...missing, ...found].map((fault) => `${engine}: ${fault}`),
    };
  } finally {
    await trial.close();
  }
}

/** Where to kill, after a run that counts how often each failpoint is passed; or what was asked for. */
async function planFor(trial, { engine, share }) {
  if (named !== undefined) return { plan: named, missing: [] };
  const hits = await trial.countHits();
  const random = randomFrom(seed * 2 + 1);
  return {
    plan: killsOf({ hits, kills: share, random, canHang: engine === 'postgres' }),
    missing: missingFailpoints(hits),
  };
}

function wordsOf(counts, faultCount) {
  const { kills: killed, failpoint, instant, rest, hung, claims, interchanges, taken, remittances } = counts;
  const { lost, repeated, partial, doublePosted, ledgerCents } = counts;
  return (
    `${killed} kills (${failpoint} at failpoints, ${instant} at random instants, ${rest} at rest; ${hung} hung first), ` +
    `${claims} claims in ${interchanges} interchanges, ${taken} files taken, ${remittances} remittances: ` +
    `${lost} lost, ${repeated} repeated, ${partial} partial, ${doublePosted} double-posted, ` +
    `ledger sums to ${ledgerCents}, ${faultCount} faults`
  );
}
