import { type Kysely, sql } from 'kysely';
import { NO_PUBLICATION } from '../domain/ledger/publication.ts';
import type {
  ChainCheck,
  ChainFaultKind,
  ChainPlace,
  LedgerReader,
  StoredPublication,
} from '../ports/ledger-store.ts';
import type { Database } from './database.ts';
import { publicationSha256 } from './publication-chain.ts';
import { EntriesHash, storedEntries } from './published-entries.ts';

const START: ChainPlace = { sequence: 0, sha256: NO_PUBLICATION };

/** See `LedgerReader.checkChain`. */
export async function checkChain(
  db: Kysely<Database>,
  publications: LedgerReader['publications'],
  { after = START, limit }: { after?: ChainPlace; limit: number },
): Promise<ChainCheck> {
  const page = await publications({ after: after.sequence, limit });
  const found = await storedEntries(
    db,
    page.map(({ id }) => id),
  );
  let last = after;
  let entryCount = 0;
  for (const [index, publication] of page.entries()) {
    const entries = found.get(publication.id) ?? new EntriesHash();
    const kind = faultOf(publication, last, entries);
    if (kind !== undefined) {
      return { publicationCount: index, entryCount, fault: { kind, sequence: last.sequence + 1 } };
    }
    last = { sequence: publication.sequence, sha256: publication.sha256 };
    entryCount += entries.count;
  }
  const checked = { publicationCount: page.length, entryCount };
  if (page.length === limit) return { ...checked, next: last };
  const kind = await faultAtEnd(db, last);
  return kind === undefined ? checked : { ...checked, fault: { kind, sequence: last.sequence } };
}

function faultOf(
  publication: StoredPublication,
  before: ChainPlace,
  entries: EntriesHash,
): ChainFaultKind | undefined {
  if (publication.sequence !== before.sequence + 1) return 'publication-missing';
  if (publication.previousSha256 !== before.sha256) return 'link-broken';
  if (publication.sha256 !== publicationSha256(publication)) return 'publication-changed';
  const isWhole = entries.count === publication.entryCount && entries.sha256() === publication.entriesSha256;
  return isWhole ? undefined : 'entries-changed';
}

/** Each look is one statement, so that what others publish meanwhile is seen whole or not at all. */
async function faultAtEnd(db: Kysely<Database>, last: ChainPlace): Promise<ChainFaultKind | undefined> {
  const { rows: heads } = await sql<{ readonly isEnd: boolean }>`
    select case
      when head.sequence is null then not exists (select from publication)
      else head.sequence >= ${last.sequence} and exists (
        select from publication where sequence = head.sequence and sha256 = head.sha256
      ) and not exists (select from publication where sequence > head.sequence)
    end as "isEnd"
    from (select) as always left join publication_head as head on true
  `.execute(db);
  if (heads[0]?.isEnd !== true) return 'end-differs';
  // Subqueries go down an index, row by row; of tables not yet counted the planner would join each row with every other.
  const { rows: strays } = await sql<{ readonly isThere: boolean }>`
    select exists (
      select from journal_entry where (select true from publication where id = publication_id) is null
    ) or exists (
      select from posting where (select true from journal_entry where id = entry_id) is null
    ) as "isThere"
  `.execute(db);
  return strays[0]?.isThere === true ? 'rows-unpublished' : undefined;
}
