import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  claimgate,
  type RunningCommand,
  startClaimgate,
  stopLeftovers,
} from '../support/claimgate-process.ts';
import { manyClaims } from '../support/many-claims.ts';
import { countReceivedBy } from '../support/simulator-journal.ts';
import {
  makeWorkingDirectory,
  PARTNER_ID,
  type SimulatorAddress,
  type WorkingDirectory,
} from '../support/working-directory.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../samples');

let directory: WorkingDirectory;

beforeEach(() => {
  directory = makeWorkingDirectory();
});
afterEach(async () => {
  await stopLeftovers();
  directory.remove();
});

function run(...args: string[]): ReturnType<typeof claimgate> {
  return claimgate([...args, '--directory', directory.path]);
}

async function startSimulator(port = 0): Promise<{ simulator: RunningCommand; address: SimulatorAddress }> {
  const simulator = startClaimgate([
    'simulate',
    '--directory',
    directory.simulatorPath,
    '--remit-after',
    '0.2',
    '--port',
    String(port),
  ]);
  return { simulator, address: JSON.parse(await simulator.firstLine) as SimulatorAddress };
}

function submitClaims(count: number): void {
  const file = path.join(directory.path, 'claims.ndjson');
  writeFileSync(file, manyClaims(count));
  expect(run('submit', file).status).toBe(0);
}

async function startServing(): Promise<RunningCommand> {
  const worker = startClaimgate(['serve', '--directory', directory.path]);
  await worker.firstLine;
  return worker;
}

function statuses(): string[] {
  const { stdout } = run('claims', 'list', '--json');
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => (JSON.parse(line) as { headline: string }).headline);
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadlineMs = performance.now() + 45_000;
  while (!(await condition())) {
    if (performance.now() > deadlineMs) throw new Error('what was waited for did not happen');
    await sleep(200);
  }
}

const OPEN = /^(ready|batched|delivered|acknowledged|accepted-by-clearinghouse|accepted-by-payer)$/;

describe('a bad claim', () => {
  test('gets its errors, each with pointer, code and remedy, while the good ones go on', async () => {
    const { address } = await startSimulator();
    directory.addPartner(address);
    const mixed = path.join(directory.path, 'mixed.ndjson');
    const faulty = readFileSync(path.join(SAMPLES, 'claims/faulty.ndjson'), 'utf8').split('\n')[0] ?? '';
    writeFileSync(mixed, `${faulty}\n{"accountNumber":\n${manyClaims(2)}`);
    const { status, stdout, stderr } = run('submit', '--json', mixed);
    expect(status).toBe(1);
    expect(stderr).toContain('2 claims accepted, 0 accepted before, 2 refused');
    const outcomes = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { outcome: string; errors?: { pointer: string; code: string }[] });
    expect(outcomes.map((one) => one.outcome)).toEqual(['refused', 'refused', 'accepted', 'accepted']);
    expect(outcomes[1]?.errors?.[0]?.code).toBe('input.not-json');
    for (const error of outcomes.flatMap((one) => one.errors ?? [])) {
      expect(error).toMatchObject({
        message: expect.stringMatching(/\.$/),
        remedy: expect.stringMatching(/\.$/),
      });
    }
  });
});

describe('a corrupt remittance', () => {
  test('goes to quarantine and posts nothing, while other files of the partner are applied', async () => {
    const { address } = await startSimulator();
    directory.addPartner(address);
    submitClaims(3);
    const outbound = path.join(directory.simulatorPath, 'mailbox/outbound');
    for (const name of ['835-se01-miscounts.x12', 'not-x12-a-letter.x12']) {
      copyFileSync(path.join(SAMPLES, 'x12/invalid', name), path.join(outbound, name));
    }
    await startServing();
    await until(() => statuses().every((headline) => !OPEN.test(headline)));
    const items = run('work-items', 'list', '--json').stdout;
    expect(items).toContain('set.segment-count-mismatch');
    expect(items).toContain('file.not-x12');
    expect(run('ledger', 'trial-balance').status).toBe(0);
  });
});

describe('a partner that cannot be reached', () => {
  test('is named by partners test, loses nothing, and gets its claims once it is back', async () => {
    const { simulator, address } = await startSimulator();
    directory.addPartner(address);
    await simulator.stop('SIGTERM');
    const tested = run('partners', 'test', PARTNER_ID);
    expect(tested.status).toBe(1);
    expect(tested.stdout).toContain('FAIL  connect');
    expect(tested.stdout).toContain('transport.unreachable');

    submitClaims(5);
    const worker = await startServing();
    await until(() => worker.stderr().includes('transport.unreachable'));
    expect(statuses().every((headline) => headline === 'batched')).toBe(true);

    await startSimulator(address.port);
    await until(() => statuses().every((headline) => !OPEN.test(headline)));
    expect(countReceivedBy(directory.simulatorPath)).toMatchObject({ claims: 5, duplicateClaims: 0 });
  });
});

describe('a changed host key', () => {
  test('stops every connection before a credential is sent, and says what to do', async () => {
    const { address } = await startSimulator();
    const changed = `SHA256:${'A'.repeat(43)}`;
    directory.addPartner({ ...address, hostKeySha256: changed });
    const tested = run('partners', 'test', PARTNER_ID);
    expect(tested.status).toBe(1);
    expect(tested.stdout).toContain('transport.host-key-changed');
    expect(tested.stdout).toContain('pin the new fingerprint');
    submitClaims(2);
    const worker = await startServing();
    await until(() => worker.stderr().includes('transport.host-key-changed'));
    expect(statuses()).toEqual(['batched', 'batched']);
  });
});

describe('a second process on the same directory', () => {
  test('is refused as a worker, and reads and submits through the first', async () => {
    const { address } = await startSimulator();
    directory.addPartner(address);
    await startServing();
    const second = run('serve');
    expect(second.status).toBe(1);
    expect(second.stderr).toContain('store.locked');
    submitClaims(3);
    await until(() => statuses().length === 3 && statuses().every((headline) => !OPEN.test(headline)));
  });
});
