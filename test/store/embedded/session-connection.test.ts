import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Client, type Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectionPool } from '../../../src/store/connection-pool.ts';
import { DatabaseThread } from '../../../src/store/embedded/database-thread.ts';
import { SessionConnection } from '../../../src/store/embedded/session-connection.ts';
import { SharedSession } from '../../../src/store/embedded/shared-session.ts';
import { scratchDirectory } from '../support/scratch-directory.ts';

const directory = path.join(scratchDirectory(), 'data');
let thread: DatabaseThread;
let session: SharedSession;
let pool: Pool;

interface Options {
  readonly idleTransactionMs?: number;
  readonly to?: SharedSession;
}

const connection = ({ to = session, ...options }: Options = {}): SessionConnection =>
  new SessionConnection(to, { serverVersion: '18.0', ...options });

async function connect(options: Options = {}): Promise<Client> {
  const client = new Client({ stream: () => connection(options), user: 'postgres', ssl: false });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

beforeAll(async () => {
  mkdirSync(directory);
  thread = await DatabaseThread.open(directory);
  session = new SharedSession(thread);
  pool = connectionPool({ stream: () => connection(), user: 'postgres', ssl: false, max: 8 });
  await pool.query('create table account (id integer primary key, cents bigint not null check (cents >= 0))');
  await pool.query('insert into account select i, 1000 from generate_series(1, 10) as i');
});

afterAll(async () => {
  await pool.end();
  await thread.close();
});

describe('many connections to one session', () => {
  test('have transactions that do not run into each other', async () => {
    let moved = 0;
    async function transfer(from: number, to: number, amount: number): Promise<void> {
      const client = await pool.connect();
      try {
        await client.query('begin');
        await client.query('select cents from account where id in ($1, $2) for update', [from, to]);
        await new Promise((resolve) => setImmediate(resolve));
        await client.query('update account set cents = cents + $1 where id = $2', [amount, to]);
        // Breaks the check once the account is empty.
        await client.query('update account set cents = cents - $1 where id = $2', [amount, from]);
        await client.query('commit');
        moved++;
      } catch (error) {
        expect((error as { code: string }).code).toBe('23514');
        await client.query('rollback');
      } finally {
        client.release();
      }
    }
    const transfers = Array.from({ length: 150 }, (_, i) => transfer(1 + (i % 3), 4 + (i % 7), 70));
    await Promise.all(transfers);
    expect(moved).toBe(42);
    const { rows } = await pool.query<{ sum: number }>('select sum(cents)::bigint as sum from account');
    expect(rows).toEqual([{ sum: 10_000 }]);
  });

  test('go on after a query that failed, with parameters or without', async () => {
    const client = await connect();
    await expect(client.query('select 1 / $1::integer', [0])).rejects.toMatchObject({ code: '22012' });
    await expect(client.query('selec 1')).rejects.toMatchObject({ code: '42601' });
    await expect(client.query('select * from none where a = $1', [1])).rejects.toMatchObject({
      code: '42P01',
    });
    expect((await client.query('select $1::text as a', ['one'])).rows).toEqual([{ a: 'one' }]);
    await client.end();
  });

  test('give the session back when they break off in a transaction', async () => {
    const client = await connect();
    await client.query('begin');
    await client.query('insert into account values (99, 5)');
    (client as unknown as { connection: { stream: SessionConnection } }).connection.stream.destroy();
    const { rows } = await pool.query('select from account where id = 99');
    expect(rows).toHaveLength(0);
  });

  test('lose a transaction that they leave alone, and the others go on', async () => {
    const client = await connect({ idleTransactionMs: 500 });
    await client.query('begin');
    await client.query('insert into account values (98, 5)');
    const { rows } = await pool.query('select from account where id = 98');
    expect(rows).toHaveLength(0);
    await expect(client.query('commit')).rejects.toThrow();
  });

  test('wait for the session so long and no longer', async () => {
    const impatient = new SharedSession(thread, { waitMs: 300 });
    const holder = await connect({ to: impatient });
    await holder.query('begin');
    await holder.query('select 1');
    const waiting = await connect({ to: impatient });
    await expect(waiting.query('select 1')).rejects.toMatchObject({ code: 'store.busy', isRetryable: true });
    await holder.query('commit');
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await holder.end();
  });

  test('leave nothing of theirs to the next: no setting, no role, no temporary table, no lock', async () => {
    const client = await connect();
    await client.query(
      `create role visitor; set role visitor; set datestyle = 'German'; set synchronous_commit = off;
       create temporary table leftover (a integer); select pg_advisory_lock(7)`,
    );
    const { rows } = await pool.query(
      `select current_user::text as "user", current_setting('datestyle') as style,
              current_setting('synchronous_commit') as commit, to_regclass('leftover') as leftover,
              (select count(*)::integer from pg_locks where locktype = 'advisory') as locks`,
    );
    expect(rows).toEqual([{ user: 'postgres', style: 'ISO, MDY', commit: 'on', leftover: null, locks: 0 }]);
    await client.end();
  });

  test('are refused what would end the database for all', async () => {
    const copying = await connect();
    const copy = copying.query('copy account\nfrom stdin with (format csv)');
    await expect(copy).rejects.toMatchObject({ code: '0A000', severity: 'FATAL' });
    const naming = await connect();
    const named = naming.query({ name: 'mine', text: 'select $1::integer', values: [1] });
    await expect(named).rejects.toMatchObject({ code: '0A000' });
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    // Rows that go out are no danger.
  });
});

test('a database that does not answer in time is given up, and nobody waits for it any more', async () => {
  const other = path.join(directory, '../other');
  mkdirSync(other);
  const stuck = await DatabaseThread.open(other, { answerMs: 300 });
  const client = new Client({
    stream: () => new SessionConnection(new SharedSession(stuck), { serverVersion: '18.0' }),
    user: 'postgres',
    ssl: false,
  });
  client.on('error', () => undefined);
  await client.connect();
  await expect(client.query('select pg_sleep(60)')).rejects.toMatchObject({ code: 'store.unavailable' });
  await expect(stuck.execute(new Uint8Array())).rejects.toMatchObject({ code: 'store.unavailable' });
  await stuck.close();
});
