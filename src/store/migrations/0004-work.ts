import { type QueryExecutorProvider, sql } from 'kysely';
import { protectTenantTable } from './tenant-table.ts';

/** What people have to do, and what workers have to do. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql.raw(WORK_ITEMS).execute(db);
  await sql.raw(JOBS).execute(db);
  await protectTenantTable(db, 'work_item', 'select, insert');
  await protectTenantTable(db, 'job', 'select, insert, update, delete');
  await sql.raw('grant usage on sequence job_epoch to claimgate_app').execute(db);
}

const WORK_ITEMS = `
  create table work_item (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    id text not null,
    sequence bigint not null generated always as identity,
    kind text not null,
    claim_id text,
    remittance_id text,
    file_sha256 sha256,
    interchange_id text,
    amount_cents cents,
    codes text[] not null,
    opened_at timestamptz(3) not null default now(),
    primary key (tenant_id, id)
  );
  create index work_item_by_age on work_item (tenant_id, sequence);
  create index work_item_by_claim on work_item (tenant_id, claim_id, sequence);`;

const JOBS = `
  -- One for all rows: a job that is done and asked for again must not get an epoch that somebody still remembers.
  create sequence job_epoch as bigint;

  create table job (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    kind text not null,
    subject text not null,
    state text not null default 'pending' check (state in ('pending', 'dead')),
    generation bigint not null default 1,
    epoch bigint not null default 0,
    attempts integer not null default 0,
    due_at timestamptz not null,
    lease_owner text,
    lease_until timestamptz,
    failure_code text,
    primary key (tenant_id, kind, subject),
    constraint job_lease check ((lease_owner is null) = (lease_until is null))
  );
  create index job_due on job (tenant_id, due_at) where state = 'pending';`;
