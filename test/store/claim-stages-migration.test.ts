import { describe, expect, test } from 'vitest';
import { openPostgresStore } from '../../src/store/open-store.ts';
import { newClaim, statusOf } from '../contract/store/store-rows.ts';
import { noteLeftOut } from '../support/left-out.ts';
import { query, startPostgres, whyNoPostgres } from '../support/postgres-server.ts';
import { takeBackTo } from './support/take-back.ts';

const reason = whyNoPostgres();
if (reason !== undefined) noteLeftOut('the migration of claims', reason);

describe.skipIf(reason !== undefined)('claims of a database made before they had stages', () => {
  test('are found by headline and taken when ready, and a new status writes no index', async () => {
    const server = await startPostgres();
    const databaseUrl = await server.createDatabase();
    const before = await openPostgresStore({ databaseUrl });
    await before.inTransaction('t', ({ claims }) =>
      claims.insert([
        newClaim('A'),
        newClaim('B', { status: statusOf('delivered') }),
        newClaim('C', { status: statusOf('acknowledged') }),
        newClaim('D', { status: statusOf('denied') }),
      ]),
    );
    await before.close();
    await query(server.asSuperuser(databaseUrl), takeBackTo('0009'));

    const after = await openPostgresStore({ databaseUrl });
    const idsOf = (headline: 'ready' | 'delivered' | 'acknowledged' | 'denied') =>
      after.inTransaction('t', async ({ claims }) =>
        (await claims.list({ headline, limit: 9 })).map(({ id }) => id),
      );
    expect(await idsOf('ready')).toEqual(['A']);
    expect(await idsOf('delivered')).toEqual(['B']);
    expect(await idsOf('acknowledged')).toEqual(['C']);
    expect(await idsOf('denied')).toEqual(['D']);
    const ready = await after.inTransaction('t', ({ claims }) => claims.takeReady('p1', 9));
    expect(ready.map(({ id }) => id)).toEqual(['A']);
    const indexed = await query(
      server.asSuperuser(databaseUrl),
      `select count(*)::int as count from pg_index join pg_attribute on attrelid = indrelid
       where indrelid = 'claimgate.claim_status'::regclass and attname in ('headline', 'status')
         and (attnum = any(indkey) or pg_get_expr(indpred, indrelid) ~ attname)`,
    );
    expect(indexed).toEqual([{ count: 0 }]);
    await after.close();
    await server.stop();
  });
});
