import { type QueryExecutorProvider, sql } from 'kysely';

/**
 * Where the proof of a remittance's balance stands in the archive, and how a remittance is found that a bank or a payer
 * names. What is published from here on has a proof.
 */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql
    .raw(
      `alter table remittance add column proof_sha256 sha256;
       alter table remittance add constraint remittance_proof
         check (state = 'held' or proof_sha256 is not null) not valid;
       -- A hash, since a partner's text may be longer than other indexes take.
       create index remittance_by_trace on remittance using hash (trace_number);`,
    )
    .execute(db);
}
