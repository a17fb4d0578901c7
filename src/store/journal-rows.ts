import { type Kysely, sql } from 'kysely';
import type { Posting } from '../domain/ledger/journal-entry.ts';
import type { Database } from './database.ts';

/** Journal entries with their postings, as `StoredJournalEntry` has them but for what is absent. */
export function journalEntries(db: Kysely<Database>) {
  return db.selectFrom('journal_entry').select([
    'id',
    'kind',
    'effective_date as effectiveDate',
    'claim_id as claimId',
    'remittance_id as remittanceId',
    'claim_payment_ordinal as claimPaymentOrdinal',
    'publication_id as publicationId',
    'posted_at as postedAt',
    sql<readonly Posting[]>`coalesce((
        select json_agg(json_build_object('account', account, 'amountCents', amount_cents) order by ordinal)
        from posting where entry_id = journal_entry.id
      ), '[]')`.as('postings'),
  ]);
}
