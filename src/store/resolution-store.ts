import { type Kysely, sql } from 'kysely';
import type {
  NewResolution,
  ResolutionReader,
  ResolutionWriter,
  StoredResolution,
} from '../ports/resolution-store.ts';
import type { Database } from './database.ts';
import { columnNames, inChunks, rowSet } from './row-set.ts';
import { withoutNulls } from './without-nulls.ts';

export function resolutionStore(db: Kysely<Database>): ResolutionReader & ResolutionWriter {
  return {
    byIds: (ids) => read(resolutions(db).where(sql<boolean>`id = any(${ids}::text[])`)),
    ofWorkItems: (workItemIds) =>
      read(resolutions(db).where(sql<boolean>`work_item_id = any(${workItemIds}::text[])`)),
    record: (added) => record(db, added),
  };
}

function resolutions(db: Kysely<Database>) {
  return db
    .selectFrom('resolution')
    .select([
      'id',
      'work_item_id as workItemId',
      'action',
      'reason',
      'actor',
      'publication_id as publicationId',
      'undoes',
      'resolved_at as resolvedAt',
    ])
    .orderBy('sequence');
}

async function read(query: ReturnType<typeof resolutions>): Promise<readonly StoredResolution[]> {
  return (await query.execute()).map((row) => withoutNulls(row));
}

const NEW_RESOLUTION = {
  id: 'text',
  work_item_id: 'text',
  action: 'text',
  reason: 'text',
  actor: 'text',
  publication_id: 'text',
  undoes: 'text',
} as const;

async function record(db: Kysely<Database>, added: readonly NewResolution[]): Promise<void> {
  await inChunks(added, async (chunk) => {
    await sql`
      insert into resolution (${columnNames(NEW_RESOLUTION)})
      select ${columnNames(NEW_RESOLUTION)} from ${rowSet(NEW_RESOLUTION, chunk.map(rowOf))}
    `.execute(db);
  });
}

function rowOf(one: NewResolution): Readonly<Record<keyof typeof NEW_RESOLUTION, unknown>> {
  return {
    id: one.id,
    work_item_id: one.workItemId,
    action: one.action,
    reason: one.reason,
    actor: one.actor,
    publication_id: one.publicationId ?? null,
    undoes: one.undoes ?? null,
  };
}
