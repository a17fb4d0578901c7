import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cents } from '../../src/base/money.ts';
import { noPendingAnswers, recordAnswers, recordPart } from '../../src/flows/pending-answers.ts';
import type { Store, StoreTransaction } from '../../src/ports/store.ts';
import { MIGRATIONS } from '../../src/store/migrations/migrations.ts';
import { openPostgresStore } from '../../src/store/open-store.ts';
import { attemptFor, newClaim, newInterchange } from '../contract/store/store-rows.ts';
import { testProfile } from '../flows/support/claims.ts';
import { noteLeftOut } from '../support/left-out.ts';
import { type PostgresServer, query, startPostgres, whyNoPostgres } from '../support/postgres-server.ts';

const reason = whyNoPostgres();
if (reason !== undefined) noteLeftOut('PostgreSQL failures suite', reason);

describe.skipIf(reason !== undefined)('a store on PostgreSQL', () => {
  let server: PostgresServer;
  let databaseUrl: string;
  let store: Store;
  const opened: Store[] = [];

  beforeAll(async () => {
    server = await startPostgres();
    databaseUrl = await server.createDatabase();
    store = await openPostgresStore({ databaseUrl });
  });
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
  });
  afterAll(async () => {
    await store.close();
    await server.stop();
  });

  const run = <T>(work: (transaction: StoreTransaction) => Promise<T>): Promise<T> =>
    store.inTransaction('t', work);
  const administer = (sql: string) => query(server.asSuperuser(databaseUrl), sql);
  const itemIds = async () =>
    (await run(({ workItems }) => workItems.list({ limit: 999 }))).map(({ id }) => id);
  /** Ends every connection of the store's user as an administrator or a restart would. */
  const terminate = () =>
    administer("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'owner'");

  describe('whose server goes away', () => {
    test('runs a transaction anew that had not come to its commit', async () => {
      let runs = 0;
      await run(async ({ workItems }) => {
        runs++;
        await workItems.open([{ id: `again-${runs}`, kind: 'denial', codes: [] }]);
        if (runs > 1) return;
        await terminate();
        await workItems.open([{ id: 'never', kind: 'denial', codes: [] }]);
      });
      expect(runs).toBe(2);
      expect(await itemIds()).toEqual(['again-2']);
    });

    test('never runs a commit again of which it does not know the end', async () => {
      await administer(`
        create function claimgate.wait() returns trigger language plpgsql as
          $$ begin perform pg_sleep(10); return null; end $$;
        create constraint trigger wait after insert on claimgate.work_item
          deferrable initially deferred for each row when (new.id = 'slow') execute function claimgate.wait()`);
      let runs = 0;
      const committing = run(async ({ workItems }) => {
        runs++;
        await workItems.open([{ id: 'slow', kind: 'denial', codes: [] }]);
        setTimeout(() => void terminate(), 300);
      });
      await expect(committing).rejects.toMatchObject({ code: 'store.commit-unknown', isRetryable: true });
      expect(runs).toBe(1);
      await administer('drop trigger wait on claimgate.work_item');
      expect(await itemIds()).not.toContain('slow');
    });

    test('says so, and that trying again may help', async () => {
      const unreachable = openPostgresStore({ databaseUrl: 'postgres://owner@127.0.0.1:1/none' });
      await expect(unreachable).rejects.toMatchObject({ code: 'store.unavailable', isRetryable: true });
    });

    test('is closed once those under way have ended', async () => {
      const own = await openPostgresStore({ databaseUrl, poolSize: 1 });
      const running = [1, 2, 3].map((i) =>
        own.inTransaction('t', ({ interchanges }) => interchanges.nextControlNumber(`close-${i}`, 'group')),
      );
      await own.close();
      expect(await Promise.all(running)).toEqual([1, 1, 1]);
      await expect(own.inTransaction('t', async () => 1)).rejects.toMatchObject({ code: 'store.closed' });
    });
  });

  describe('with transactions that get into each other’s way', () => {
    test('resolves a deadlock by running one of them anew', async () => {
      await run(({ claims }) => claims.insert([newClaim('D1'), newClaim('D2')]));
      let runs = 0;
      const lockBoth = (first: string, second: string) =>
        run(async ({ facts }) => {
          runs++;
          for (const id of [first, second]) {
            await facts.append([
              { id: `${id}:${first}`, subjectKind: 'claim', subjectId: id, body: { kind: 'claim.accepted' } },
            ]);
            await new Promise((resolve) => setTimeout(resolve, 100));
          }
        });
      await Promise.all([lockBoth('D1', 'D2'), lockBoth('D2', 'D1')]);
      expect(runs).toBe(3);
      const found = await run(({ facts }) => facts.forClaims(['D1', 'D2']));
      expect([...found.values()].map((facts) => facts.length)).toEqual([2, 2]);
    });

    test('records answers in parts without a deadlock, whatever claims and deliveries each part speaks of', async () => {
      const numbers = [1, 2] as const;
      const attempts = numbers.map((n) => attemptFor(`P${n}`, { interchangeId: `I${n}` }));
      await run(async ({ claims, interchanges, deliveries }) => {
        await claims.insert(numbers.map((n) => newClaim(`P${n}`)));
        for (const n of numbers) {
          await interchanges.insert(newInterchange(n));
          await deliveries.insert(`I${n}`, 'p1');
        }
        await claims.insertAttempts(attempts);
      });
      let runs = 0;
      const answer = (file: string, order: readonly (1 | 2)[]) =>
        run(async (transaction) => {
          runs++;
          const pending = noPendingAnswers();
          for (const n of order) {
            const body = { kind: 'interchange.acknowledged', outcome: 'accepted', noteCode: '000' } as const;
            const id = `${file}:${n}`;
            pending.facts.push({ id, subjectKind: 'interchange', subjectId: `I${n}`, body });
            pending.acknowledged.set(`I${n}`, testProfile());
            await (n === order.at(-1) ? recordAnswers : recordPart)(transaction, pending);
            await new Promise((resolve) => setTimeout(resolve, 100));
          }
        });
      await Promise.all([answer('one', [1, 2]), answer('other', [2, 1])]);
      expect(runs).toBe(2);
      const found = await run(({ facts }) => facts.forClaims(['P1', 'P2']));
      expect([...found.values()].map((facts) => facts.length)).toEqual([2, 2]);
    });

    test('passes over claims and jobs that another one holds, without waiting', async () => {
      await run(async ({ claims, jobs }) => {
        await claims.insert(['S1', 'S2', 'S3'].map((id) => newClaim(id, { partnerId: 'skip' })));
        await jobs.enqueue(
          ['1', '2', '3'].map((subject) => ({ kind: 'receive-file', subject, partnerId: 'skip' })),
        );
      });
      const take = { owner: 'w', jobsPerPartner: 100, leaseSeconds: 60 };
      await run(async ({ claims, jobs }) => {
        const held = (await claims.takeReady('skip', 2)).map(({ id }) => id);
        const heldJobs = await jobs.takeDue({ ...take, limit: 2 });
        const other = await run(async (transaction) => ({
          claims: (await transaction.claims.takeReady('skip', 9)).map(({ id }) => id),
          jobs: await transaction.jobs.takeDue({ ...take, limit: 9 }),
        }));
        expect([held, other.claims]).toEqual([['S1', 'S2'], ['S3']]);
        expect([heldJobs.length, other.jobs.length]).toEqual([2, 1]);
      });
    });

    test('lets one wait for a control number until the other is through', async () => {
      const order: string[] = [];
      const number = (name: string, pauseMs: number) =>
        run(async ({ interchanges }) => {
          const next = await interchanges.nextControlNumber('wait', 'interchange');
          await new Promise((resolve) => setTimeout(resolve, pauseMs));
          order.push(name);
          return next;
        });
      const first = number('first', 200);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect([await number('second', 0), await first]).toEqual([2, 1]);
      expect(order).toEqual(['first', 'second']);
    });
  });

  describe('that is opened', () => {
    test('by many at once is migrated once', async () => {
      const fresh = await server.createDatabase();
      const stores = await Promise.all([1, 2, 3, 4].map(() => openPostgresStore({ databaseUrl: fresh })));
      opened.push(...stores);
      const rows = await query(
        server.asSuperuser(fresh),
        'select name from claimgate.migration order by name',
      );
      expect(rows.map(({ name }) => name)).toEqual(MIGRATIONS.map(({ name }) => name));
    });

    test('leaves nothing of a migration that failed', async () => {
      const fresh = await server.createDatabase();
      // Stands in the way of the last migration.
      await query(
        server.asSuperuser(fresh),
        `create function stand_in_the_way() returns event_trigger language plpgsql as $$
         begin
           if exists (select from pg_class where relname = 'job') then raise exception 'no jobs'; end if;
         end $$;
         create event trigger stand_in_the_way on ddl_command_end execute function stand_in_the_way()`,
      );
      await expect(openPostgresStore({ databaseUrl: fresh })).rejects.toMatchObject({
        code: 'store.refused',
      });
      const schemas = "select from pg_namespace where nspname = 'claimgate'";
      expect(await query(fresh, schemas)).toHaveLength(0);
      await query(server.asSuperuser(fresh), 'drop event trigger stand_in_the_way');
      opened.push(await openPostgresStore({ databaseUrl: fresh }));
    });

    test('by an older release than made its schema is refused', async () => {
      await administer("insert into claimgate.migration (name) values ('9999-from-the-future')");
      await expect(openPostgresStore({ databaseUrl })).rejects.toMatchObject({ code: 'store.schema-newer' });
      await administer("delete from claimgate.migration where name like '9999%'");
    });

    test('by a user who may not have the role says what to grant', async () => {
      await administer('create role limited login; grant all on database test_1 to limited');
      const limited = databaseUrl.replace('owner@', 'limited@');
      const error: unknown = await openPostgresStore({ databaseUrl: limited }).catch(
        (failure: unknown) => failure,
      );
      expect(error).toMatchObject({ code: 'store.role-missing', isRetryable: false });
      expect((error as Error).message).toContain('GRANT claimgate_app TO');
      await administer('grant claimgate_app to limited');
      opened.push(await openPostgresStore({ databaseUrl: limited }));
    });

    test('where the role may bypass row-level security is refused', async () => {
      await administer('alter role claimgate_app bypassrls');
      await expect(openPostgresStore({ databaseUrl })).rejects.toMatchObject({ code: 'store.role-unsafe' });
      await administer('alter role claimgate_app nobypassrls');
    });

    test('where commits are not kept is refused', async () => {
      await administer('alter role owner set synchronous_commit = off');
      await expect(openPostgresStore({ databaseUrl })).rejects.toMatchObject({
        code: 'store.unsuitable-server',
        message: 'the database server cannot be used (synchronous_commit must not be off)',
      });
      await administer('alter role owner reset synchronous_commit');
    });

    test.each([
      ['postgres://nobody-here@HOST/test_1', 'store.access-denied'],
      ['postgres://owner@HOST/no_such_database', 'store.no-database'],
      ['mysql://owner:PLANTED@HOST/test_1', 'store.address-unreadable'],
      ['postgres://owner:PLANTED@HOST:port/test_1', 'store.address-unreadable'],
    ])('with the address %s fails without repeating it', async (address, code) => {
      const url = address.replace('HOST', new URL(databaseUrl).host);
      const error: unknown = await openPostgresStore({ databaseUrl: url }).catch(
        (failure: unknown) => failure,
      );
      expect(error).toMatchObject({ code, isRetryable: false });
      expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/PLANTED|127\.0\.0\.1|nobody-here/);
    });
  });

  test('whose settings are unusual gives the same instants, dates and amounts', async () => {
    await administer(
      "alter role owner set datestyle = 'German'; alter role owner set timezone = 'Asia/Kathmandu'",
    );
    const own = await openPostgresStore({ databaseUrl });
    opened.push(own);
    await own.inTransaction('settings', async ({ claims, interchanges }) => {
      await claims.insert([newClaim('A')]);
      await interchanges.insert(newInterchange(1, { chargeCents: cents(Number.MAX_SAFE_INTEGER) }));
      await claims.insertAttempts([attemptFor('A')]);
      const [summary] = await claims.list({ limit: 1 });
      const interchange = await interchanges.get('I1');
      expect(summary?.serviceDate).toBe('2026-06-03');
      expect(interchange?.chargeCents).toBe(Number.MAX_SAFE_INTEGER);
      expect(Math.abs(Date.parse(interchange?.createdAt ?? '') - Date.now())).toBeLessThan(60_000);
    });
    await administer('alter role owner reset all');
  });
});
