import { describe, expect, test } from 'vitest';
import { openPostgresStore } from '../../src/store/open-store.ts';
import { newInterchange } from '../contract/store/store-rows.ts';
import { noteLeftOut } from '../support/left-out.ts';
import { query, startPostgres, whyNoPostgres } from '../support/postgres-server.ts';

const reason = whyNoPostgres();
if (reason !== undefined) noteLeftOut('the migration of jobs', reason);

/** The tables as they were before, with the rows that are there: what came later is taken back first. */
const BEFORE = `
  drop index claimgate.claim_correction_by_account;
  create index claim_by_account on claimgate.claim (tenant_id, account_number);
  alter table claimgate.work_item drop column closed_at, drop column closed_as;
  drop table claimgate.awaited_answer;
  alter table claimgate.job drop column partner_id, drop column announced_at, drop column failed_at;
  drop index if exists claimgate.job_leased;
  create index job_due on claimgate.job (tenant_id, due_at) where state = 'pending';
  drop table claimgate.partner_circuit, claimgate.worker, claimgate.installation;
  delete from claimgate.migration where name >= '0006-queues'`;

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
    await query(server.asSuperuser(databaseUrl), BEFORE);

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
