// The two databases of the posting benchmark: how each gets its claims, how the posting process opens it, and the floor:
// the rows that posting wrote, written into a copy of the database as it was before, and nothing else.
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { load } from './built-core.mjs';
import { columnsOf, onEmbedded, readTable, seconds, TABLES, WITHOUT_BALANCE } from './pipeline-stores.mjs';
import { onDatabase } from './postgres-cluster.mjs';

/** Which rows of each table posting has written, where `mark` is what `MARK` said before. */
const WRITTEN = {
  remittance: 'sequence > {remittance}',
  claim_payment: 'remittance_id in (select id from claimgate.remittance where sequence > {remittance})',
  claim_payment_match: 'remittance_id in (select id from claimgate.remittance where sequence > {remittance})',
  provider_adjustment: 'remittance_id in (select id from claimgate.remittance where sequence > {remittance})',
  journal_entry: 'publication_id in (select id from claimgate.publication where sequence > {publication})',
  posting: `entry_id in (select id from claimgate.journal_entry where publication_id in (
    select id from claimgate.publication where sequence > {publication}))`,
  publication: 'sequence > {publication}',
  fact: 'sequence > {fact}',
  work_item: 'sequence > {work_item}',
};

const MARK = `select ${['remittance', 'publication', 'fact', 'work_item']
  .map((table) => `coalesce((select max(sequence) from claimgate.${table}), 0)::text as ${table}`)
  .join(', ')}`;

/**
 * PostgreSQL. The floor is one binary `COPY ... FROM` a file on the server for each table, all in one transaction, by
 * the superuser, since COPY is not given to who is bound by row-level security. Indexes and checks stay.
 */
export function postgresPosting(built, cluster) {
  const onClient = (work) => onDatabase(cluster.superuser('posting'), work);
  let databaseUrl;
  const open = async () => {
    const { openPostgresStore } = await load(built, 'store/open-store.js');
    return await openPostgresStore({ databaseUrl });
  };
  return {
    name: 'postgres',
    async create() {
      databaseUrl = await cluster.createDatabase('posting');
      await (await open()).close();
    },
    open,
    onClient,
    address: () => ({ databaseUrl }),
    /** Where nobody has it open: keeps it as it is, for the floor. */
    async keep() {
      await onClient((client) => client.query('vacuum analyze'));
      await onDatabase(cluster.superuser('postgres'), async (client) => {
        await client.query('create database floor template posting strategy file_copy');
        await client.query('checkpoint');
      });
      return await onClient(markOf);
    },
    async measureFloor(mark) {
      const file = path.join(cluster.home, 'rows');
      const { tables, rows, version } = await onClient(async (client) => {
        const written = {};
        const found = await writtenTables(client, mark);
        for (const { name, columns, condition } of found) {
          const { rowCount } = await client.query(
            `copy (select ${columns.join(', ')} from claimgate.${name} where ${condition})
             to '${file}_${name}' (format binary)`,
          );
          written[name] = rowCount;
        }
        return { tables: found, rows: written, version: `PostgreSQL ${await versionOf(client)}` };
      });
      const floorSeconds = await onDatabase(cluster.superuser('floor'), async (client) => {
        await client.query(WITHOUT_BALANCE);
        await client.query('checkpoint');
        return await seconds(async () => {
          await client.query('begin');
          for (const table of tables) {
            await client.query(`copy ${columnsOf(table)} from '${file}_${table.name}' (format binary)`);
          }
          await client.query('commit');
        });
      });
      return { version, rows, floorSeconds };
    },
  };
}

/**
 * PGlite, synced to disk at every commit as the gateway opens it. It runs in a thread of this process, and the posting
 * process is its guest, so that the memory of each is its own. The floor is one multi-row insert for each five thousand
 * rows, all in one transaction, by the superuser that PGlite runs as.
 */
export function pglitePosting(built, folder) {
  const directory = path.join(folder, 'pglite-posting');
  const floor = path.join(folder, 'pglite-floor');
  const onClient = (work) => onEmbedded(built, directory, work);
  return {
    name: 'pglite',
    create: () => onClient(() => undefined),
    async open() {
      const { openEmbeddedStore } = await load(built, 'store/open-store.js');
      return await openEmbeddedStore({ directory });
    },
    onClient,
    address: () => ({ directory }),
    async keep() {
      const mark = await onClient(async (client) => {
        await client.query('vacuum analyze');
        return await markOf(client);
      });
      cpSync(directory, floor, { recursive: true });
      return mark;
    },
    async measureFloor(mark) {
      const { tables, rows, version } = await onClient(async (client) => {
        const read = [];
        for (const table of await writtenTables(client, mark)) read.push(await readTable(client, table));
        const counts = Object.fromEntries(read.map(({ name, count }) => [name, count]));
        return { tables: read, rows: counts, version: `PGlite (PostgreSQL ${await versionOf(client)})` };
      });
      const floorSeconds = await onEmbedded(built, floor, async (client) => {
        await client.query(WITHOUT_BALANCE);
        return await seconds(async () => {
          await client.query('begin');
          for (const { sql, chunks } of tables) {
            for (const chunk of chunks) await client.query(sql, [chunk]);
          }
          await client.query('commit');
        });
      });
      rmSync(floor, { recursive: true });
      return { version, rows, floorSeconds };
    },
  };
}

async function markOf(client) {
  return (await client.query(MARK)).rows[0];
}

async function writtenTables(client, mark) {
  const { rows } = await client.query(TABLES);
  return rows
    .filter(({ name }) => name in WRITTEN)
    .map((table) => ({
      ...table,
      condition: WRITTEN[table.name].replaceAll(/\{(\w+)\}/g, (_, name) => mark[name]),
    }));
}

async function versionOf(client) {
  const { rows } = await client.query('show server_version');
  return rows[0].server_version.split(' ')[0];
}
