import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostgresStore } from '../../src/store/open-store.ts';
import { entryOf, newClaim } from '../contract/store/store-rows.ts';
import { noteLeftOut } from '../support/left-out.ts';
import { type PostgresServer, query, startPostgres, whyNoPostgres } from '../support/postgres-server.ts';
import { takeBackTo } from './support/take-back.ts';

const reason = whyNoPostgres();
if (reason !== undefined) noteLeftOut('the migration of the journal', reason);

describe.skipIf(reason !== undefined)('the journal of a database made before entries were published', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  /** Two tenants with entries, and one without. */
  async function oldDatabase(): Promise<string> {
    const databaseUrl = await server.createDatabase();
    const store = await openPostgresStore({ databaseUrl });
    await store.inTransaction('t', async ({ claims, ledger }) => {
      await claims.insert([newClaim('A'), newClaim('B', {}, { payerRank: 'S' })]);
      await ledger.append([entryOf('charge:A'), entryOf('charge:B', { claimId: 'B' })], { kind: 'charges' });
    });
    await store.inTransaction('u', ({ ledger }) =>
      ledger.append([entryOf('charge:C', { claimId: 'C' })], { kind: 'charges' }),
    );
    await store.inTransaction('v', ({ claims }) => claims.insert([newClaim('A')]));
    await store.close();
    await query(server.asSuperuser(databaseUrl), takeBackTo('0010'));
    return databaseUrl;
  }

  test.each(['the owner, whom row-level security binds', 'a superuser, whom it does not'])(
    'is one publication of each tenant, and what payers owe goes to their ranks, when migrated by %s',
    async (who) => {
      const databaseUrl = await oldDatabase();
      const store = await openPostgresStore({
        databaseUrl: who.startsWith('a superuser') ? server.asSuperuser(databaseUrl) : databaseUrl,
      });
      const found = await Promise.all(
        ['t', 'u', 'v'].map((tenant) =>
          store.inTransaction(tenant, async ({ ledger }) => ({
            balance: (await ledger.trialBalance()).map(({ account, debitCents }) => [account, debitCents]),
            published: (await ledger.publications({ limit: 9 })).map(({ id, kind, entryCount }) => [
              id,
              kind,
              entryCount,
            ]),
            check: await ledger.checkChain({ limit: 9 }),
          })),
        ),
      );
      expect(found).toEqual([
        {
          balance: [
            ['charges', 0],
            ['insurance-receivable:primary', 12_500],
            ['insurance-receivable:secondary', 12_500],
          ],
          published: [['opening', 'opening', 2]],
          check: { publicationCount: 1, entryCount: 2 },
        },
        {
          balance: [
            ['charges', 0],
            ['insurance-receivable:primary', 12_500],
          ],
          published: [['opening', 'opening', 1]],
          check: { publicationCount: 1, entryCount: 1 },
        },
        { balance: [], published: [], check: { publicationCount: 0, entryCount: 0 } },
      ]);
      await store.inTransaction('t', ({ ledger }) =>
        ledger.append([entryOf('charge:D')], { kind: 'charges' }),
      );
      const after = await store.inTransaction('t', ({ ledger }) => ledger.checkChain({ limit: 9 }));
      expect(after).toEqual({ publicationCount: 2, entryCount: 3 });
      await store.close();
    },
  );

  test('and is append-only and under row-level security afterwards as before', async () => {
    const databaseUrl = await oldDatabase();
    await (await openPostgresStore({ databaseUrl })).close();
    const superuser = server.asSuperuser(databaseUrl);
    const [guarded] = await query(
      superuser,
      `select
         (select count(*)::int from pg_trigger where tgname = 'append_only' and tgenabled = 'O'
           and tgrelid = 'claimgate.posting'::regclass) as triggers,
         (select count(*)::int from pg_class where relnamespace = 'claimgate'::regnamespace and relkind = 'r'
           and relname <> 'migration' and not relforcerowsecurity) as unforced`,
    );
    expect(guarded).toEqual({ triggers: 1, unforced: 0 });
    await expect(query(superuser, `update claimgate.posting set amount_cents = 1`)).rejects.toThrow(
      'never changed',
    );
  });
});
