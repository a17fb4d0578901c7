import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import type { PoolClient, QueryResult } from 'pg';
import { invariant } from '../base/invariant.ts';
import { meanwhile } from '../base/meanwhile.ts';
import type { Database } from './database.ts';
import { failureOf } from './store-failure.ts';

/** One client while one transaction uses it. */
export class ClientSession {
  readonly #client: PoolClient;
  #last: Promise<unknown> = Promise.resolve();
  /** In the order in which they were told: those after the first may be its consequences. */
  readonly #failures = new Set<unknown>();
  #hasEnded = false;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  /**
   * Runs a statement behind those that were asked for before; throws Failures only, and remembers the first. Whoever need
   * not know how it ends may go on meanwhile.
   */
  async query(text: string, values: readonly unknown[] = []): Promise<QueryResult> {
    // A promise that nobody waited for would run in the transaction of somebody else.
    invariant(!this.#hasEnded, 'a transaction is used only while its work runs');
    const running = this.#client.query(text, [...values]);
    this.#last = meanwhile(running);
    try {
      return await running;
    } catch (error) {
      const failure = failureOf(error);
      this.#failures.add(failure);
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
    for (const first of this.#failures) throw first;
  }

  /** What broke the work of the transaction: the first failure where a statement behind it failed with it. */
  causeOf(error: unknown): unknown {
    return this.#failures.has(error) ? [...this.#failures][0] : error;
  }

  /** Takes no more statements; resolves when all that were asked for have ended. */
  async end(): Promise<void> {
    this.#hasEnded = true;
    await this.#last.catch(() => undefined);
  }
}
