import { type QueryExecutorProvider, sql } from 'kysely';

/**
 * A publication is hashed as its entries are added, so that none of them has to be read back when it is sealed. Those that
 * were hashed in the order of the entries' ids stay as they are: their hashes are kept for ever.
 */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql
    .raw(
      `alter table publication add column entries_hashed_in text not null default 'order of ids'
         check (entries_hashed_in in ('order of ids', 'order of adding'));
       alter table publication alter column entries_hashed_in set default 'order of adding';`,
    )
    .execute(db);
}
