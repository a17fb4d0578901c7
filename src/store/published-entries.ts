import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { meanwhile } from '../base/meanwhile.ts';
import type { JournalEntry } from '../domain/ledger/journal-entry.ts';
import { entryText } from '../domain/ledger/publication.ts';
import type { Database } from './database.ts';
import { journalEntries } from './journal-rows.ts';
import { withoutNulls } from './without-nulls.ts';

/** The entries of a publication as they are added, hashed as `Publication.entriesSha256` says. */
export class EntriesHash {
  readonly #hash = createHash('sha256');
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(entry: JournalEntry): void {
    this.#hash.update(`${entryText(entry)}\n`);
    this.#count++;
  }

  /** To be asked once, when all are added. */
  sha256(): string {
    return this.#hash.digest('hex');
  }
}

/** Entries that are held at once, however many a publication has. */
const ENTRIES_FETCHED = 2000;

/** The entries of each publication, hashed as they stand now, by its id; a cursor keeps them out of memory. */
export async function storedEntries(
  db: Kysely<Database>,
  publicationIds: readonly string[],
): Promise<ReadonlyMap<string, EntriesHash>> {
  if (publicationIds.length === 0) return new Map();
  const entries = journalEntries(db)
    .where(sql<boolean>`publication_id = any(${publicationIds}::text[])`)
    .orderBy(sql`
      publication_id collate "C", (
        select journal_entry.sequence from publication
        where publication.id = publication_id and entries_hashed_in = 'order of adding'
      ), id collate "C"`);
  await sql`declare published no scroll cursor for ${entries}`.execute(db);
  const hashes = new Map<string, EntriesHash>();
  const fetch = () =>
    meanwhile(
      sql<Awaited<ReturnType<typeof entries.execute>>[number]>`
        fetch ${sql.raw(String(ENTRIES_FETCHED))} from published
      `.execute(db),
    );
  for (let next: ReturnType<typeof fetch> | undefined = fetch(); next !== undefined; ) {
    const { rows }: Awaited<typeof next> = await next;
    // Fetched while these are hashed.
    next = rows.length < ENTRIES_FETCHED ? undefined : fetch();
    for (const row of rows) {
      const known = hashes.get(row.publicationId) ?? new EntriesHash();
      known.add(withoutNulls(row));
      hashes.set(row.publicationId, known);
    }
  }
  await sql`close published`.execute(db);
  return hashes;
}
