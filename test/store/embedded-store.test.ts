import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { SOCKET_PORT, socketDirectory } from '../../src/store/embedded/owner-socket.ts';
import { openEmbeddedStore } from '../../src/store/open-store.ts';
import { storeContract } from '../contract/store-contract.ts';

storeContract('PGlite', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'claimgate-store-'));
  const store = await openEmbeddedStore({ directory });
  return {
    store,
    async connect() {
      const client = new Client({
        host: socketDirectory(directory),
        port: SOCKET_PORT,
        user: 'postgres',
        database: 'postgres',
      });
      await client.connect();
      return client;
    },
    async stop() {
      await store.close();
      rmSync(directory, { recursive: true });
    },
  };
});
