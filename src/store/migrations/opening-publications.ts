import { createHash } from 'node:crypto';
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { JournalEntry } from '../../domain/ledger/journal-entry.ts';
import {
  entryText,
  NO_PUBLICATION,
  type Publication,
  publicationText,
} from '../../domain/ledger/publication.ts';

const ENTRIES_FETCHED = 2000;

/**
 * Begins the chain of each tenant that has journal entries with one publication of all of them. What a tenant has is
 * read and written as the application does it, bound by row-level security. Part of a migration that has run: never
 * change it.
 */
export async function publishOpenings(db: QueryExecutorProvider): Promise<void> {
  await sql.raw('alter table journal_entry no force row level security').execute(db);
  const tenants = await sql<{ id: string }>`select distinct tenant_id as id from journal_entry`.execute(db);
  await sql.raw('alter table journal_entry force row level security').execute(db);
  // In the form in which values are read.
  await sql.raw("set local TimeZone = 'UTC'; set local DateStyle = 'ISO, YMD'").execute(db);
  for (const { id } of tenants.rows) {
    await sql`
      select set_config('role', 'claimgate_app', true), set_config('claimgate.tenant', ${id}, true)
    `.execute(db);
    await publishOpening(db);
    await sql`
      select set_config('role', 'none', true), set_config('claimgate.tenant', '', true)
    `.execute(db);
  }
}

async function publishOpening(db: QueryExecutorProvider): Promise<void> {
  const { rows } = await sql<{ now: Instant }>`select now()::timestamptz(3) as now`.execute(db);
  const opening: Publication = {
    id: 'opening',
    sequence: 1,
    kind: 'opening',
    ...(await hashedEntries(db)),
    previousSha256: NO_PUBLICATION,
    publishedAt: rows[0]?.now as Instant,
  };
  const sha256 = createHash('sha256').update(publicationText(opening)).digest('hex');
  await sql`
    insert into publication
      (id, sequence, kind, entry_count, entries_sha256, previous_sha256, sha256, published_at)
    values (${opening.id}, ${opening.sequence}, ${opening.kind}, ${opening.entryCount}, ${opening.entriesSha256},
      ${opening.previousSha256}, ${sha256}, ${opening.publishedAt})
  `.execute(db);
  await sql`
    insert into publication_head (sequence, sha256) values (${opening.sequence}, ${sha256})
  `.execute(db);
}

/** A cursor, because a journal may be larger than memory. */
async function hashedEntries(
  db: QueryExecutorProvider,
): Promise<Pick<Publication, 'entryCount' | 'entriesSha256'>> {
  await sql`
    declare standing no scroll cursor for
    select id, kind, effective_date as "effectiveDate", claim_id as "claimId", remittance_id as "remittanceId",
      claim_payment_ordinal as "claimPaymentOrdinal", (
        select json_agg(json_build_object('account', account, 'amountCents', amount_cents) order by ordinal)
        from posting where entry_id = journal_entry.id) as postings
    from journal_entry order by id collate "C"
  `.execute(db);
  const hash = createHash('sha256');
  let entryCount = 0;
  for (;;) {
    const { rows } = await sql<JournalEntry>`
      fetch ${sql.raw(String(ENTRIES_FETCHED))} from standing
    `.execute(db);
    for (const entry of rows) hash.update(`${entryText(entry)}\n`);
    entryCount += rows.length;
    if (rows.length < ENTRIES_FETCHED) break;
  }
  await sql`close standing`.execute(db);
  return { entryCount, entriesSha256: hash.digest('hex') };
}
