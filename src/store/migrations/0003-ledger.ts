import { type QueryExecutorProvider, sql } from 'kysely';
import { makeAppendOnly, protectTenantTable } from './tenant-table.ts';

/** Remittances and the journal. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql.raw(REMITTANCES).execute(db);
  await sql.raw(JOURNAL).execute(db);
  await sql.raw(BALANCE).execute(db);
  await protectTenantTable(db, 'remittance', 'select, insert');
  for (const table of ['journal_entry', 'posting']) {
    await protectTenantTable(db, table, 'select, insert');
    await makeAppendOnly(db, table);
  }
}

const REMITTANCES = `
  create table remittance (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    id text not null,
    sequence bigint not null generated always as identity,
    identity text not null,
    -- The identity holds a partner's texts, which may be longer than an index takes.
    identity_sha256 sha256 not null,
    content_sha256 sha256 not null,
    file_sha256 sha256 not null,
    set_control_number text not null,
    payer_name text not null,
    trace_number text not null,
    payment_date date,
    paid_cents cents not null,
    claim_count integer not null check (claim_count >= 0),
    state text not null check (state in ('published', 'held')),
    hold_code text,
    proof jsonb not null,
    created_at timestamptz(3) not null default now(),
    primary key (tenant_id, id),
    constraint remittance_hold check ((state = 'held') = (hold_code is not null))
  );
  create index remittance_by_age on remittance (tenant_id, sequence);
  create index remittance_by_identity on remittance (tenant_id, identity_sha256);
  create index remittance_by_content on remittance (tenant_id, content_sha256);
  -- Two workers that each looked before the other wrote cannot both post the same money.
  create unique index remittance_published_identity on remittance (tenant_id, identity_sha256)
    where state = 'published';
  create unique index remittance_published_content on remittance (tenant_id, content_sha256)
    where state = 'published';`;

const JOURNAL = `
  create table journal_entry (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    id text not null,
    sequence bigint not null generated always as identity,
    kind text not null
      check (kind in ('charge', 'claim-payment', 'provider-adjustment', 'unapplied-payment')),
    effective_date date not null,
    claim_id text,
    remittance_id text,
    claim_payment_ordinal integer,
    posting_count integer not null check (posting_count >= 2),
    posted_at timestamptz(3) not null default now(),
    primary key (tenant_id, id)
  );
  create index journal_entry_by_claim on journal_entry (tenant_id, claim_id, sequence);
  create index journal_entry_by_remittance on journal_entry (tenant_id, remittance_id, sequence);

  create table posting (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    entry_id text not null,
    ordinal integer not null check (ordinal > 0),
    account text not null check (account in (
      'insurance-receivable', 'patient-receivable:deductible', 'patient-receivable:coinsurance',
      'patient-receivable:copay', 'patient-receivable:other', 'contractual-adjustments', 'denied-open',
      'adjustments-in-review', 'payer-payments-in-transit', 'provider-level-adjustments',
      'unapplied-payments', 'charges')),
    amount_cents cents not null check (amount_cents <> 0),
    primary key (tenant_id, entry_id, ordinal)
  );`;

/**
 * An entry and all its postings come in one statement, and are looked at once when it ends: each posting belongs to
 * an entry, they are as many as it says, numbered from 1, and sum to zero. A later posting would have a number beyond
 * the count. An entry without its first posting has none. No foreign key is needed beside that, as nothing is deleted.
 */
const BALANCE = `
  -- The plan is kept while the connection lives, and the first may be made when the tables are still empty. Subqueries
  -- that go down an index are quick then and later; a join or a walk through the table would not stay so.
  create function check_postings() returns trigger language plpgsql
  set search_path = claimgate, pg_temp set enable_seqscan = off as $$
  begin
    if exists (
      select from added
      group by tenant_id, entry_id
      having sum(amount_cents) <> 0
          or max(ordinal) <> count(*)
          or count(*) is distinct from (
               select posting_count from journal_entry
               where journal_entry.tenant_id = added.tenant_id and journal_entry.id = added.entry_id)
    ) then
      raise exception 'a journal entry is not whole or does not sum to zero' using errcode = 'CG002';
    end if;
    return null;
  end $$;

  create function check_entries() returns trigger language plpgsql
  set search_path = claimgate, pg_temp set enable_seqscan = off as $$
  begin
    if exists (
      select from added
      where (
        select true from posting
        where posting.tenant_id = added.tenant_id and posting.entry_id = added.id and posting.ordinal = 1
      ) is null
    ) then
      raise exception 'a journal entry has no postings' using errcode = 'CG002';
    end if;
    return null;
  end $$;

  create trigger whole_and_balanced after insert on posting
    referencing new table as added for each statement execute function check_postings();
  create trigger has_postings after insert on journal_entry
    referencing new table as added for each statement execute function check_entries();`;
