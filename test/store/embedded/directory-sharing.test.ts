import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/ports/store.ts';
import { openEmbeddedDatabase } from '../../../src/store/embedded/embedded-database.ts';
import { socketDirectory } from '../../../src/store/embedded/owner-socket.ts';
import { openEmbeddedStore, openGuestStore } from '../../../src/store/open-store.ts';
import { PooledStore } from '../../../src/store/pooled-store.ts';
import { noteLeftOut } from '../../support/left-out.ts';
import { commitItem, itemIds, openedStores } from '../support/opened-stores.ts';
import { scratchDirectory } from '../support/scratch-directory.ts';
import { startStoreProcess } from '../support/store-process.ts';

const scratch = scratchDirectory();
/** One database for tests that do not mind each other’s rows. */
const shared = path.join(scratch, 'shared');
const opened = openedStores();

const PSQL = '/usr/bin/psql';
const hasPsql = existsSync(PSQL);
if (!hasPsql) noteLeftOut('psql as a guest', `no ${PSQL}`);

describe('the lock', () => {
  test('lets a second process nowhere near the database', async () => {
    const store = await opened(openEmbeddedStore({ directory: shared }));
    await commitItem(store, 'mine');
    const second = startStoreProcess('own', shared);
    expect(await second.ended).toEqual(['store.locked: another process has this database']);
    await expect(openEmbeddedStore({ directory: shared })).rejects.toMatchObject({ code: 'store.locked' });
    await commitItem(store, 'mine too');
    expect(await itemIds(store)).toEqual(expect.arrayContaining(['mine', 'mine too']));
  });

  test('goes with the process that had it', async () => {
    const writer = startStoreProcess('write', shared, '1000');
    await writer.said(2);
    await expect(openEmbeddedStore({ directory: shared })).rejects.toMatchObject({ code: 'store.locked' });
    writer.child.kill('SIGKILL');
    await writer.ended;
    await opened(openEmbeddedStore({ directory: shared }));
  });
});

describe('guests', () => {
  test('of another process read and write through the owner', async () => {
    const store = await opened(openEmbeddedStore({ directory: shared }));
    await commitItem(store, 'owner');
    const guest = startStoreProcess('guest', shared, '77');
    const [said = ''] = await guest.ended;
    expect(said.split(',')).toEqual(expect.arrayContaining(['owner', '77']));
    expect(await itemIds(store)).toContain('77');
  });

  test('find nobody where no process has the database, and lose it with its owner', async () => {
    await expect(openGuestStore({ directory: shared })).rejects.toMatchObject({
      code: 'store.no-owner',
      isRetryable: true,
    });
    const owner = await opened(openEmbeddedStore({ directory: shared }));
    const guest = await openGuestStore({ directory: shared });
    await commitItem(guest, 'guest');
    await owner.close();
    await expect(commitItem(guest, 'late')).rejects.toMatchObject({ code: 'store.unavailable' });
    await guest.close();
  });

  test('and owner take turns, a whole transaction each', async () => {
    const owner = await opened(openEmbeddedStore({ directory: shared }));
    const guest = await opened(openGuestStore({ directory: shared }));
    const count = (store: Store) =>
      store.inTransaction('turns', ({ interchanges }) => interchanges.nextControlNumber('p', 'group'));
    const numbers = await Promise.all(
      Array.from({ length: 60 }, (_, i) => count(i % 2 === 0 ? owner : guest)),
    );
    expect(numbers.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 60 }, (_, i) => i + 1),
    );
  });

  test('find the owner although the path is too long for a socket', async () => {
    const directory = path.join(scratch, 'a-long-name'.repeat(10));
    const owner = await opened(openEmbeddedStore({ directory }));
    const guest = await opened(openGuestStore({ directory }));
    await commitItem(guest, 'far');
    expect(await itemIds(owner)).toEqual(['far']);
    const place = socketDirectory(directory);
    expect(place).not.toBe(directory);
    expect(statSync(place).mode & 0o777).toBe(0o700);
    await guest.close();
    await owner.close();
    expect(existsSync(place)).toBe(false);
  });

  test('are of the same user: nobody else may open directory or socket', async () => {
    await opened(openEmbeddedStore({ directory: shared }));
    for (const directory of [shared, path.join(shared, 'postgres')]) {
      expect(statSync(directory).mode & 0o777).toBe(0o700);
    }
    const socket = readdirSync(shared).find((name) => name.startsWith('.s.PGSQL'));
    expect(statSync(path.join(shared, socket ?? '')).mode & 0o777).toBe(0o600);
  });

  test('of an older or newer release are told so', async () => {
    const database = await openEmbeddedDatabase(shared);
    await opened(new PooledStore(database.pool, () => database.close()));
    const { pool } = database;
    await pool.query("insert into claimgate.migration (name) values ('9999-from-the-future')");
    await expect(openGuestStore({ directory: shared })).rejects.toMatchObject({ code: 'store.schema-newer' });
    await pool.query("delete from claimgate.migration where name = '9999-from-the-future'");
    const { rows } = await pool.query<{ name: string }>(
      'delete from claimgate.migration where name = (select max(name) from claimgate.migration) returning name',
    );
    await expect(openGuestStore({ directory: shared })).rejects.toMatchObject({ code: 'store.schema-older' });
    await pool.query('insert into claimgate.migration (name) values ($1)', [rows[0]?.name]);
  });
});

describe('what cannot be opened', () => {
  test('is said without a path', async () => {
    const directory = path.join(scratch, 'foreign');
    mkdirSync(path.join(directory, 'postgres'), { recursive: true });
    writeFileSync(path.join(directory, 'postgres/PG_VERSION'), '12\n');
    const error: unknown = await openEmbeddedStore({ directory }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'store.not-opened', isRetryable: false });
    expect((error as Error).message).not.toContain(scratch);
    // The lock was given back.
    rmSync(directory, { recursive: true });
    writeFileSync(path.join(scratch, 'file'), '');
    await expect(openEmbeddedStore({ directory: path.join(scratch, 'file') })).rejects.toMatchObject({
      code: 'store.not-opened',
    });
  });

  test.runIf(hasPsql)('can be looked into with psql', async () => {
    const store = await opened(openEmbeddedStore({ directory: shared }));
    await commitItem(store, 'seen by psql');
    const psql = spawn(PSQL, [
      '-h',
      shared,
      '-U',
      'postgres',
      '-Atc',
      "select id from claimgate.work_item where id like '%psql'",
    ]);
    const output: Buffer[] = [];
    psql.stdout.on('data', (piece: Buffer) => output.push(piece));
    await new Promise((resolve) => psql.once('close', resolve));
    expect(Buffer.concat(output).toString()).toBe('seen by psql\n');
  });
});
