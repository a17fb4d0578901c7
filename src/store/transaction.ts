import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { Failure } from '../base/failure.ts';
import { invariant } from '../base/invariant.ts';
import { ClientSession } from './client-session.ts';
import type { Database } from './database.ts';
import { commitFailureOf, failureOf } from './store-failure.ts';

/**
 * What another try mends: a deadlock, a connection lost before COMMIT, and a key that another transaction took between
 * our look and our write, because the next run of the work will find the row. Never a COMMIT whose end is unknown: that
 * goes to the caller as `store.commit-unknown`, whose own retry looks up what is on record.
 */
const RETRIED: ReadonlySet<string> = new Set([
  'store.serialization',
  'store.key-exists',
  'store.unavailable',
]);
const ATTEMPTS_MAX = 5;
const FIRST_PAUSE_MS = 20;

export interface TransactionWork<T> {
  /** What must hold for the transaction and no longer; absent: nothing. */
  readonly enter?: { readonly sql: string; readonly values: readonly unknown[] };
  /** `assertWhole` throws where a statement has failed, though the failure was caught. */
  run(db: Kysely<Database>, assertWhole: () => void): Promise<T>;
}

/** Commits when the work resolves and rolls back when it throws; tries again where that can help. */
export async function runTransaction<T>(pool: Pool, work: TransactionWork<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(pool, work);
    } catch (error) {
      const isRetried = error instanceof Failure && RETRIED.has(error.code);
      if (!isRetried || attempt === ATTEMPTS_MAX) throw error;
    }
    // Longer each time, and never the same for two that got into each other's way.
    await sleep(FIRST_PAUSE_MS * 2 ** attempt * Math.random());
  }
}

async function runOnce<T>(pool: Pool, work: TransactionWork<T>): Promise<T> {
  const client = await connect(pool);
  const session = new ClientSession(client);
  let isUsable = false;
  try {
    await session.query('begin');
    if (work.enter !== undefined) await session.query(work.enter.sql, work.enter.values);
    const result = await work.run(session.database(), () => session.assertWhole());
    await session.end();
    session.assertWhole();
    await commit(client);
    isUsable = true;
    return result;
  } catch (error) {
    await session.end();
    isUsable = await rollBack(client);
    throw session.causeOf(error);
  } finally {
    // A client whose state is not known is closed instead of being given to the next transaction.
    client.release(!isUsable);
  }
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw failureOf(error);
  }
}

async function commit(client: PoolClient): Promise<void> {
  let command: string;
  try {
    ({ command } = await client.query('commit'));
  } catch (error) {
    throw commitFailureOf(error);
  }
  // PostgreSQL answers the COMMIT of a failed transaction with ROLLBACK and no error.
  invariant(command === 'COMMIT', 'a transaction whose statements succeeded can be committed');
}

/** Whether the client is out of the transaction for sure. */
async function rollBack(client: PoolClient): Promise<boolean> {
  try {
    await client.query('rollback');
    return true;
  } catch {
    return false;
  }
}
