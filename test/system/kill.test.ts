import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, expect, test } from 'vitest';
import { type Audit, auditDatabase } from '../support/audit.ts';
import {
  claimgate,
  type RunningCommand,
  startClaimgate,
  stopLeftovers,
} from '../support/claimgate-process.ts';
import { manyClaims } from '../support/many-claims.ts';
import { countReceivedBy } from '../support/simulator-journal.ts';
import { makeWorkingDirectory, type SimulatorAddress } from '../support/working-directory.ts';

const CLAIMS = 500;
const KILLS = 10;
/** Long enough for the slowest machine; the run itself takes a fraction of it. */
const DEADLINE_MS = 240_000;

const directory = makeWorkingDirectory();

afterEach(stopLeftovers);
afterAll(() => directory.remove());

function startWorker(): RunningCommand {
  return startClaimgate(['serve', '--directory', directory.path]);
}

/** Asks through the running worker's own database. */
async function auditUntilSettled(): Promise<Audit> {
  const deadlineMs = performance.now() + DEADLINE_MS;
  for (;;) {
    const audit = await auditDatabase(directory.path);
    if (audit.openClaims === 0 || performance.now() > deadlineMs) return audit;
    await sleep(500);
  }
}

test('ten kills of the worker lose, repeat and post twice none of 500 claims', {
  timeout: 360_000,
}, async () => {
  const simulator = startClaimgate([
    'simulate',
    '--directory',
    directory.simulatorPath,
    '--remit-after',
    '0.5',
  ]);
  const address = JSON.parse(await simulator.firstLine) as SimulatorAddress;
  directory.addPartner(address);
  const file = path.join(directory.path, 'claims.ndjson');
  writeFileSync(file, manyClaims(CLAIMS));
  const submitted = claimgate(['submit', file, '--directory', directory.path]);
  expect(submitted.stderr).toContain(`${CLAIMS} claims accepted, 0 accepted before, 0 refused`);

  const waits: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const worker = startWorker();
    await worker.firstLine;
    // Counted from when the workers run: batching, delivery, collection and posting are each cut somewhere.
    const waitMs = Math.round(Math.random() * 1500);
    waits.push(waitMs);
    await sleep(waitMs);
    expect(await worker.stop('SIGKILL')).toBe('SIGKILL');
  }
  const worker = startWorker();
  await worker.firstLine;
  const audit = await auditUntilSettled();
  process.stdout.write(`killed after ${waits.join(', ')} ms\n`);

  expect(audit.claims).toBe(CLAIMS);
  expect(audit.openClaims).toBe(0);
  expect(audit.attempts).toBe(CLAIMS);
  expect(audit.claimsWithTwoAttempts).toBe(0);
  expect(audit.chargeEntries).toBe(CLAIMS);
  expect(audit.claimsPostedTwice).toBe(0);
  expect(audit.ledgerTotalCents).toBe(0);
  expect(audit.unbalancedEntries).toBe(0);
  expect(audit.transitCents).toBe(audit.remittanceCents);
  expect(audit.deliveriesNotDelivered).toBe(0);

  expect(await worker.stop('SIGTERM')).toBe(0);
  await simulator.stop('SIGTERM');
  const received = countReceivedBy(directory.simulatorPath);
  expect(received.claims).toBe(CLAIMS);
  expect(received.distinctClaims).toBe(CLAIMS);
  expect(received.duplicateClaims).toBe(0);
  expect(received.dispositions).toEqual(['accepted']);
  expect(received.files).toBe(audit.interchanges);
});
