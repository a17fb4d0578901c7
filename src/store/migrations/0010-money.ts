import { type QueryExecutorProvider, sql } from 'kysely';
import { publishOpenings } from './opening-publications.ts';
import { makeAppendOnly, protectTenantTable } from './tenant-table.ts';

/**
 * More accounts; journal entries in publications that are chained by their hashes; claim payments and provider-level
 * adjustments as payers sent them, and which claim each payment is; work items that close when they are settled or a
 * person resolves them.
 */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql.raw(ACCOUNTS).execute(db);
  await sql.raw(PUBLICATIONS).execute(db);
  await protectTenantTable(db, 'publication', 'select, insert');
  await protectTenantTable(db, 'publication_head', 'select, insert, update (sequence, sha256)');
  await makeAppendOnly(db, 'publication');
  await sql.raw('grant usage on sequence publication_number to claimgate_app').execute(db);
  await publishOpenings(db);
  await sql.raw(REMITTANCES).execute(db);
  await sql.raw(CLAIM_PAYMENTS).execute(db);
  await sql.raw(PROVIDER_ADJUSTMENTS).execute(db);
  await sql.raw(WORK_ITEMS).execute(db);
  await sql.raw('grant update (claim_id) on work_item to claimgate_app').execute(db);
  for (const table of ['claim_payment', 'claim_payment_match', 'provider_adjustment', 'resolution']) {
    await protectTenantTable(db, table, 'select, insert');
    await makeAppendOnly(db, table);
  }
}

/**
 * What payers owe had one account for all ranks of payer. Every posting to it is of a claim, so it goes to the rank of
 * that claim, charge and payments alike: a balance of the old account would never be settled, as nothing posts to it
 * any more. Renaming moves no money, which is why this once, in the hands of whoever migrates, rows of the past are
 * rewritten. Row-level security binds the owner too, so it is lifted for the statement.
 */
const ACCOUNTS = `
  alter table posting drop constraint posting_account_check;
  alter table posting disable trigger append_only;
  alter table posting no force row level security;
  alter table journal_entry no force row level security;
  alter table claim no force row level security;
  update posting set account = 'insurance-receivable:' || case (
      select claim.claim->>'payerRank' from journal_entry
      join claim on claim.tenant_id = journal_entry.tenant_id and claim.id = journal_entry.claim_id
      where journal_entry.tenant_id = posting.tenant_id and journal_entry.id = posting.entry_id)
    when 'S' then 'secondary' when 'T' then 'tertiary' else 'primary' end
  where account = 'insurance-receivable';
  alter table claim force row level security;
  alter table journal_entry force row level security;
  alter table posting force row level security;
  alter table posting enable trigger append_only;
  alter table posting add constraint posting_account_check check (account in (
    'insurance-receivable:primary', 'insurance-receivable:secondary', 'insurance-receivable:tertiary',
    'patient-receivable:deductible', 'patient-receivable:coinsurance', 'patient-receivable:copay',
    'patient-receivable:other', 'contractual-adjustments', 'denied-open', 'adjustments-in-review',
    'prior-payer-decisions', 'payer-payments-in-transit', 'payer-recoupment', 'interest', 'withholds',
    'provider-level-adjustments', 'unapplied-payments', 'write-offs', 'charges'));`;

/**
 * What stands in the journal becomes one publication of each tenant, `opening`. As the default of a new column that costs
 * no rewriting of rows. Entries refer to a publication that is written after them, when the transaction ends.
 */
const PUBLICATIONS = `
  create sequence publication_number as bigint;

  create table publication (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    id text not null,
    sequence bigint not null check (sequence > 0),
    kind text not null check (kind in ('opening', 'charges', 'remittance', 'reposting', 'manual')),
    remittance_id text,
    reason text,
    actor text,
    entry_count bigint not null check (entry_count > 0),
    entries_sha256 sha256 not null,
    previous_sha256 sha256 not null,
    sha256 sha256 not null,
    published_at timestamptz(3) not null,
    primary key (tenant_id, id),
    constraint publication_sequence unique (tenant_id, sequence)
  );

  create table publication_head (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    sequence bigint not null,
    sha256 sha256 not null,
    primary key (tenant_id)
  );

  alter table journal_entry
    drop constraint journal_entry_kind_check,
    add constraint journal_entry_kind_check check (kind in (
      'charge', 'claim-payment', 'provider-adjustment', 'unapplied-payment', 'reposting', 'manual')),
    add column publication_id text not null default 'opening';
  alter table journal_entry alter column publication_id drop default;
  create index journal_entry_by_publication on journal_entry (tenant_id, publication_id);
  -- What stands in the books for one claim payment of a remittance that may have a million of them.
  drop index journal_entry_by_remittance;
  create index journal_entry_by_payment on journal_entry (tenant_id, remittance_id, claim_payment_ordinal)
    where remittance_id is not null;`;

