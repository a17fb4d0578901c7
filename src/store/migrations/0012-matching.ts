import { type QueryExecutorProvider, sql } from 'kysely';

/** Lets claims be found by what a claim payment says of them when it does not say our number. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql.raw(PAYER_NUMBERS).execute(db);
  await sql.raw(MEMBERS).execute(db);
}

/**
 * The payer's own number of a claim: told in a fact, or the number of the claim before that it replaces. They are
 * columns, since row-level security lets no index on an expression be used whose functions might tell what they saw.
 */
const PAYER_NUMBERS = `
  alter table fact add column payer_claim_control_number text
    generated always as (body ->> 'payerClaimControlNumber') stored;
  create index fact_by_payer_claim_number on fact (tenant_id, payer_claim_control_number)
    where payer_claim_control_number is not null;
  alter table claim add column original_payer_claim_control_number text
    generated always as (claim ->> 'payerClaimControlNumber') stored;
  create index claim_by_original_number on claim (tenant_id, original_payer_claim_control_number)
    where original_payer_claim_control_number is not null;`;

/** The member's number as capitals and digits: the rule of `plainIdentifier` in the domain. */
const MEMBERS = `
  alter table claim add column member_key text
    generated always as (
      upper(regexp_replace(claim #>> '{subscriber,memberId}', '[^A-Za-z0-9]', '', 'g'))
    ) stored;
  create index claim_by_member on claim (tenant_id, member_key, service_date)`;
