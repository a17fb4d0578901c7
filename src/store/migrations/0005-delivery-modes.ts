import { type QueryExecutorProvider, sql } from 'kysely';
import { protectTenantTable } from './tenant-table.ts';

/** Deliveries that may be in doubt, and what each partner's server was found to do. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql.raw(DELIVERIES).execute(db);
  await sql.raw(PARTNER_PROBES).execute(db);
  await protectTenantTable(db, 'partner_probe', 'select, insert, update (mode, capabilities, probed_at)');
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
