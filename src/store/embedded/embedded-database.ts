import { mkdirSync } from 'node:fs';
import type { Pool } from 'pg';
import { Failure } from '../../base/failure.ts';
import { connectionPool } from '../connection-pool.ts';
import { migrate } from '../migrate.ts';
import { storeFailure } from '../store-failure.ts';
import { runTransaction } from '../transaction.ts';
import { DatabaseThread } from './database-thread.ts';
import { lockDirectory } from './directory-lock.ts';
import { openOwnerSocket } from './owner-socket.ts';
import { SessionConnection } from './session-connection.ts';
import { SharedSession } from './shared-session.ts';
import { startTidying } from './tidying.ts';

export interface EmbeddedDatabase {
  readonly pool: Pool;
  fsyncCount(): Promise<number>;
  /** Ends the pool too. */
  close(): Promise<void>;
}

/** More than workers and requests at a time; each waits for its turn at the one session. */
const CONNECTIONS_MAX = 20;

/** Locks the directory, opens the database in it, migrates it, and lets guests in. */
export async function openEmbeddedDatabase(directory: string): Promise<EmbeddedDatabase> {
  const closers: (() => void | Promise<void>)[] = [];
  async function close(): Promise<void> {
    // The lock goes last: until then nobody else may touch the files.
    for (const closer of closers.toReversed()) await closer();
  }
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const lock = await lockDirectory(directory);
    closers.push(() => lock.release());
    const thread = await DatabaseThread.open(directory);
    closers.push(() => thread.close());
    const session = new SharedSession(thread);
    const { serverVersion } = thread;
    const connectionFor = (): SessionConnection => new SessionConnection(session, { serverVersion });
    const pool = embeddedPool(connectionFor);
    closers.push(() => pool.end());
    await runTransaction(pool, { run: migrate });
    const socket = await openOwnerSocket(directory, connectionFor);
    closers.push(() => socket.close());
    closers.push(startTidying(pool));
    return { pool, fsyncCount: () => thread.fsyncCount(), close };
  } catch (error) {
    await close();
    throw error instanceof Failure ? error : storeFailure('store.not-opened', { cause: error });
  }
}

function embeddedPool(connectionFor: () => SessionConnection): Pool {
  return connectionPool({
    stream: connectionFor,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    max: CONNECTIONS_MAX,
    // They cost nothing.
    idleTimeoutMillis: 0,
  });
}
