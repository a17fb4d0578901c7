import { cpSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { NotDurable, openDurableDatabase } from '../../../src/store/embedded/durable-database.ts';
import { openEmbeddedDatabase } from '../../../src/store/embedded/embedded-database.ts';
import { SyncingFileSystem } from '../../../src/store/embedded/syncing-file-system.ts';
import { openEmbeddedStore } from '../../../src/store/open-store.ts';
import { PooledStore } from '../../../src/store/pooled-store.ts';
import { commitItem, itemIds, openedStores } from '../support/opened-stores.ts';
import { scratchDirectory } from '../support/scratch-directory.ts';
import { startLimitedStoreProcess, startStoreProcess } from '../support/store-process.ts';

const scratch = scratchDirectory();
/** One database for tests that do not mind each other’s rows. */
const shared = path.join(scratch, 'shared');
const opened = openedStores();

/** A database of its own, copied, because a first start takes seconds. */
async function madeDatabase(name: string): Promise<string> {
  if (!existsSync(shared)) await (await openEmbeddedStore({ directory: shared })).close();
  const directory = path.join(scratch, name);
  cpSync(shared, directory, { recursive: true });
  return directory;
}

describe('durability', () => {
  test('costs an fsync a commit, and nothing where nothing was written', async () => {
    const database = await openEmbeddedDatabase(shared);
    const store = await opened(new PooledStore(database.pool, () => database.close()));
    const before = await database.fsyncCount();
    for (let i = 0; i < 20; i++) await commitItem(store, `synced:${i}`);
    const after = await database.fsyncCount();
    expect(after - before).toBeGreaterThanOrEqual(20);
    for (let i = 0; i < 20; i++) await itemIds(store);
    expect(await database.fsyncCount()).toBe(after);
  });

  test('is proven at the start: without the hook into the file system nothing is opened', async () => {
    class DeafFileSystem extends SyncingFileSystem {
      override get fsyncCount(): number {
        return 0;
      }
    }
    const directory = path.join(scratch, 'deaf');
    mkdirSync(directory);
    const opening = openDurableDatabase(directory, (cluster) => new DeafFileSystem(cluster));
    await expect(opening).rejects.toThrow(NotDurable);
  });

  test('keeps every acknowledged commit whole through five kills', { timeout: 180_000 }, async () => {
    const directory = await madeDatabase('killed');
    const acknowledged = new Set<string>();
    let next = 0;
    for (let round = 0; round < 5; round++) {
      const writer = startStoreProcess('write', directory, String(next));
      await writer.said(50 + round * 40);
      writer.child.kill('SIGKILL');
      for (const line of await writer.ended) if (line !== 'open') acknowledged.add(line);
      next += 100_000;
    }
    const store = await opened(openEmbeddedStore({ directory }));
    const found = (await itemIds(store)).filter((id) => /^\d+$/.test(id));
    expect(acknowledged.size).toBeGreaterThan(500);
    expect([...acknowledged].filter((id) => !found.includes(id))).toEqual([]);
    // Of each transaction both rows or none, also of those that were not acknowledged any more.
    const [jobs] = await store.inTransaction('t', (transaction) => transaction.jobs.counts());
    expect(jobs?.count).toBe(found.length);
  });

  test('keeps them too where the disk fills up, says so, and does not hang', async () => {
    const directory = await madeDatabase('full');
    const database = await openEmbeddedDatabase(directory);
    const { rows } = await database.pool.query<{ offset: number }>(
      "select (pg_current_wal_lsn() - '0/1000000')::bigint as offset",
    );
    await database.close();
    // A few hundred commits more fit into the write-ahead log.
    const kilobytesMax = Math.ceil((rows[0]?.offset ?? 0) / 1024) + 200;
    const writer = startLimitedStoreProcess(kilobytesMax, 'write', directory, '0');
    const [first, ...said] = await writer.ended;
    expect(first).toBe('open');
    expect(said.pop()).toMatch(/^store\.(commit-unknown|unavailable): /);
    expect(said.length).toBeGreaterThan(20);
    const store = await opened(openEmbeddedStore({ directory }));
    const found = await itemIds(store);
    expect(said.filter((id) => !found.includes(id))).toEqual([]);
  });

  test('begins a first start anew that was killed', async () => {
    const directory = path.join(scratch, 'first-start');
    for (const pauseMs of [700, 1800]) {
      const owner = startStoreProcess('own', directory);
      await wait(pauseMs);
      owner.child.kill('SIGKILL');
      await owner.ended;
    }
    const store = await opened(openEmbeddedStore({ directory }));
    await commitItem(store, 'after');
    expect(await itemIds(store)).toContain('after');
  });
});
