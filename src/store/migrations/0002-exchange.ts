import { type QueryExecutorProvider, sql } from 'kysely';
import { protectTenantTable } from './tenant-table.ts';

/** Interchanges on their way out with the claims in them, files that came in. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql.raw(INTERCHANGES).execute(db);
  await sql.raw(DELIVERIES).execute(db);
  await sql.raw(RECEIVED_FILES).execute(db);
  await protectTenantTable(db, 'interchange', 'select, insert');
  await protectTenantTable(db, 'claim_attempt', 'select, insert');
  await protectTenantTable(db, 'control_number', 'select, insert, update (last_number)');
  await protectTenantTable(
    db,
    'delivery',
    `select, insert, update (state, epoch, attempts, commit_attempt, basis, rename_mode, hold_code,
       lease_owner, lease_until, delivered_at)`,
  );
  await protectTenantTable(db, 'received_file', 'select, insert, update (state, contents, reason_code)');
  await protectTenantTable(db, 'sighting', 'select, insert');
  await protectTenantTable(db, 'received_interchange', 'select, insert');
}

const INTERCHANGES = `
  create table interchange (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    id text not null,
    sequence bigint not null generated always as identity,
    partner_id text not null,
    interchange_control_number text not null check (interchange_control_number ~ '^[0-9]{9}$'),
    group_control_number text not null check (group_control_number ~ '^[0-9]{1,9}$'),
    archive_sha256 sha256 not null,
    size_bytes bigint not null check (size_bytes >= 0),
    file_name text not null,
    claim_count integer not null check (claim_count >= 0),
    charge_cents cents not null,
    created_at timestamptz(3) not null default now(),
    primary key (tenant_id, id),
    constraint interchange_isa13 unique (tenant_id, partner_id, interchange_control_number),
    constraint interchange_gs06 unique (tenant_id, partner_id, group_control_number)
  );
  create index interchange_by_age on interchange (tenant_id, sequence);

  create table claim_attempt (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    claim_id text not null,
    number integer not null check (number > 0),
    patient_control_number text not null,
    interchange_id text not null,
    set_control_number text not null,
    primary key (tenant_id, claim_id, number),
    constraint claim_attempt_control_number unique (tenant_id, patient_control_number),
    foreign key (tenant_id, claim_id) references claim (tenant_id, id),
    foreign key (tenant_id, interchange_id) references interchange (tenant_id, id)
  );
  create index claim_attempt_by_interchange on claim_attempt (tenant_id, interchange_id);

  -- ISA13 and GS06 have nine digits. The tenth is refused, because a number used again would be answered for twice.
  create table control_number (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    partner_id text not null,
    counter text not null check (counter in ('interchange', 'group')),
    last_number bigint not null,
    primary key (tenant_id, partner_id, counter),
    constraint control_number_nine_digits check (last_number between 1 and 999999999)
  );`;

const DELIVERIES = `
  create table delivery (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    interchange_id text not null,
    sequence bigint not null generated always as identity,
    partner_id text not null,
    state text not null default 'NEW' check (state in ('NEW', 'COMMITTING', 'DELIVERED', 'HELD')),
    epoch bigint not null default 0,
    attempts integer not null default 0,
    commit_attempt integer check (commit_attempt between 1 and attempts),
    basis text check (basis in ('observed', 'witness')),
    rename_mode text check (rename_mode in ('posix-rename', 'plain-rename')),
    hold_code text,
    lease_owner text,
    lease_until timestamptz,
    delivered_at timestamptz(3),
    primary key (tenant_id, interchange_id),
    foreign key (tenant_id, interchange_id) references interchange (tenant_id, id),
    -- The point of no return names the attempt whose temporary object becomes the file, and how.
    constraint delivery_intent check
      ((state = 'NEW' and commit_attempt is null) or state = 'HELD' or
       (commit_attempt is not null and rename_mode is not null)),
    constraint delivery_proof check
      ((state = 'DELIVERED') = (delivered_at is not null) and (state = 'DELIVERED') = (basis is not null)),
    constraint delivery_hold check ((state = 'HELD') = (hold_code is not null)),
    constraint delivery_lease check ((lease_owner is null) = (lease_until is null))
  );
  create index delivery_by_age on delivery (tenant_id, sequence);`;

const RECEIVED_FILES = `
  create table received_file (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    sha256 sha256 not null,
    sequence bigint not null generated always as identity,
    partner_id text not null,
    size_bytes bigint not null check (size_bytes >= 0),
    state text not null default 'archived' check (state in ('archived', 'applied', 'quarantined')),
    contents text[] not null default '{}',
    reason_code text,
    received_at timestamptz(3) not null default now(),
    primary key (tenant_id, sha256)
  );
  create index received_file_by_age on received_file (tenant_id, sequence);

  -- The path is a partner's text of any length, so that its hash is what is looked up.
  create table sighting (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    partner_id text not null,
    remote_path_sha256 sha256 not null,
    size_bytes bigint not null,
    modified_at_seconds bigint not null,
    remote_path text not null,
    sha256 sha256 not null,
    seen_at timestamptz(3) not null default now(),
    primary key (tenant_id, partner_id, remote_path_sha256, size_bytes, modified_at_seconds),
    foreign key (tenant_id, sha256) references received_file (tenant_id, sha256)
  );

  create table received_interchange (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    partner_id text not null,
    sender_id text not null,
    receiver_id text not null,
    interchange_control_number text not null,
    file_sha256 sha256 not null,
    primary key (tenant_id, partner_id, sender_id, receiver_id, interchange_control_number)
  );`;
