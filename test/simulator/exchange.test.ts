import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ssh2 from 'ssh2';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { proveBalance } from '../../src/domain/remittance/balance.ts';
import {
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../../src/simulator/start-simulator.ts';
import { allProblems, checkTextByGuide } from '../edi/support/check-text.ts';
import { remittancesOf, TAKEN_AT } from './support/answers.ts';
import { claimInterchange, type NumberedClaim } from './support/claim-interchange.ts';
import { interchangeOf, numbered } from './support/numbered-claims.ts';
import { collect, connectTo, deliver } from './support/partner-session.ts';
import { practiceClaims } from './support/practice-claims.ts';

let directory: string;
let now: Date;
let simulator: Simulator;

function start(more: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  return startSimulator({
    directory,
    username: 'biller',
    password: 'synthetic',
    remitDelayMs: 60_000,
    clock: () => now,
    ...more,
  });
}

beforeEach(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'claimgate-exchange-'));
  now = TAKEN_AT;
  simulator = await start();
});
afterEach(async () => {
  await simulator.stop();
  rmSync(directory, { recursive: true });
});

/** All is taken; what is pending stays. */
async function untilTaken(fileCount: number): Promise<void> {
  await expect.poll(() => simulator.counts().files, { timeout: 10_000 }).toBe(fileCount);
}

/** Thirteen claims that stand in no other file. */
function claimsOfFile(file: number): NumberedClaim[] {
  return Array.from({ length: 13 }, (_, index) => numbered(`F${file}C${index}`, `CGM${file}${index}`));
}

/** Opens a file for writing, writes half of it and vanishes. */
async function vanishWithin(remotePath: string): Promise<void> {
  const client = new ssh2.Client();
  await new Promise<void>((resolve, reject) => {
    client.on('error', reject);
    client.on('ready', () =>
      client.sftp((_, sftp) =>
        sftp.open(remotePath, 'wx', (__, handle) =>
          sftp.write(handle, Buffer.from('ISA*00*'), 0, 7, 0, () => {
            client.destroy();
            resolve();
          }),
        ),
      ),
    );
    client.connect({ host: '127.0.0.1', port: simulator.port, username: 'biller', password: 'synthetic' });
  });
}

function inbound(): string[] {
  return readdirSync(path.join(directory, 'mailbox/inbound'));
}

describe('an exchange over SFTP', () => {
  test('brings TA1, 999 and 277CAs at once, and the remittances when their time has come', async () => {
    const session = await connectTo(simulator);
    expect(session.renameMode).toBe('posix-rename');
    await deliver(session, 'claims.x12', claimInterchange({ control: 1, sets: [await practiceClaims()] }));
    await untilTaken(1);
    const atOnce = await collect(session);
    expect(atOnce.map(({ name }) => name.replace(/_\d+\.x12$/, ''))).toEqual([
      '277CA_CGPAY1',
      '277CA_CGPAY2',
      '277CA_CGPAY3',
      '277CA_CLEARINGHOUSE',
      '999',
      'TA1',
    ]);
    expect(simulator.pendingCount).toBe(3);
    now = new Date(TAKEN_AT.getTime() + 60_000);
    simulator.publishDue();
    await simulator.idle();
    const later = await collect(session);
    expect(later.map(({ name }) => name.replace(/_\d+\.x12$/, ''))).toEqual([
      '835_CGPAY1',
      '835_CGPAY2',
      '835_CGPAY3',
    ]);
    for (const { text } of [...atOnce, ...later]) expect(allProblems(checkTextByGuide(text))).toEqual([]);
    for (const remittance of later.flatMap(remittancesOf))
      expect(proveBalance(remittance).isBalanced).toBe(true);
    expect(await collect(session)).toEqual([]);
    await session.close();
    expect(simulator.counts()).toEqual({
      files: 1,
      byDisposition: { accepted: 1, rejected: 0, duplicate: 0, unreadable: 0 },
      claims: 38,
      duplicateClaims: 0,
      rejectedClaims: 6,
      remittances: 3,
    });
  });

  test('publishes by its own clock where nobody sets it', async () => {
    await simulator.stop();
    simulator = await start({ remitDelayMs: 200, clock: () => new Date() });
    const session = await connectTo(simulator);
    await deliver(session, 'claims.x12', interchangeOf([numbered('A1')]));
    await untilTaken(1);
    await simulator.idle();
    expect((await collect(session)).filter(({ name }) => name.startsWith('835'))).toHaveLength(1);
    await session.close();
  });

  test('takes dozens of files of hundreds of claims over restarts, and loses and repeats nothing', async () => {
    const fileCount = 40;
    const answers = new Map<string, string>();
    for (let file = 0; file < fileCount; ) {
      const session = await connectTo(simulator);
      for (let i = 0; i < 10; i++, file++) {
        await deliver(
          session,
          `${file}.x12`,
          claimInterchange({ control: file + 1, sets: [claimsOfFile(file)] }),
        );
      }
      for (const { name, text } of await collect(session)) answers.set(name, text);
      await session.close();
      // Not waited for: whatever is under way must be made up for by the next start.
      await simulator.stop();
      simulator = await start();
    }
    expect(simulator.counts()).toMatchObject({
      files: fileCount,
      claims: fileCount * 13,
      duplicateClaims: 0,
    });
    now = new Date(TAKEN_AT.getTime() + 60_000);
    simulator.publishDue();
    const session = await connectTo(simulator);
    for (const { name, text } of await collect(session)) {
      expect(answers.has(name)).toBe(false);
      answers.set(name, text);
    }
    await session.close();
    const kinds = [...answers.keys()].map((name) => name.replace(/_\d+\.x12$/, ''));
    for (const kind of ['TA1', '999', '277CA_CLEARINGHOUSE', '277CA_CGPAY1', '835_CGPAY1']) {
      expect(kinds.filter((each) => each === kind)).toHaveLength(fileCount);
    }
  });

  test('keeps the host key and the port that it is given', async () => {
    const { port, hostKeySha256 } = simulator;
    await simulator.stop();
    simulator = await start({ port });
    expect(simulator).toMatchObject({ port, hostKeySha256 });
    await expect(start({ port })).rejects.toThrow('EADDRINUSE');
  });
});

