// The two databases of the pipeline's benchmark: how each is opened, how its rows are read out afterwards, and the
// floor, which is those rows written into an empty database of the same schema and nothing else.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { load } from './built-core.mjs';
import { onDatabase } from './postgres-cluster.mjs';

/** In the order in which they were made, so that a table comes after those that its foreign keys name. */
export const TABLES = `
  select relname as name, array(
    select column_name::text from information_schema.columns
    where table_schema = 'claimgate' and table_name = relname and is_generated = 'NEVER' order by ordinal_position
  ) as columns
  from pg_class where relnamespace = 'claimgate'::regnamespace and relkind = 'r' and relname <> 'migration'
  order by oid`;

/** These look at an entry and its postings when one statement ends, and here each table has a statement of its own. */
export const WITHOUT_BALANCE = `
  alter table claimgate.posting disable trigger whole_and_balanced;
  alter table claimgate.journal_entry disable trigger has_postings`;

/** What workers that go on need, and the numbers that the partner has seen. */
const KEPT = new Set(['installation', 'worker', 'job', 'control_number']);

const ROWS_PER_STATEMENT = 5000;

/**
 * PostgreSQL. The floor is one `COPY ... FROM` a file on the server for each table, all in one transaction, by the
 * superuser: COPY is not given to who is bound by row-level security. Indexes, checks and foreign keys stay.
 */
export function postgresBench(built, cluster) {
  let round = 0;
  const name = (kind) => `${kind}_${round}`;
  return {
    name: 'postgres',
    /** The address of the round's database, which is empty. */
    async createDatabase() {
      round++;
      return await cluster.createDatabase(name('pipeline'));
    },
    async open() {
      const { openPostgresStore } = await load(built, 'store/open-store.js');
      return await openPostgresStore({ databaseUrl: await this.createDatabase() });
    },
    /** Leaves the round's database as it was before any claim, with whoever is at work on it. */
    async empty() {
      await onDatabase(cluster.superuser(name('pipeline')), async (client) => {
        const { rows } = await client.query(TABLES);
        const emptied = rows.filter((table) => !KEPT.has(table.name));
        await client.query('set session_replication_role = replica');
        await client.query(`truncate ${emptied.map((table) => `claimgate.${table.name}`).join(', ')}`);
        await client.query('checkpoint');
      });
    },
    /** `{ version, rows: { table: count }, floorSeconds }` of the round. */
    async measureFloor() {
      const files = path.join(cluster.home, 'rows');
      const written = await onDatabase(cluster.superuser(name('pipeline')), async (client) => {
        const { rows: tables } = await client.query(TABLES);
        const { rows: versions } = await client.query('show server_version');
        const rows = {};
        for (const table of tables) {
          const { rowCount } = await client.query(`copy ${columnsOf(table)} to '${files}_${table.name}'`);
          rows[table.name] = rowCount;
        }
        return { tables, rows, version: `PostgreSQL ${versions[0].server_version.split(' ')[0]}` };
      });
      const { openPostgresStore } = await load(built, 'store/open-store.js');
      await (await openPostgresStore({ databaseUrl: await cluster.createDatabase(name('floor')) })).close();
      const floorSeconds = await onDatabase(cluster.superuser(name('floor')), async (client) => {
        await client.query(WITHOUT_BALANCE);
        await client.query('checkpoint');
        return await seconds(async () => {
          await client.query('begin');
          for (const table of written.tables) {
            await client.query(`copy ${columnsOf(table)} from '${files}_${table.name}'`);
          }
          await client.query('commit');
        });
      });
      return { version: written.version, rows: written.rows, floorSeconds };
    },
    async discard() {
      await onDatabase(cluster.superuser('postgres'), async (client) => {
        for (const kind of ['pipeline', 'floor']) await client.query(`drop database if exists ${name(kind)}`);
        await client.query('checkpoint');
      });
    },
  };
}

/**
 * PGlite, synced to disk at every commit as the gateway opens it. The floor is one multi-row insert for each five
 * thousand rows, all in one transaction, by the superuser that PGlite runs as.
 */
export function pgliteBench(built, directory) {
  const place = (kind) => path.join(directory, `pglite-${kind}`);
  return {
    name: 'pglite',
    async open() {
      const { openEmbeddedStore } = await load(built, 'store/open-store.js');
      return await openEmbeddedStore({ directory: place('pipeline') });
    },
    async measureFloor() {
      const written = await onEmbedded(built, place('pipeline'), readRows);
      const floorSeconds = await onEmbedded(built, place('floor'), async (client) => {
        await client.query(WITHOUT_BALANCE);
        return await seconds(async () => {
          await client.query('begin');
          for (const { sql, chunks } of written.tables) {
            for (const chunk of chunks) await client.query(sql, [chunk]);
          }
          await client.query('commit');
        });
      });
      return { version: written.version, rows: written.rows, floorSeconds };
    },
    async discard() {
      for (const kind of ['pipeline', 'floor']) rmSync(place(kind), { recursive: true, force: true });
    },
  };
}

async function readRows(client) {
  const { rows: found } = await client.query(TABLES);
  const { rows: versions } = await client.query('show server_version');
  const tables = [];
  for (const table of found) tables.push(await readTable(client, table));
  return {
    version: `PGlite (PostgreSQL ${versions[0].server_version.split(' ')[0]})`,
    rows: Object.fromEntries(tables.map(({ name, count }) => [name, count])),
    tables,
  };
}

/** The rows of a table (where `condition` holds) in chunks, each the parameter of `sql`, which writes it. */
export async function readTable(client, { name, columns: names, condition = 'true' }) {
  const columns = names.join(', ');
  const chunks = [];
  let count = 0;
  for (;;) {
    const answer = await client.query(
      `select count(*)::integer as count, json_agg(row)::text as chunk from (
         select ${columns} from claimgate.${name} where ${condition}
         order by ctid limit ${ROWS_PER_STATEMENT} offset ${count}) as row`,
    );
    const { count: read, chunk } = answer.rows[0];
    if (read > 0) chunks.push(chunk);
    count += read;
    if (read < ROWS_PER_STATEMENT) break;
  }
  const sql = `insert into ${columnsOf({ name, columns: names })} overriding system value
    select ${columns} from json_populate_recordset(null::claimgate.${name}, $1::json)`;
  return { name, count, sql, chunks };
}

export async function onEmbedded(built, directory, work) {
  const { openEmbeddedDatabase } = await load(built, 'store/embedded/embedded-database.js');
  const database = await openEmbeddedDatabase(directory);
  try {
    const client = await database.pool.connect();
    try {
      return await work(client);
    } finally {
      client.release();
    }
  } finally {
    await database.close();
  }
}

export function columnsOf({ name, columns }) {
  return `claimgate.${name} (${columns.join(', ')})`;
}

export async function seconds(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
