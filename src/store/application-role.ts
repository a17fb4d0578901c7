import { type QueryExecutorProvider, sql } from 'kysely';
import { Failure } from '../base/failure.ts';
import { storeFailure } from './store-failure.ts';

/** The role in which every transaction runs: no login, no superuser, nothing but what the tables grant. */
export const APPLICATION_ROLE = 'claimgate_app';

/**
 * Sees to it that the role exists and that this user may take it. Roles belong to the server and not to the database,
 * so that this is looked at at every start: a restored backup may come without. Throws `store.role-missing` where only
 * an administrator can help, and `store.role-unsafe` where row-level security would not bind the role.
 */
export async function ensureApplicationRole(db: QueryExecutorProvider): Promise<void> {
  try {
    const isThere = await roleExists(db);
    if (!isThere) await sql.raw(`create role ${APPLICATION_ROLE} nologin`).execute(db);
    await sql
      .raw(
        `do $$ begin
           if not pg_has_role(current_user, '${APPLICATION_ROLE}', 'MEMBER') then
             grant ${APPLICATION_ROLE} to current_user;
           end if;
         end $$`,
      )
      .execute(db);
  } catch (error) {
    const isForbidden = error instanceof Failure && error.code === 'store.permission-denied';
    throw isForbidden ? storeFailure('store.role-missing') : error;
  }
}

async function roleExists(db: QueryExecutorProvider): Promise<boolean> {
  const { rows } = await sql<{ isUnsafe: boolean }>`
    select rolsuper or rolbypassrls as "isUnsafe" from pg_roles where rolname = ${APPLICATION_ROLE}
  `.execute(db);
  if (rows[0]?.isUnsafe === true) throw storeFailure('store.role-unsafe');
  return rows[0] !== undefined;
}
