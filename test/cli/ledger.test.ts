import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Gateway } from '../../src/cli/gateway.ts';
import type { Store, StoreTransaction } from '../../src/ports/store.ts';
import { SOCKET_PORT, socketDirectory } from '../../src/store/embedded/owner-socket.ts';
import { openEmbeddedStore } from '../../src/store/open-store.ts';
import { plb } from '../contract/store/provider-adjustment-contract.ts';
import { entryOf, newRemittance } from '../contract/store/store-rows.ts';
import { scratchDirectory } from '../store/support/scratch-directory.ts';
import { type CommandRun, runCommand } from './support/run-command.ts';

const directory = scratchDirectory();
let store: Store;
beforeAll(async () => {
  store = await openEmbeddedStore({ directory });
});
afterAll(() => store.close());

let ordinal = 0;

/** A gateway of a tenant of its own, as far as these commands need one. */
function bench() {
  const tenantId = `tenant-${++ordinal}`;
  const gateway = { store, tenantId, close: async () => undefined } as unknown as Gateway;
  return {
    tenantId,
    command: (...args: string[]): Promise<CommandRun> =>
      runCommand(['ledger', ...args], undefined, async () => gateway),
    run: <T>(work: (transaction: StoreTransaction) => Promise<T>): Promise<T> =>
      store.inTransaction(tenantId, work),
  };
}

async function asSuperuser(sql: string): Promise<void> {
  const client = new Client({
    host: socketDirectory(directory),
    port: SOCKET_PORT,
    user: 'postgres',
    database: 'postgres',
  });
  await client.connect();
  try {
    await client.query(`begin; set local session_replication_role = replica; ${sql}; commit`);
  } finally {
    await client.end();
  }
}

describe('claimgate ledger verify', () => {
  async function published(count: number) {
    const made = bench();
    await made.run(async ({ ledger }) => {
      for (let i = 1; i <= count; i++) {
        await ledger.append([entryOf(`charge:${i}`), entryOf(`other:${i}`)], { kind: 'charges' });
      }
    });
    return made;
  }

  test('counts what agrees, over as many pages as there are', async () => {
    const { command } = await published(201);
    expect(await command('verify')).toEqual({
      status: 0,
      stdout: '201 publications with 402 entries agree\n',
      stderr: '',
    });
    const { stdout } = await command('verify', '--json');
    expect(JSON.parse(stdout)).toEqual({ publicationCount: 201, entryCount: 402 });
  });

  test('of a ledger in which nothing was published has nothing to say against it', async () => {
    expect(await bench().command('verify')).toMatchObject({
      status: 0,
      stdout: '0 publications with 0 entries agree\n',
    });
  });

  test('names the first publication that does not agree, and exits with 1', async () => {
    const { command, tenantId } = await published(208);
    await asSuperuser(
      `update claimgate.posting set amount_cents = amount_cents * 3
       where tenant_id = '${tenantId}' and entry_id in ('charge:205', 'charge:207')`,
    );
    expect(await command('verify')).toEqual({
      status: 1,
      stdout: '204 publications with 408 entries agree\n',
      stderr: 'claimgate: the entries of publication 205 are not those that were published\n',
    });
    const { stdout, status } = await command('verify', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ fault: { kind: 'entries-changed', sequence: 205 } });
    expect(status).toBe(1);
  });

  test('notices that the last publications are gone', async () => {
    const { command, tenantId } = await published(3);
    await asSuperuser(`delete from claimgate.publication where tenant_id = '${tenantId}' and sequence = 3`);
    expect(await command('verify')).toMatchObject({
      status: 1,
      stderr: 'claimgate: the chain does not end at publication 2, the last that is there\n',
    });
  });
});

describe('claimgate ledger open-items', () => {
  test('shows payer, family, reference, balance and since when, and the closed ones when asked', async () => {
    const { command, run } = bench();
    await run(async ({ remittances, providerAdjustments }) => {
      await remittances.insert(newRemittance('R1'));
      await remittances.insert(newRemittance('R2'));
      await providerAdjustments.insert([
        plb('R1', '2026-06-20', 'WO', -4000, { reference: 'P1' }),
        plb('R2', '2026-07-01', 'WO', 1500, { reference: 'P1' }),
        { ...plb('R1', '2026-06-21', 'FB', -500, { reference: 'R1' }), ordinal: 2 },
        { ...plb('R2', '2026-07-01', 'FB', 500, { reference: 'R1' }), ordinal: 2 },
      ]);
    });
    const open = await command('open-items');
    expect(open.status).toBe(0);
    expect(open.stdout.split('\n').slice(2)).toEqual([
      'CLAIMGATE SAMPLE HEALTH (1900000099)  recovery  P1          -25.00  2026-06-20  2026-07-01',
      '',
    ]);
    const all = await command('open-items', '--closed', '--json');
    expect(
      all.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { family: 'recovery', reference: 'P1', balanceCents: -2500, adjustmentCount: 2, since: '2026-06-20' },
      { family: 'forwarded', reference: 'R1', balanceCents: 0, adjustmentCount: 2, since: '2026-06-21' },
    ]);
  });
});
