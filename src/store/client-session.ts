import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import type { PoolClient, QueryResult } from 'pg';
import { invariant } from '../base/invariant.ts';
import type { Database } from './database.ts';
import { failureOf } from './store-failure.ts';

/** One client while one transaction uses it. */
export class ClientSession {
  readonly #client: PoolClient;
  #firstFailure: { readonly failure: unknown } | undefined;
  #hasEnded = false;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  /** Runs a statement; throws Failures only, and remembers the first. */
  async query(text: string, values?: readonly unknown[]): Promise<QueryResult> {
    // A promise that nobody waited for would run in the transaction of somebody else.
    invariant(!this.#hasEnded, 'a transaction is used only while its work runs');
    try {
      return await this.#client.query(text, values === undefined ? [] : [...values]);
    } catch (error) {
      const failure = failureOf(error);
      this.#firstFailure ??= { failure };
      throw failure;
    }
  }

  /** The query builder over this client. */
  database(): Kysely<Database> {
    const client = {
      query: (text: string, values: readonly unknown[]) => this.query(text, values),
      release: () => undefined,
    } as unknown as PostgresPoolClient;
    return new Kysely<Database>({
      dialect: new PostgresDialect({ pool: { connect: async () => client, end: async () => undefined } }),
    });
  }

  /** Work that caught the failure of a statement and went on has a transaction in which nothing counts any more. */
  assertWhole(): void {
    if (this.#firstFailure !== undefined) throw this.#firstFailure.failure;
  }

  end(): void {
    this.#hasEnded = true;
  }
}