/** Not known of remittances that are there already: what was kept of them says neither. */
const REMITTANCES = `
  alter table remittance add column payer_key text, add column payee jsonb;`;

/**
 * Nothing is deleted and a remittance comes in one transaction, so that no foreign keys are needed; there are millions of
 * these rows. Both numbers may be looked up by a claim that was not there when its payment came. They are a partner's
 * texts and may be longer than an index takes; none that a claim could have is as long as its limit here.
 */
const CLAIM_PAYMENTS = `
  create table claim_payment (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    remittance_id text not null,
    ordinal integer not null check (ordinal > 0),
    payer_key text not null,
    patient_control_number text not null,
    payer_claim_control_number text,
    original_payer_claim_control_number text,
    status_code text not null,
    charge_cents cents not null,
    paid_cents cents not null,
    effective_date date not null,
    payment jsonb not null,
    primary key (tenant_id, remittance_id, ordinal)
  );
  create index claim_payment_by_number on claim_payment (tenant_id, patient_control_number)
    where octet_length(patient_control_number) <= 200;
  create index claim_payment_by_payer_number on claim_payment (tenant_id, payer_claim_control_number)
    where octet_length(payer_claim_control_number) <= 200;
  create index claim_payment_by_original_number on claim_payment (tenant_id, original_payer_claim_control_number)
    where octet_length(original_payer_claim_control_number) <= 200;

  -- The decision with the highest number holds.
  create table claim_payment_match (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    remittance_id text not null,
    ordinal integer not null,
    number integer not null check (number > 0),
    claim_id text,
    disposition text not null check (disposition in ('match', 'none', 'held')),
    tier smallint check (tier between 1 and 4),
    evidence jsonb not null,
    decided_by text not null check (decided_by in ('rule', 'person')),
    reason text,
    decided_at timestamptz(3) not null default now(),
    primary key (tenant_id, remittance_id, ordinal, number),
    constraint claim_payment_match_claim check ((claim_id is null) = (disposition = 'none'))
  );
  create index claim_payment_match_by_claim on claim_payment_match (tenant_id, claim_id)
    where claim_id is not null;
  create index claim_payment_match_in_no_books on claim_payment_match (tenant_id, decided_at, remittance_id, ordinal)
    where disposition <> 'match';`;

/** What makes up an open item is told by the domain and kept with the row, so that balances are one look. */
const PROVIDER_ADJUSTMENTS = `
  create table provider_adjustment (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    remittance_id text not null,
    ordinal integer not null check (ordinal > 0),
    payer_key text not null,
    provider_id text not null,
    fiscal_period_end date,
    reason_code text not null,
    reference text,
    amount_cents cents not null,
    effective_date date not null,
    place jsonb not null,
    payer_origin text,
    family text check (family in ('recovery', 'forwarded', 'advance')),
    item_reference text,
    -- Of the three: a partner's texts may be longer than an index takes.
    item_sha256 sha256,
    primary key (tenant_id, remittance_id, ordinal),
    constraint provider_adjustment_item
      check (num_nonnulls(payer_origin, family, item_reference, item_sha256) in (0, 4))
  );
  create index provider_adjustment_by_item on provider_adjustment (tenant_id, item_sha256)
    where item_sha256 is not null;`;

const WORK_ITEMS = `
  alter table work_item
    drop constraint work_item_closed_as_check,
    add constraint work_item_closed_as_check check (closed_as in ('answered-late', 'settled', 'resolved'));
  create index work_item_by_remittance on work_item (tenant_id, remittance_id) where remittance_id is not null;

  create table resolution (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    id text not null,
    sequence bigint not null generated always as identity,
    work_item_id text not null,
    action text not null,
    reason text not null check (reason <> ''),
    actor text not null check (actor <> ''),
    publication_id text,
    undoes text,
    resolved_at timestamptz(3) not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id, work_item_id) references work_item (tenant_id, id),
    constraint resolution_undone unique (tenant_id, undoes),
    foreign key (tenant_id, undoes) references resolution (tenant_id, id)
  );
  create index resolution_by_work_item on resolution (tenant_id, work_item_id, sequence);`;
