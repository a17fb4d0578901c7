import type { Client } from 'pg';
import { beforeEach, describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import { instantOf } from '../../../src/base/time.ts';
import { eftOf } from '../../domain/support/reassociation.ts';
import { matched, onFile } from './claim-payment-contract.ts';
import type { ContractCase } from './contract-store.ts';
import { PROBE } from './partner-probe-contract.ts';
import { plb } from './provider-adjustment-contract.ts';
import { resolutionOf } from './resolution-contract.ts';
import {
  accepted,
  attemptFor,
  entryOf,
  newClaim,
  newInterchange,
  newRemittance,
  sha256,
} from './store-rows.ts';

/** Tables of tenants; the list of migrations is the only other. */
const TABLES = `
  select relname as name, relrowsecurity as enabled, relforcerowsecurity as forced,
    (select attname from pg_index join pg_attribute
       on pg_attribute.attrelid = pg_class.oid and attnum = indkey[0]
     where indrelid = pg_class.oid and indisprimary) as "firstOfKey"
  from pg_class where relnamespace = 'claimgate'::regnamespace and relkind = 'r' and relname <> 'migration'`;

/** Columns that an INSERT may name. */
const COLUMNS = `
  select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
  where table_schema = 'claimgate' and table_name = $1 and is_identity = 'NO' and is_generated = 'NEVER'`;

const POLICY = { failuresMax: 1, pauseSecondsFirst: 1, pauseSecondsMax: 1 };

interface Table {
  readonly name: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly firstOfKey: string;
}

const APPEND_ONLY = [
  'fact',
  'claim_payment',
  'claim_payment_match',
  'provider_adjustment',
  'bank_payment',
  'publication',
  'journal_entry',
  'posting',
  'resolution',
];

export function isolationContract({ run, contractStore, tenantId }: ContractCase): void {
  /** One row at least in every table. */
  async function fillEveryTable(): Promise<void> {
    await run(async (transaction) => {
      const { claims, interchanges, files } = transaction;
      await claims.insert([newClaim('A')]);
      await interchanges.insert(newInterchange(1));
      await interchanges.nextControlNumber('p1', 'interchange');
      await claims.insertAttempts([attemptFor('A')]);
      await transaction.facts.append([accepted('A')]);
      await transaction.deliveries.insert('I1', 'p1');
      await transaction.partnerProbes.save(PROBE);
      const dueAt = instantOf(new Date(0));
      await transaction.awaitedAnswers.insert([
        { interchangeId: 'I1', partnerId: 'p1', answer: '999', dueAt },
      ]);
      const sighting = { remotePath: 'x', sizeBytes: 1, modifiedAtSeconds: 1 };
      await files.record({ partnerId: 'p1', sha256: sha256('f'), sizeBytes: 1, sighting });
      const lease = { owner: 'w', leaseSeconds: 60 };
      await transaction.fileLeases.take('p1', ['x'], lease);
      const member = { name: 'm', sha256: sha256('m'), sizeBytes: 1 };
      await files.recordMembers({ partnerId: 'p1', sha256: sha256('f') }, [member]);
      await files.registerInterchange({
        partnerId: 'p1',
        senderId: 'S',
        receiverId: 'R',
        interchangeControlNumber: '000000001',
        fileSha256: sha256('f'),
      });
      await transaction.remittances.insert(newRemittance('R1'));
      await transaction.claimPayments.insert([onFile('R1', 1)]);
      await transaction.claimPayments.decide([matched('R1', 1)]);
      await transaction.providerAdjustments.insert([plb('R1', '2026-06-20', 'WO', 1)]);
      await transaction.reassociation.insert([eftOf()]);
      await transaction.ledger.append([entryOf('charge:A')], { kind: 'charges' });
      await transaction.workItems.open([{ id: 'w', kind: 'denial', codes: [], amountCents: cents(1) }]);
      await transaction.resolutions.record([resolutionOf('r')]);
      await transaction.jobs.enqueue([{ kind: 'batch-claims', subject: 'p1' }]);
      await transaction.circuits.fail('p1', 'transport.timeout', POLICY);
      await transaction.workers.sweep({ owner: 'w', sweepSeconds: 15, wakeUps: 'in-process' });
      await transaction.installation.adoptArchive('archive-1');
    });
  }

  /** Runs SQL as the store's transactions do, for any tenant, and undoes it. */
  async function asTenant<T>(client: Client, tenant: string, work: () => Promise<T>): Promise<T> {
    await client.query('begin');
    try {
      await client.query("select set_config('role', 'claimgate_app', true)");
      await client.query("select set_config('claimgate.tenant', $1, true)", [tenant]);
      await client.query("select set_config('search_path', 'claimgate', true)");
      return await work();
    } finally {
      await client.query('rollback');
    }
  }

  async function withClient<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const client = await contractStore().connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  describe('isolation', () => {
    beforeEach(fillEveryTable);

    test('is forced on every table, whose key begins with the tenant', async () => {
      const tables = await withClient(async (client) => (await client.query<Table>(TABLES)).rows);
      expect(tables.length).toBeGreaterThanOrEqual(15);
      expect(tables.length).toBeGreaterThanOrEqual(17);
      for (const table of tables) {
        expect(table).toMatchObject({ enabled: true, forced: true, firstOfKey: 'tenant_id' });
      }
    });

    test('lets no tenant see, change, delete or write a row of another in any table', async () => {
      await withClient(async (client) => {
        const { rows: tables } = await client.query<Table>(TABLES);
        for (const { name } of tables) {
          const own = await asTenant(client, tenantId(), () => client.query(`select from ${name}`));
          expect([name, own.rowCount === 0]).toEqual([name, false]);
          const other = await asTenant(client, 'other', () => client.query(`select from ${name}`));
          expect([name, other.rowCount]).toEqual([name, 0]);
          const none = asTenant(client, '', () => client.query(`select from ${name}`));
          expect([name, (await none).rowCount]).toEqual([name, 0]);
          await expectNoWrite(client, name);
        }
      });
    });

    async function expectNoWrite(client: Client, table: string): Promise<void> {
      for (const change of [`update ${table} set tenant_id = 'other'`, `delete from ${table}`]) {
        const outcome = await asTenant(client, 'other', () => client.query(change)).catch(
          (error: { code: string }) => error.code,
        );
        // Without the privilege, or without a row to do it to.
        expect([change, typeof outcome === 'string' ? outcome : outcome.rowCount]).toEqual([
          change,
          typeof outcome === 'string' ? '42501' : 0,
        ]);
      }
      const { rows } = await client.query(
        `select to_jsonb(t) as row from claimgate.${table} t
        where tenant_id = $1 limit 1`,
        [tenantId()],
      );
      const columns = await client.query<{ names: string }>(COLUMNS, [table]);
      const names = columns.rows[0]?.names ?? '';
      const insert = `insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, $1)`;
      const written = asTenant(client, 'other', () => client.query(insert, [JSON.stringify(rows[0]?.row)]));
      await expect(written, table).rejects.toMatchObject({ code: '42501' });
    }

    test('leaves the same ids to each tenant', async () => {
      const found = await contractStore().store.inTransaction('other-tenant', async ({ claims }) => {
        await claims.insert([newClaim('A')]);
        const [claim] = await claims.findByKeys(['A']);
        await claims.updateStatuses([]);
        return claim?.id;
      });
      expect(found).toBe('A');
      expect(await run(({ claims }) => claims.findByKeys(['A']))).toHaveLength(1);
    });

    test.each(APPEND_ONLY)(
      'of the past: %s is never changed by the application or by its owner',
      async (table) => {
        await withClient(async (client) => {
          const changes = [
            `update ${table} set tenant_id = tenant_id`,
            `delete from ${table}`,
            `truncate ${table} cascade`,
          ];
          for (const change of changes) {
            const attack = asTenant(client, tenantId(), () => client.query(change));
            await expect(attack, change).rejects.toMatchObject({ code: '42501' });
            const byOwner = client.query(change.replace(table, `claimgate.${table}`));
            await expect(byOwner, change).rejects.toMatchObject({ code: 'CG001' });
          }
        });
      },
    );

    const ENTRY = `insert into journal_entry (id, kind, effective_date, publication_id, posting_count)
      values ('attack', 'charge', '2026-01-01', 'P1', 2)`;
    const attacks: Readonly<Record<string, readonly string[]>> = {
      'an entry without postings': [ENTRY],
      'postings without an entry': [
        "insert into posting values (default, 'none', 1, 'charges', 1), (default, 'none', 2, 'charges', -1)",
      ],
      'a pair of postings added to an entry': [
        "insert into posting values (default, 'charge:A', 3, 'charges', 1), (default, 'charge:A', 4, 'charges', -1)",
      ],
      'an entry that does not sum to zero': [
        `with e as (${ENTRY})
         insert into posting values (default, 'attack', 1, 'charges', 1), (default, 'attack', 2, 'charges', -2)`,
      ],
      'an entry with fewer postings than it says': [
        `with e as (${ENTRY.replace('2)', '4)')})
         insert into posting values (default, 'attack', 1, 'charges', 1), (default, 'attack', 2, 'charges', -1)`,
      ],
      'postings that are not numbered from 1': [
        `with e as (${ENTRY})
         insert into posting values (default, 'attack', 1, 'charges', 1), (default, 'attack', 3, 'charges', -1)`,
      ],
    };
    test.each(Object.keys(attacks))('of the ledger: %s is refused', async (name) => {
      await withClient(async (client) => {
        const attack = asTenant(client, tenantId(), async () => {
          for (const statement of attacks[name] ?? []) await client.query(statement);
        });
        await expect(attack).rejects.toMatchObject({ code: 'CG002' });
      });
    });

    test('of the ledger: a whole and balanced entry is what is not refused', async () => {
      await withClient(async (client) => {
        await asTenant(client, tenantId(), () =>
          client.query(
            `with e as (${ENTRY})
             insert into posting values (default, 'attack', 1, 'charges', 1), (default, 'attack', 2, 'charges', -1)`,
          ),
        );
      });
    });
  });
}
