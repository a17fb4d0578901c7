#!/usr/bin/env node
// Runs the chaos of Redis (test/system/redis-chaos.test.ts) for as long as one wants, with the sweeper's own interval:
// flushed every five seconds, killed every five seconds, absent for a minute, each under load.
//   npm run chaos:redis -- --seconds 600
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '120' } } });
const seconds = Number(values.seconds);
if (!Number.isFinite(seconds) || seconds <= 0) {
  process.stderr.write('--seconds takes a number above zero: how long each kind of chaos lasts\n');
  process.exit(2);
}
const root = path.resolve(import.meta.dirname, '..');
const { status } = spawnSync(
  path.join(root, 'node_modules/.bin/vitest'),
  ['run', 'test/system/redis-chaos.test.ts'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, CLAIMGATE_CHAOS_SECONDS: String(seconds) } },
);
process.exit(status ?? 1);
