import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { auditDatabase } from '../support/audit.ts';
import { claimgate, startClaimgate, stopLeftovers } from '../support/claimgate-process.ts';
import { expectFigures, SCENARIOS } from '../support/scenario-figures.ts';
import {
  makeWorkingDirectory,
  type SimulatorAddress,
  type WorkingDirectory,
} from '../support/working-directory.ts';

let directory: WorkingDirectory | undefined;

afterEach(async () => {
  await stopLeftovers();
  directory?.remove();
});

const PRACTICE_DAY = 'one-practice-day';

test('a practice day leaves the books as they were worked out by hand', async () => {
  directory = makeWorkingDirectory();
  const place = directory.path;
  const simulator = startClaimgate(['simulate', '-d', directory.simulatorPath, '--remit-after', '0.2']);
  directory.addPartner(JSON.parse(await simulator.firstLine) as SimulatorAddress);
  const submitted = claimgate(['submit', path.join(SCENARIOS, PRACTICE_DAY, 'claims.ndjson'), '-d', place]);
  expect(submitted.status, submitted.stdout).toBe(0);
  const worker = startClaimgate(['serve', '-d', place]);
  await worker.firstLine;
  await expect
    .poll(async () => (await auditDatabase(place)).openClaims, { timeout: 40_000, interval: 300 })
    .toBe(0);
  // What nobody waits for (a second word on a claim) has its time too.
  await sleep(1500);

  await expectFigures(PRACTICE_DAY, { place, audit: () => auditDatabase(place) });
});
