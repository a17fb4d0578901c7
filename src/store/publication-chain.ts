import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { invariant } from '../base/invariant.ts';
import type { Instant } from '../base/time.ts';
import { NO_PUBLICATION, type Publication, publicationText } from '../domain/ledger/publication.ts';
import type { Database } from './database.ts';
import { EntriesHash } from './published-entries.ts';
import { columnNames, rowSet } from './row-set.ts';

/** What a publication is before it has entries. */
export type BegunPublication = Omit<
  Publication,
  'sequence' | 'entryCount' | 'entriesSha256' | 'previousSha256' | 'publishedAt'
>;

/** What a publication is before it has a place in the chain. */
interface UnsealedPublication {
  readonly publication: BegunPublication;
  readonly entries: EntriesHash;
}

/** The publications of one transaction, which are sealed together when everything else is written. */
export class PublicationChain {
  readonly #db: Kysely<Database>;
  readonly #unsealed: UnsealedPublication[] = [];

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  /** Where the entries of a publication are to be added; without any it is none. */
  begin(publication: BegunPublication): EntriesHash {
    const entries = new EntriesHash();
    this.#unsealed.push({ publication, entries });
    return entries;
  }

  /** The same of a publication that this transaction has begun. */
  goOn(publicationId: string): EntriesHash {
    const unsealed = this.#unsealed.find(({ publication }) => publication.id === publicationId);
    invariant(unsealed !== undefined, 'entries are added to a publication of the same transaction');
    return unsealed.entries;
  }

  /**
   * Gives each its place after the last publication of the tenant. Whoever seals at the same time waits for this
   * transaction to end, so that nothing but the commit comes after it.
   */
  async seal(): Promise<void> {
    const unsealed = this.#unsealed.splice(0).filter(({ entries }) => entries.count > 0);
    if (unsealed.length === 0) return;
    const { sequence, sha256, now } = await lockedHead(this.#db);
    let last = { sequence, sha256 };
    const rows = unsealed.map(({ publication: begun, entries }) => {
      const publication = {
        ...begun,
        entryCount: entries.count,
        entriesSha256: entries.sha256(),
        sequence: last.sequence + 1,
        previousSha256: last.sha256,
        publishedAt: now,
      };
      last = { sequence: publication.sequence, sha256: publicationSha256(publication) };
      return rowOf(publication, last.sha256);
    });
    await sql`
      with moved as (update publication_head set sequence = ${last.sequence}, sha256 = ${last.sha256})
      insert into publication (${columnNames(NEW_PUBLICATION)})
      select ${columnNames(NEW_PUBLICATION)} from ${rowSet(NEW_PUBLICATION, rows)}
    `.execute(this.#db);
  }
}

export function publicationSha256(publication: Publication): string {
  return createHash('sha256').update(publicationText(publication)).digest('hex');
}

interface Head {
  readonly sequence: number;
  readonly sha256: string;
  /** When the transaction began, as its rows have it. */
  readonly now: Instant;
}

async function lockedHead(db: Kysely<Database>): Promise<Head> {
  const known = await lockHead(db);
  if (known !== undefined) return known;
  await sql`
    insert into publication_head (sequence, sha256) values (0, ${NO_PUBLICATION}) on conflict do nothing
  `.execute(db);
  const made = await lockHead(db);
  invariant(made !== undefined, 'a chain that was begun has a head');
  return made;
}

async function lockHead(db: Kysely<Database>): Promise<Head | undefined> {
  const { rows } = await sql<Head>`
    select sequence, sha256, now()::timestamptz(3) as now from publication_head for update
  `.execute(db);
  return rows[0];
}

const NEW_PUBLICATION = {
  id: 'text',
  sequence: 'bigint',
  kind: 'text',
  remittance_id: 'text',
  reason: 'text',
  actor: 'text',
  entry_count: 'bigint',
  entries_sha256: 'text',
  previous_sha256: 'text',
  sha256: 'text',
  published_at: 'timestamptz',
} as const;

function rowOf(publication: Publication, sha256: string): Record<keyof typeof NEW_PUBLICATION, unknown> {
  return {
    id: publication.id,
    sequence: publication.sequence,
    kind: publication.kind,
    remittance_id: publication.remittanceId ?? null,
    reason: publication.reason ?? null,
    actor: publication.actor ?? null,
    entry_count: publication.entryCount,
    entries_sha256: publication.entriesSha256,
    previous_sha256: publication.previousSha256,
    sha256,
    published_at: publication.publishedAt,
  };
}
