import { type Kysely, sql } from 'kysely';
import { escapedName } from '../base/escaped-name.ts';
import type {
  FileMember,
  ReceivedFile,
  ReceivedFileReader,
  ReceivedFileState,
  ReceivedFileWriter,
  Sighting,
} from '../ports/exchange-store.ts';
import type { Database } from './database.ts';
import { remotePathKey } from './remote-path-key.ts';
import { inChunks, rowSet } from './row-set.ts';
import { withoutNulls } from './without-nulls.ts';

export function receivedFileStore(db: Kysely<Database>): ReceivedFileReader & ReceivedFileWriter {
  return {
    async get(sha256) {
      const row = await files(db).where('sha256', '=', sha256).executeTakeFirst();
      return row === undefined ? undefined : withoutNulls(row);
    },
    list: (options) => list(db, options),
    isKnownSighting: (partnerId, sighting) => isKnownSighting(db, partnerId, sighting),
    record: (file) => record(db, file),
    recordMembers: (container, members) => recordMembers(db, container, members),
    setOutcome: (sha256, outcome) => setOutcome(db, sha256, outcome),
    registerInterchange: (interchange) => registerInterchange(db, interchange),
  };
}

function files(db: Kysely<Database>) {
  return db.selectFrom('received_file').select([
    'sha256',
    'partner_id as partnerId',
    'size_bytes as sizeBytes',
    'state',
    'contents',
    'reason_code as reasonCode',
    'received_at as receivedAt',
    // The first name under which the bytes came, alone or in a packed file.
    sql<string | null>`coalesce(
        (select remote_path from sighting where sighting.sha256 = received_file.sha256
         order by seen_at, remote_path limit 1),
        (select name from file_member where file_member.sha256 = received_file.sha256
         order by container_sha256, ordinal limit 1))`.as('seenAs'),
  ]);
}

/** Newest first. */
async function list(
  db: Kysely<Database>,
  { state, limit }: { state?: ReceivedFileState; limit: number },
): Promise<readonly ReceivedFile[]> {
  let query = files(db);
  if (state !== undefined) query = query.where('state', '=', state);
  const rows = await query.orderBy('sequence', 'desc').limit(limit).execute();
  return rows.map((row) => withoutNulls(row));
}

function sightingKey(partnerId: string, { remotePath, sizeBytes, modifiedAtSeconds }: Sighting) {
  return {
    partner_id: partnerId,
    remote_path_sha256: remotePathKey(remotePath),
    size_bytes: sizeBytes,
    modified_at_seconds: modifiedAtSeconds,
  };
}

async function isKnownSighting(
  db: Kysely<Database>,
  partnerId: string,
  sighting: Sighting,
): Promise<boolean> {
  const key = sightingKey(partnerId, sighting);
  const row = await db
    .selectFrom('sighting')
    .select('sha256')
    .where((where) => where.and(key))
    .executeTakeFirst();
  return row !== undefined;
}

async function record(
  db: Kysely<Database>,
  file: Parameters<ReceivedFileWriter['record']>[0],
): Promise<{ isNew: boolean }> {
  const { partnerId, sha256, sizeBytes, sighting } = file;
  const added = await db
    .insertInto('received_file')
    .values({ sha256, partner_id: partnerId, size_bytes: sizeBytes })
    .onConflict((conflict) => conflict.doNothing())
    .returning('sha256')
    .executeTakeFirst();
  await db
    .insertInto('sighting')
    .values({ ...sightingKey(partnerId, sighting), remote_path: escapedName(sighting.remotePath), sha256 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { isNew: added !== undefined };
}

const MEMBER = { ordinal: 'integer', name: 'text', sha256: 'text', size_bytes: 'bigint' } as const;

/** Each member as a file of its own; gives the hashes of those that are new. */
async function recordMembers(
  db: Kysely<Database>,
  { partnerId, sha256: container }: { readonly partnerId: string; readonly sha256: string },
  members: readonly FileMember[],
): Promise<readonly string[]> {
  const fresh: string[] = [];
  const given = members.map(({ name, sha256, sizeBytes }, index) => ({
    ordinal: index + 1,
    name: escapedName(name),
    sha256,
    size_bytes: sizeBytes,
  }));
  await inChunks(given, async (rows) => {
    const added = await sql<{ readonly sha256: string }>`
      insert into received_file (sha256, partner_id, size_bytes)
      select sha256, ${partnerId}, min(size_bytes) from ${rowSet(MEMBER, rows)} group by sha256 order by sha256
      on conflict do nothing returning sha256
    `.execute(db);
    fresh.push(...added.rows.map(({ sha256 }) => sha256));
    await sql`
      insert into file_member (container_sha256, ordinal, name, sha256)
      select ${container}, ordinal, name, sha256 from ${rowSet(MEMBER, rows)} order by ordinal
      on conflict do nothing
    `.execute(db);
  });
  return fresh;
}

async function setOutcome(
  db: Kysely<Database>,
  sha256: string,
  outcome: Parameters<ReceivedFileWriter['setOutcome']>[1],
): Promise<void> {
  await db
    .updateTable('received_file')
    .set({
      state: outcome.state,
      contents: outcome.contents,
      reason_code: outcome.reasonCode ?? null,
    })
    .where('sha256', '=', sha256)
    .execute();
}

async function registerInterchange(
  db: Kysely<Database>,
  interchange: Parameters<ReceivedFileWriter['registerInterchange']>[0],
): Promise<'new' | 'same-file' | 'conflict'> {
  const { fileSha256 } = interchange;
  const key = {
    partner_id: interchange.partnerId,
    sender_id: interchange.senderId,
    receiver_id: interchange.receiverId,
    interchange_control_number: interchange.interchangeControlNumber,
  };
  const added = await db
    .insertInto('received_interchange')
    .values({ ...key, file_sha256: fileSha256 })
    .onConflict((conflict) => conflict.doNothing())
    .returning('file_sha256')
    .executeTakeFirst();
  if (added !== undefined) return 'new';
  // A statement of its own: it sees what another transaction committed while the insert waited for it.
  const known = await db
    .selectFrom('received_interchange')
    .select('file_sha256')
    .where((where) => where.and(key))
    .executeTakeFirstOrThrow();
  return known.file_sha256 === fileSha256 ? 'same-file' : 'conflict';
}
