import { describe, expect, test } from 'vitest';
import { openPostgresStore } from '../../src/store/open-store.ts';
import { newInterchange } from '../contract/store/store-rows.ts';
import { noteLeftOut } from '../support/left-out.ts';
import { query, startPostgres, whyNoPostgres } from '../support/postgres-server.ts';
import { takeBackTo } from './support/take-back.ts';

const reason = whyNoPostgres();
if (reason !== undefined) noteLeftOut('the migration of jobs', reason);

describe.skipIf(reason !== undefined)('jobs of a database made before partners had places', () => {
  test('are given their partners, though row-level security binds the owner who migrates', async () => {
    const server = await startPostgres();
    const databaseUrl = await server.createDatabase();
    const before = await openPostgresStore({ databaseUrl });
    const interchange = newInterchange(1, { partnerId: 'p1' });
    await before.inTransaction('t', async ({ interchanges, deliveries, jobs }) => {
      await interchanges.insert(interchange);
      await deliveries.insert(interchange.id, 'p1');
      await jobs.enqueue([
        { kind: 'deliver-interchange', subject: interchange.id, partnerId: 'p1' },
        { kind: 'batch-claims', subject: 'p2' },
        { kind: 'receive-file', subject: 'not on record' },
      ]);
    });
    await before.close();
    await query(server.asSuperuser(databaseUrl), takeBackTo('0006'));

    const after = await openPostgresStore({ databaseUrl });
    const taken = await after.inTransaction('t', ({ jobs }) =>
      jobs.takeDue({ owner: 'w', jobsPerPartner: 9, limit: 9, leaseSeconds: 60 }),
    );
    expect(Object.fromEntries(taken.map(({ subject, partnerId }) => [subject, partnerId]))).toEqual({
      [interchange.id]: 'p1',
      p2: 'p2',
      'not on record': 'not on record',
    });
    const forced = await query(
      server.asSuperuser(databaseUrl),
      `select count(*)::int as count from pg_class where relnamespace = 'claimgate'::regnamespace
       and relname in ('job', 'delivery', 'received_file') and relforcerowsecurity`,
    );
    expect(forced).toEqual([{ count: 3 }]);
    await after.close();
    await server.stop();
  });
});
