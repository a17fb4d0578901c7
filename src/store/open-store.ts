import path from 'node:path';
import type { Pool } from 'pg';
import type { Store } from '../ports/store.ts';
import { connectionPool } from './connection-pool.ts';
import { openEmbeddedDatabase } from './embedded/embedded-database.ts';
import { SOCKET_PORT, socketDirectory } from './embedded/owner-socket.ts';
import { assertMigrated, migrate } from './migrate.ts';
import { PooledStore } from './pooled-store.ts';
import { assertServerSuits } from './server-check.ts';
import { storeFailure } from './store-failure.ts';
import { runTransaction } from './transaction.ts';

const POOL_SIZE = 10;

/**
 * The store on a PostgreSQL server, migrated to this release. Throws a Failure that says what is wrong with address,
 * server, role or schema.
 */
export async function openPostgresStore(options: {
  readonly databaseUrl: string;
  /** Connections at most; 10 when absent. */
  readonly poolSize?: number;
}): Promise<Store> {
  const { databaseUrl, poolSize = POOL_SIZE } = options;
  // The driver's own error would repeat the address, which holds a password.
  if (!/^postgres(ql)?:\/\//.test(databaseUrl) || !URL.canParse(databaseUrl)) {
    throw storeFailure('store.address-unreadable');
  }
  const pool = connectionPool({ connectionString: databaseUrl, max: poolSize });
  return await openOn(pool, async () => {
    await runTransaction(pool, {
      async run(db) {
        await assertServerSuits(db);
        await migrate(db);
      },
    });
  });
}

/**
 * The store in a directory, for this process alone: PostgreSQL in WebAssembly, with commits that survive a power cut.
 * Other processes reach it as guests. Throws `store.locked` where another process has it, and `store.not-durable`
 * where its commits would not reach the disk.
 */
export async function openEmbeddedStore(options: { readonly directory: string }): Promise<Store> {
  const database = await openEmbeddedDatabase(path.resolve(options.directory));
  return new PooledStore(database.pool, () => database.close());
}

/**
 * The store in a directory through the process that has it open. Throws `store.no-owner` where there is none, and
 * `store.schema-older` or `store.schema-newer` where that process is of another release.
 */
export async function openGuestStore(options: { readonly directory: string }): Promise<Store> {
  const pool = connectionPool({
    host: socketDirectory(path.resolve(options.directory)),
    port: SOCKET_PORT,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    max: POOL_SIZE,
  });
  return await openOn(pool, async () => {
    try {
      (await pool.connect()).release();
    } catch {
      throw storeFailure('store.no-owner');
    }
    await runTransaction(pool, { run: assertMigrated });
  });
}

async function openOn(pool: Pool, prepare: () => Promise<void>): Promise<Store> {
  try {
    await prepare();
    return new PooledStore(pool, () => pool.end());
  } catch (error) {
    await pool.end();
    throw error;
  }
}
