import { type QueryExecutorProvider, sql } from 'kysely';

/**
 * What every table of tenants has: rows of other tenants are neither seen nor written, not even by the table's owner,
 * and the application's role may do what is listed and nothing else. Part of migrations that have run: never change it.
 */
export async function protectTenantTable(
  db: QueryExecutorProvider,
  table: string,
  privileges: string,
): Promise<void> {
  await sql
    .raw(
      `alter table ${table} enable row level security;
       alter table ${table} force row level security;
       create policy tenant on ${table}
         using (tenant_id = current_setting('claimgate.tenant'))
         with check (tenant_id = current_setting('claimgate.tenant'));
       grant ${privileges} on ${table} to claimgate_app;`,
    )
    .execute(db);
}

/** Refuses UPDATE, DELETE and TRUNCATE to everyone, the table's owner included. Never change it either. */
export async function makeAppendOnly(db: QueryExecutorProvider, table: string): Promise<void> {
  await sql
    .raw(
      `create trigger append_only before update or delete or truncate on ${table}
         for each statement execute function refuse_change();`,
    )
    .execute(db);
}
