import { type QueryExecutorProvider, sql } from 'kysely';
import { makeAppendOnly, protectTenantTable } from './tenant-table.ts';

/** Claims, and the facts that everything else is derived from. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql.raw(TYPES_AND_RULES).execute(db);
  await sql.raw(CLAIMS).execute(db);
  await sql.raw(FACTS).execute(db);
  // Of a claim only what is folded from its facts may change.
  await protectTenantTable(db, 'claim', 'select, insert, update (headline, status)');
  await protectTenantTable(db, 'fact', 'select, insert');
  await makeAppendOnly(db, 'fact');
}

const TYPES_AND_RULES = `
  -- What a JavaScript number holds exactly.
  create domain cents as bigint check (value between -9007199254740991 and 9007199254740991);
  create domain sha256 as text check (value ~ '^[0-9a-f]{64}$');
  -- An empty tenant is what a setting is that nobody has set.
  create domain tenant as text check (value <> '');

  create function refuse_change() returns trigger language plpgsql
  set search_path = claimgate, pg_temp as $$
  begin
    raise exception 'rows of this table are never changed' using errcode = 'CG001', table = tg_table_name;
  end $$;`;

const CLAIMS = `
  create table claim (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    id text not null,
    sequence bigint not null generated always as identity,
    key text not null,
    content_sha256 sha256 not null,
    archive_sha256 sha256 not null,
    partner_id text not null,
    account_number text not null,
    payer_name text not null,
    service_date date not null,
    charge_cents cents not null,
    claim jsonb not null,
    headline text not null,
    status jsonb not null,
    created_at timestamptz(3) not null default now(),
    primary key (tenant_id, id),
    constraint claim_key unique (tenant_id, key)
  );
  -- The claim itself goes out of line where it can: a new status then writes a short row and not the claim again.
  alter table claim set (toast_tuple_target = 256);
  create index claim_by_age on claim (tenant_id, sequence);
  create index claim_by_account on claim (tenant_id, account_number, sequence);
  create index claim_by_headline on claim (tenant_id, headline, sequence);
  create index claim_ready on claim (tenant_id, partner_id, sequence) where headline = 'ready';`;

const FACTS = `
  create table fact (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    id text not null,
    sequence bigint not null generated always as identity,
    subject_kind text not null check (subject_kind in ('claim', 'interchange')),
    subject_id text not null,
    version integer not null,
    source jsonb,
    body jsonb not null,
    -- The transaction set that an acknowledgment speaks of; null where it speaks of all.
    set_control_number text generated always as (body ->> 'setControlNumber') stored,
    recorded_at timestamptz(3) not null default now(),
    primary key (tenant_id, id)
  );
  create index fact_by_subject on fact (tenant_id, subject_kind, subject_id);`;
