import { type QueryExecutorProvider, sql } from 'kysely';

/**
 * A remittance that was held because it resembles a posted one may be posted by a person. It keeps the code by which it
 * was held, so that what was posted by a person is told from what was posted by rule: of one identity or content the
 * rule posts one. Nothing else of a remittance is ever changed.
 */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql
    .raw(
      `alter table remittance drop constraint remittance_hold,
         add constraint remittance_hold check (state = 'published' or hold_code is not null);
       drop index remittance_published_identity, remittance_published_content;
       create unique index remittance_published_identity on remittance (tenant_id, identity_sha256)
         where state = 'published' and hold_code is null;
       create unique index remittance_published_content on remittance (tenant_id, content_sha256)
         where state = 'published' and hold_code is null;
       create trigger released before update on remittance for each row
         when (not (old.state = 'held' and new.state = 'published'
           and old.hold_code in ('trn-duplicate', 'same-transaction-other-file')))
         execute function refuse_change();
       grant update (state) on remittance to claimgate_app;`,
    )
    .execute(db);
}
