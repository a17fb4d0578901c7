import { type Kysely, sql } from 'kysely';
import { invariant } from '../base/invariant.ts';
import type { Installation } from '../ports/workers.ts';
import type { Database } from './database.ts';

export function installationStore(db: Kysely<Database>): Installation {
  return {
    archiveId: () => archiveId(db),
    async adoptArchive(id) {
      await sql`insert into installation (archive_id) values (${id}) on conflict do nothing`.execute(db);
      const adopted = await archiveId(db);
      invariant(adopted !== undefined, 'a database that was given an archive has one');
      return adopted;
    },
  };
}

async function archiveId(db: Kysely<Database>): Promise<string | undefined> {
  const row = await db.selectFrom('installation').select('archive_id').executeTakeFirst();
  return row?.archive_id;
}
