import { Client } from 'pg';
import { test } from 'vitest';
import { openPostgresStore } from '../../src/store/open-store.ts';
import { storeContract } from '../contract/store-contract.ts';
import { noteLeftOut } from '../support/left-out.ts';
import { startPostgres, whyNoPostgres } from '../support/postgres-server.ts';

const reason = whyNoPostgres();
if (reason !== undefined) {
  noteLeftOut('PostgreSQL store suite', reason);
  // A file without a test would be an error of its own.
  test.skip(`the store contract over PostgreSQL: ${reason}`, () => undefined);
} else {
  storeContract('PostgreSQL', async () => {
    const server = await startPostgres();
    const databaseUrl = await server.createDatabase();
    const store = await openPostgresStore({ databaseUrl });
    return {
      store,
      async connect() {
        const client = new Client({ connectionString: server.asSuperuser(databaseUrl) });
        await client.connect();
        return client;
      },
      async stop() {
        await store.close();
        await server.stop();
      },
    };
  });
}
