import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../../../src/simulator/start-simulator.ts';
import { interchangeOf, numbered } from '../support/numbered-claims.ts';
import { collect, connectTo, deliver } from '../support/partner-session.ts';
import { scenarioOf } from '../support/scenario-mailbox.ts';

let directory: string;
let simulator: Simulator;

async function start(yaml: string): Promise<void> {
  simulator = await startSimulator({
    directory,
    username: 'biller',
    password: 'synthetic',
    scenario: scenarioOf(yaml),
  });
}

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'claimgate-troubles-'));
});
afterEach(async () => {
  await simulator.stop();
  rmSync(directory, { recursive: true });
});

const CLAIMS = interchangeOf([numbered('A1', 'CGM001')]);

describe('the mailbox of a scenario', () => {
  test('refuses the rename that it is told to, and takes the next', async () => {
    await start('sftp: { failures: [{ operation: RENAME, nth: 1 }] }');
    const session = await connectTo(simulator);
    await expect(deliver(session, 'claims.x12', CLAIMS)).rejects.toMatchObject({
      isRetryable: expect.any(Boolean),
    });
    expect(simulator.counts().files).toBe(0);
    await session.rename('/uploading/claims.x12.1.part', '/inbound/claims.x12');
    await simulator.answered();
    expect(simulator.counts().files).toBe(1);
    await session.close();
  });

  test('breaks the connection off at the read that it is told to, and answers in the next session', async () => {
    await start('sftp: { latencyMs: 1, failures: [{ operation: READ, nth: 2, as: broken }] }');
    const first = await connectTo(simulator);
    await deliver(first, 'claims.x12', CLAIMS);
    await simulator.answered();
    await expect(collect(first)).rejects.toMatchObject({ code: expect.stringMatching(/^transport\./) });
    await first.close();
    const second = await connectTo(simulator);
    expect((await collect(second)).length).toBeGreaterThan(0);
    await second.close();
  });
});
