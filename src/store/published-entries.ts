import { createHash, type Hash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { meanwhile } from '../base/meanwhile.ts';
import type { JournalEntry } from '../domain/ledger/journal-entry.ts';
import { entryText } from '../domain/ledger/publication.ts';
import type { Database } from './database.ts';
import { journalEntries } from './journal-rows.ts';
import { withoutNulls } from './without-nulls.ts';

/** The entries of a publication, as `Publication.entriesSha256` says. */
export interface HashedEntries {
  readonly count: number;
  readonly sha256: string;
}

/** Entries that are held at once, however many a publication has. */
const ENTRIES_FETCHED = 2000;

export function hashedEntries(entries: readonly JournalEntry[]): HashedEntries {
  const hash = createHash('sha256');
  for (const entry of entries.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    hash.update(`${entryText(entry)}\n`);
  }
  return { count: entries.length, sha256: hash.digest('hex') };
}

/** The entries of each publication, hashed as they stand now, by its id; a cursor keeps them out of memory. */
export async function storedEntries(
  db: Kysely<Database>,
  publicationIds: readonly string[],
): Promise<ReadonlyMap<string, HashedEntries>> {
  if (publicationIds.length === 0) return new Map();
  const entries = journalEntries(db)
    .where(sql<boolean>`publication_id = any(${publicationIds}::text[])`)
    .orderBy(sql`publication_id collate "C", id collate "C"`);
  await sql`declare published no scroll cursor for ${entries}`.execute(db);
  const hashes = new Map<string, { readonly hash: Hash; count: number }>();
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
      const known = hashes.get(row.publicationId) ?? { hash: createHash('sha256'), count: 0 };
      const entry: JournalEntry = withoutNulls(row);
      known.hash.update(`${entryText(entry)}\n`);
      known.count++;
      hashes.set(row.publicationId, known);
    }
  }
  await sql`close published`.execute(db);
  return new Map([...hashes].map(([id, { hash, count }]) => [id, { count, sha256: hash.digest('hex') }]));
}
