import type { Client } from 'pg';
import type { Store, StoreTransaction } from '../../../src/ports/store.ts';

/** What a store is tested with; one for a whole file. */
export interface ContractStore {
  readonly store: Store;
  /** A connection past the store, as the user who owns nothing less than everything. */
  connect(): Promise<Client>;
  /** Closes the store and whatever was started for it. */
  stop(): Promise<void>;
}

/** What a suite of the contract works with: the store, and a tenant of its own for each test. */
export interface ContractCase {
  readonly contractStore: () => ContractStore;
  /** Runs in a transaction of the current test's tenant. */
  run<T>(work: (transaction: StoreTransaction) => Promise<T>): Promise<T>;
  /** The current test's tenant. */
  tenantId(): string;
}
