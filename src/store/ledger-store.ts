import { type Kysely, sql } from 'kysely';
import type { Cents } from '../base/money.ts';
import type { Account } from '../domain/ledger/account.ts';
import type { JournalEntry, Posting } from '../domain/ledger/journal-entry.ts';
import type { LedgerReader, LedgerWriter, StoredJournalEntry } from '../ports/money-store.ts';
import type { Database } from './database.ts';
import { columnNames, rowChunks, rowSet } from './row-set.ts';
import { withoutNulls } from './without-nulls.ts';

export function ledgerStore(db: Kysely<Database>): LedgerReader & LedgerWriter {
  return {
    entriesForClaim: (claimId) => read(entries(db).where('claim_id', '=', claimId)),
    entriesForRemittance: (remittanceId) => read(entries(db).where('remittance_id', '=', remittanceId)),
    trialBalance: () => trialBalance(db),
    append: (journalEntries) => append(db, journalEntries),
  };
}

function entries(db: Kysely<Database>) {
  return db
    .selectFrom('journal_entry')
    .select([
      'id',
      'kind',
      'effective_date as effectiveDate',
      'claim_id as claimId',
      'remittance_id as remittanceId',
      'claim_payment_ordinal as claimPaymentOrdinal',
      'posted_at as postedAt',
      sql<readonly Posting[]>`(
        select json_agg(json_build_object('account', account, 'amountCents', amount_cents) order by ordinal)
        from posting where entry_id = journal_entry.id
      )`.as('postings'),
    ])
    .orderBy('sequence');
}

async function read(query: ReturnType<typeof entries>): Promise<readonly StoredJournalEntry[]> {
  return (await query.execute()).map((row) => withoutNulls(row));
}

/** Debits are positive, credits negative. */
async function trialBalance(
  db: Kysely<Database>,
): Promise<readonly { account: Account; debitCents: Cents; creditCents: Cents }[]> {
  return await db
    .selectFrom('posting')
    .select([
      'account',
      sql<Cents>`coalesce(sum(amount_cents) filter (where amount_cents > 0), 0)::bigint`.as('debitCents'),
      sql<Cents>`coalesce(sum(amount_cents) filter (where amount_cents < 0), 0)::bigint`.as('creditCents'),
    ])
    .groupBy('account')
    .orderBy('account')
    .execute();
}

const NEW_ENTRY = {
  id: 'text',
  kind: 'text',
  effective_date: 'date',
  claim_id: 'text',
  remittance_id: 'text',
  claim_payment_ordinal: 'integer',
  posting_count: 'integer',
} as const;
const NEW_POSTING = {
  entry_id: 'text',
  ordinal: 'integer',
  account: 'text',
  amount_cents: 'bigint',
} as const;

/**
 * An entry and its postings in one statement: the database looks at both when it ends. Of an entry that is there
 * already, or that another transaction adds at the same time, nothing is written.
 */
async function append(db: Kysely<Database>, journalEntries: readonly JournalEntry[]): Promise<void> {
  for (const chunk of rowChunks(journalEntries)) {
    await sql`
      with added as (
        insert into journal_entry (${columnNames(NEW_ENTRY)})
        select ${columnNames(NEW_ENTRY)} from ${rowSet(NEW_ENTRY, chunk.map(entryRow))} order by id
        on conflict (tenant_id, id) do nothing
        returning id
      )
      insert into posting (${columnNames(NEW_POSTING)})
      select ${columnNames(NEW_POSTING)} from ${rowSet(NEW_POSTING, chunk.flatMap(postingRows))}
      where entry_id in (select id from added)
    `.execute(db);
  }
}

function entryRow(entry: JournalEntry) {
  return {
    id: entry.id,
    kind: entry.kind,
    effective_date: entry.effectiveDate,
    claim_id: entry.claimId ?? null,
    remittance_id: entry.remittanceId ?? null,
    claim_payment_ordinal: entry.claimPaymentOrdinal ?? null,
    posting_count: entry.postings.length,
  };
}

function postingRows(entry: JournalEntry) {
  return entry.postings.map(({ account, amountCents }, index) => ({
    entry_id: entry.id,
    ordinal: index + 1,
    account,
    amount_cents: amountCents,
  }));
}
