import { type QueryExecutorProvider, sql } from 'kysely';

/** More accounts. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql.raw(ACCOUNTS).execute(db);
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
