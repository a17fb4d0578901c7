import type { Pool } from 'pg';
import type { Store, StoreTransaction } from '../ports/store.ts';
import { storeFailure } from './store-failure.ts';
import { runTenantTransaction } from './tenant-transaction.ts';

/** A store over any pool whose other end speaks PostgreSQL; `end` ends the pool and what stands behind it. */
export class PooledStore implements Store {
  readonly #pool: Pool;
  readonly #end: () => Promise<void>;
  readonly #underWay = new Set<Promise<unknown>>();
  #closed: Promise<void> | undefined;

  constructor(pool: Pool, end: () => Promise<void>) {
    this.#pool = pool;
    this.#end = end;
  }

  async inTransaction<T>(tenantId: string, work: (transaction: StoreTransaction) => Promise<T>): Promise<T> {
    if (this.#closed !== undefined) throw storeFailure('store.closed');
    const running = runTenantTransaction(this.#pool, tenantId, work);
    this.#underWay.add(running);
    try {
      return await running;
    } finally {
      this.#underWay.delete(running);
    }
  }

  /** Takes no more transactions; resolves when those under way have ended and everything is closed. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    // The pool itself would forget those that still wait for a connection.
    await Promise.allSettled(this.#underWay);
    await this.#end();
  }
}
