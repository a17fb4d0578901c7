import type { ArchiveReader } from '../../ports/archive.ts';
import type { Store } from '../../ports/store.ts';
import type { EntryStory } from './entry-story.ts';
import { type EntryCause, entryStory, traceEntry } from './trace-entry.ts';

export interface ExplainedEntry extends EntryStory, EntryCause {}

export interface ExplainDependencies {
  readonly store: Store;
  readonly archive: ArchiveReader;
}

/** Tells of a journal entry which amounts of which file each of its postings is made of. None when there is no such entry. */
export async function explainEntry(
  { store, archive }: ExplainDependencies,
  tenantId: string,
  id: string,
): Promise<ExplainedEntry | undefined> {
  const traced = await store.inTransaction(tenantId, async (transaction) => {
    const entry = await transaction.ledger.entry(id);
    return entry === undefined ? undefined : await traceEntry(transaction, entry);
  });
  // Outside the transaction, which does not wait for files to be read.
  return traced === undefined ? undefined : { ...(await entryStory(archive, traced)), ...traced.cause };
}
