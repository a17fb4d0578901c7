import { type QueryExecutorProvider, sql } from 'kysely';
import { protectTenantTable } from './tenant-table.ts';

/** What several workers on several hosts have to know of each other and of their partners. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql.raw(JOBS).execute(db);
  await sql.raw(CIRCUITS).execute(db);
  await sql.raw(WORKERS).execute(db);
  await sql.raw(INSTALLATION).execute(db);
  await protectTenantTable(db, 'partner_circuit', 'select, insert, update, delete');
  await protectTenantTable(db, 'worker', 'select, insert, update, delete');
  await protectTenantTable(db, 'installation', 'select, insert');
}

/** Row-level security binds the owner too: it is lifted for the one statement that fills the new column. */
const JOBS = `
  alter table job
    add column partner_id text,
    add column announced_at timestamptz,
    add column failed_at timestamptz;
  alter table job no force row level security;
  alter table delivery no force row level security;
  alter table received_file no force row level security;
  update job set partner_id = coalesce(
    case kind
      when 'deliver-interchange' then (select delivery.partner_id from delivery
        where delivery.tenant_id = job.tenant_id and delivery.interchange_id = job.subject)
      when 'receive-file' then (select received_file.partner_id from received_file
        where received_file.tenant_id = job.tenant_id and received_file.sha256 = job.subject)
    end, subject);
  update job set failed_at = clock_timestamp() where state = 'dead';
  alter table job force row level security;
  alter table delivery force row level security;
  alter table received_file force row level security;
  alter table job alter column partner_id set not null;

  drop index job_due;
  create index job_by_partner on job (tenant_id, partner_id, due_at) where state = 'pending';
  create index job_leased on job (tenant_id, lease_owner) where lease_owner is not null;
  create index job_unannounced on job (tenant_id, due_at) where state = 'pending' and announced_at is null;`;

const CIRCUITS = `
  -- A partner whose jobs failed since the last one that succeeded.
  create table partner_circuit (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    partner_id text not null,
    failures integer not null,
    failure_code text not null,
    failed_at timestamptz(3) not null default clock_timestamp(),
    -- Absent: so few failures that the partner is not paused.
    paused_until timestamptz(3),
    is_trial boolean not null default false,
    primary key (tenant_id, partner_id)
  );`;

const WORKERS = `
  create table worker (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    owner text not null,
    started_at timestamptz(3) not null default clock_timestamp(),
    swept_at timestamptz(3) not null,
    sweep_seconds double precision not null,
    wake_ups text not null check (wake_ups in ('in-process', 'redis', 'redis-absent')),
    primary key (tenant_id, owner)
  );`;

const INSTALLATION = `
  create table installation (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    archive_id text not null,
    primary key (tenant_id)
  );`;
