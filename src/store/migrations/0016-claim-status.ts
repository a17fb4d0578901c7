import { type QueryExecutorProvider, sql } from 'kysely';
import { makeAppendOnly, protectTenantTable } from './tenant-table.ts';

/** Takes what changes of a claim out of its row. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql.raw(STATUSES).execute(db);
  await protectTenantTable(db, 'claim_status', 'select, insert, update (headline, status)');
  await sql.raw(CLAIMS).execute(db);
  await makeAppendOnly(db, 'claim');
}

/**
 * A status is rewritten five times on a claim's way, and twice its stage with it, which puts the new row into every index
 * of its table. A row of its own is short and has two indexes beside its key; beside the status it has what claims of one
 * status are chosen, ordered and summed by. Nothing is deleted and both rows come in one statement, so that no foreign key
 * is needed. Row-level security binds the owner too, so it is lifted while rows of all tenants are moved.
 */
const STATUSES = `
  create table claim_status (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    claim_id text not null,
    sequence bigint not null,
    partner_id text not null,
    charge_cents cents not null,
    headline text not null,
    status jsonb not null,
    stage text not null generated always as (claim_stage(headline)) stored,
    primary key (tenant_id, claim_id)
  ) with (fillfactor = 50);
  alter table claim no force row level security;
  insert into claim_status (tenant_id, claim_id, sequence, partner_id, charge_cents, headline, status)
    select tenant_id, id, sequence, partner_id, charge_cents, headline, status from claim;
  alter table claim force row level security;
  create index claim_status_by_stage on claim_status (tenant_id, stage, sequence);
  create index claim_status_ready on claim_status (tenant_id, partner_id, sequence) where stage = 'ready';`;

/** A claim that is never rewritten needs no room in its page, and may stand in it whole. */
const CLAIMS = `
  alter table claim drop column stage, drop column headline, drop column status, reset (fillfactor, toast_tuple_target);`;
