import type { Pool } from 'pg';
import { invariant } from '../base/invariant.ts';
import type { StoreTransaction } from '../ports/store.ts';
import { APPLICATION_ROLE } from './application-role.ts';
import { PublicationChain } from './publication-chain.ts';
import { storeTransaction } from './store-transaction.ts';
import { runTransaction } from './transaction.ts';

/** Long enough for the transaction before it; a worker that would wait longer had better try again later. */
const LOCK_TIMEOUT = '30s';
const IDLE_TIMEOUT = '120s';

/**
 * The role that row-level security binds, the tenant, where names are looked up, in which form dates come back, how long
 * others may be kept waiting, and that no statement is compiled, which takes longer than ours run. For this transaction only: the connection goes to another tenant next.
 */
const ENTER = `select
  set_config('role', '${APPLICATION_ROLE}', true),
  set_config('claimgate.tenant', $1, true),
  set_config('search_path', 'claimgate, pg_temp', true),
  set_config('TimeZone', 'UTC', true),
  set_config('DateStyle', 'ISO, YMD', true),
  set_config('jit', 'off', true),
  set_config('lock_timeout', '${LOCK_TIMEOUT}', true),
  set_config('idle_in_transaction_session_timeout', '${IDLE_TIMEOUT}', true)`;

/** Runs `work` in a transaction of the tenant (see `Store.inTransaction`). */
export async function runTenantTransaction<T>(
  pool: Pool,
  tenantId: string,
  work: (transaction: StoreTransaction) => Promise<T>,
): Promise<T> {
  invariant(tenantId !== '', 'a transaction has a tenant');
  return await runTransaction(pool, {
    enter: { sql: ENTER, values: [tenantId] },
    async run(db, assertWhole) {
      const chain = new PublicationChain(db);
      const result = await work(storeTransaction(db, chain));
      assertWhole();
      await chain.seal();
      return result;
    },
  });
}
