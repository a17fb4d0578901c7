import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { entryText } from '../../src/domain/ledger/publication.ts';
import { openPostgresStore } from '../../src/store/open-store.ts';
import { publicationSha256 } from '../../src/store/publication-chain.ts';
import { entryOf } from '../contract/store/store-rows.ts';
import { noteLeftOut } from '../support/left-out.ts';
import { query, startPostgres, whyNoPostgres } from '../support/postgres-server.ts';
import { takeBackTo } from './support/take-back.ts';

const reason = whyNoPostgres();
if (reason !== undefined) noteLeftOut('the migration of how entries are hashed', reason);

describe.skipIf(reason !== undefined)(
  'publications of a database made before entries were hashed as they are added',
  () => {
    test('keep their hashes, made in the order of ids, and stay a whole chain with those that follow', async () => {
      const server = await startPostgres();
      const databaseUrl = await server.createDatabase();
      const added = [entryOf('charge:B'), entryOf('charge:A')] as const;
      const before = await openPostgresStore({ databaseUrl });
      await before.inTransaction('t', async ({ ledger }) => {
        const publicationId = await ledger.append([added[0]], { kind: 'charges' });
        await ledger.append([added[1]], { addTo: publicationId ?? '' });
      });
      const [publication] = await before.inTransaction('t', ({ ledger }) =>
        ledger.publications({ limit: 1 }),
      );
      await before.close();
      const inOrderOfIds = added.toReversed().map((entry) => `${entryText(entry)}\n`);
      const entriesSha256 = createHash('sha256').update(inOrderOfIds.join('')).digest('hex');
      if (publication === undefined) throw new Error('a publication was made');
      const sha256 = publicationSha256({ ...publication, entriesSha256 });
      await query(
        server.asSuperuser(databaseUrl),
        `alter table claimgate.publication disable trigger append_only;
         update claimgate.publication set entries_sha256 = '${entriesSha256}', sha256 = '${sha256}';
         alter table claimgate.publication enable trigger append_only;
         update claimgate.publication_head set sha256 = '${sha256}';
         ${takeBackTo('0015')}`,
      );

      const after = await openPostgresStore({ databaseUrl });
      await after.inTransaction('t', async ({ ledger }) => {
        const publicationId = await ledger.append([entryOf('charge:D')], { kind: 'charges' });
        await ledger.append([entryOf('charge:C')], { addTo: publicationId ?? '' });
      });
      const checked = await after.inTransaction('t', ({ ledger }) => ledger.checkChain({ limit: 9 }));
      expect(checked).toEqual({ publicationCount: 2, entryCount: 4 });
      await after.close();
      await server.stop();
    });
  },
);
