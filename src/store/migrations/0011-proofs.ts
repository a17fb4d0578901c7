import { type QueryExecutorProvider, sql } from 'kysely';

/** Where the proof of a remittance's balance stands in the archive. What is published from here on has one. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql
    .raw(
      `alter table remittance add column proof_sha256 sha256;
       alter table remittance add constraint remittance_proof
         check (state = 'held' or proof_sha256 is not null) not valid;`,
    )
    .execute(db);
}
