import { type QueryExecutorProvider, sql } from 'kysely';
import { publishOpenings } from './opening-publications.ts';
import { makeAppendOnly, protectTenantTable } from './tenant-table.ts';

/** More accounts, and journal entries in publications that are chained by their hashes. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql.raw(ACCOUNTS).execute(db);
  await sql.raw(PUBLICATIONS).execute(db);
  await protectTenantTable(db, 'publication', 'select, insert');
  await protectTenantTable(db, 'publication_head', 'select, insert, update (sequence, sha256)');
  await makeAppendOnly(db, 'publication');
  await sql.raw('grant usage on sequence publication_number to claimgate_app').execute(db);
  await publishOpenings(db);
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
  create index journal_entry_by_publication on journal_entry (tenant_id, publication_id);`;
