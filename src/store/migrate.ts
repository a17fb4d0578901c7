import { type QueryExecutorProvider, sql } from 'kysely';
import { ensureApplicationRole } from './application-role.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { storeFailure } from './store-failure.ts';

/** Any number of ours; whoever starts at the same time waits for it. */
const ADVISORY_LOCK = 8_374_835;

/** Brings the schema up to this release, inside the transaction of `db`: all of it or nothing. */
export async function migrate(db: QueryExecutorProvider): Promise<void> {
  await sql`select pg_advisory_xact_lock(${ADVISORY_LOCK})`.execute(db);
  await ensureApplicationRole(db);
  const applied = await appliedMigrations(db);
  assertNotNewer(applied);
  const missing = MIGRATIONS.slice(applied.length);
  if (missing.length === 0) return;
  if (applied.length === 0) await createSchema(db);
  await sql`set local search_path = claimgate, pg_temp`.execute(db);
  for (const { name, up } of missing) {
    await up(db);
    await sql`insert into migration (name) values (${name})`.execute(db);
  }
}

/** For who may not migrate: the schema is this release's, or a Failure says which of the two is behind. */
export async function assertMigrated(db: QueryExecutorProvider): Promise<void> {
  const applied = await appliedMigrations(db);
  assertNotNewer(applied);
  if (applied.length < MIGRATIONS.length) throw storeFailure('store.schema-older');
}

async function appliedMigrations(db: QueryExecutorProvider): Promise<readonly string[]> {
  const { rows } = await sql<{ isThere: boolean }>`
    select to_regclass('claimgate.migration') is not null as "isThere"
  `.execute(db);
  if (rows[0]?.isThere !== true) return [];
  const applied = await sql<{ name: string }>`select name from claimgate.migration order by name`.execute(db);
  return applied.rows.map(({ name }) => name);
}

function assertNotNewer(applied: readonly string[]): void {
  const isOurs = applied.every((name, index) => name === MIGRATIONS[index]?.name);
  if (!isOurs) throw storeFailure('store.schema-newer');
}

async function createSchema(db: QueryExecutorProvider): Promise<void> {
  await sql
    .raw(
      `create schema claimgate;
       grant usage on schema claimgate to claimgate_app;
       create table claimgate.migration (
         name text primary key,
         applied_at timestamptz not null default now()
       );
       grant select on claimgate.migration to claimgate_app;`,
    )
    .execute(db);
}
