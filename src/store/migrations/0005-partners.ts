import { type QueryExecutorProvider, sql } from 'kysely';
import { protectTenantTable } from './tenant-table.ts';

/** Deliveries that may be in doubt, what each partner's server was found to do, and how files are taken from it. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql.raw(DELIVERIES).execute(db);
  await sql.raw(PARTNER_PROBES).execute(db);
  await sql.raw(FILES).execute(db);
  await protectTenantTable(db, 'partner_probe', 'select, insert, update (mode, capabilities, probed_at)');
  await protectTenantTable(db, 'file_lease', 'select, insert, update, delete');
  await protectTenantTable(db, 'file_member', 'select, insert');
}

const DELIVERIES = `
  alter table delivery rename column rename_mode to mode;
  alter table delivery drop constraint delivery_rename_mode_check;
  alter table delivery add constraint delivery_mode
    check (mode in ('posix-rename', 'plain-rename', 'ack-gated'));
  alter table delivery drop constraint delivery_state_check;
  alter table delivery add constraint delivery_state
    check (state in ('NEW', 'COMMITTING', 'DELIVERED', 'HELD', 'IN_DOUBT'));
  alter table delivery drop constraint delivery_basis_check;
  alter table delivery add constraint delivery_basis
    check (basis in ('observed', 'witness', 'acknowledged', 'confirmed'));
  -- One rename in one step leaves no doubt: who finds some has found a mistake of ours.
  alter table delivery add constraint delivery_doubt
    check (state <> 'IN_DOUBT' or mode in ('plain-rename', 'ack-gated'));`;

const PARTNER_PROBES = `
  create table partner_probe (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    partner_id text not null,
    mode text not null check (mode in ('posix-rename', 'plain-rename', 'ack-gated')),
    capabilities jsonb not null,
    probed_at timestamptz(3) not null default now(),
    primary key (tenant_id, partner_id)
  );`;

const FILES = `
  -- Spares pollers of one directory each other's work; what they do is right without it.
  create table file_lease (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    partner_id text not null,
    remote_path_sha256 sha256 not null,
    lease_owner text not null,
    lease_until timestamptz not null,
    primary key (tenant_id, partner_id, remote_path_sha256)
  );

  -- What was found in a packed file, in its order. The name is escaped text and was never a path.
  create table file_member (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    container_sha256 sha256 not null,
    ordinal integer not null check (ordinal > 0),
    name text not null,
    sha256 sha256 not null,
    primary key (tenant_id, container_sha256, ordinal),
    foreign key (tenant_id, container_sha256) references received_file (tenant_id, sha256),
    foreign key (tenant_id, sha256) references received_file (tenant_id, sha256)
  );
  create index file_member_by_file on file_member (tenant_id, sha256);
  create index sighting_by_file on sighting (tenant_id, sha256);`;