describe('an upload', () => {
  test('of a client that vanishes is not taken, also not after a restart, and its name is free again', async () => {
    await vanishWithin('/inbound/claims.x12');
    await expect.poll(inbound).toEqual([]);
    await simulator.stop();
    simulator = await start();
    const session = await connectTo(simulator);
    await deliver(session, 'claims.x12', interchangeOf([numbered('A1')]));
    await untilTaken(1);
    await session.close();
    expect(simulator.counts().byDisposition.accepted).toBe(1);
  });

  test('that vanishes in the temporary directory is left for its owner', async () => {
    await vanishWithin('/uploading/claims.x12.1.part');
    await simulator.stop();
    expect(readdirSync(path.join(directory, 'mailbox/uploading'))).toEqual(['claims.x12.1.part']);
  });

  test('that was renamed before a crash and not yet taken is taken at the start', async () => {
    await simulator.stop();
    writeFileSync(path.join(directory, 'mailbox/inbound/claims.x12'), interchangeOf([numbered('A1')]));
    simulator = await start();
    expect(simulator.counts().files).toBe(1);
    expect(inbound()).toEqual([]);
  });

  test('cannot remove or rename the directories of the mailbox', async () => {
    const session = await connectTo(simulator);
    for (const name of ['inbound', 'outbound', 'uploading']) {
      await expect(session.rename(`/${name}`, '/elsewhere')).rejects.toMatchObject({
        code: 'transport.permission-denied',
      });
    }
    await session.close();
    expect(readdirSync(path.join(directory, 'mailbox'))).toEqual([
      'bank',
      'inbound',
      'outbound',
      'uploading',
    ]);
  });

  test('sees nothing of what stands beside the mailbox', async () => {
    const session = await connectTo(simulator);
    for (const remote of ['/../received.ndjson', '/inbound/../../host-key', '/../pending']) {
      expect(await session.stat(remote)).toBeUndefined();
    }
    await session.close();
    expect(readFileSync(path.join(directory, 'host-key'), 'latin1')).toContain('PRIVATE KEY');
  });

  test('in a directory or elsewhere is no file of claims', async () => {
    const session = await connectTo(simulator);
    await session.create('/outbound/claims.x12', Buffer.from(interchangeOf([numbered('A1')]), 'latin1'));
    await session.create('/claims.x12', Buffer.from('x'));
    await session.close();
    await simulator.stop();
    expect(simulator.counts().files).toBe(0);
    simulator = await start();
    expect(simulator.counts().files).toBe(0);
  });
});
