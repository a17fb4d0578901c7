import { type QueryExecutorProvider, sql } from 'kysely';
import { storeFailure } from './store-failure.ts';

/** The oldest release that the contract suite runs on. */
const VERSION_MIN = 150_000;

interface ServerSettings {
  readonly version: number;
  readonly encoding: string;
  readonly fsync: string;
  readonly commit: string;
}

/** Throws `store.unsuitable-server` for a server on which text or committed rows could be lost. */
export async function assertServerSuits(db: QueryExecutorProvider): Promise<void> {
  const { rows } = await sql<ServerSettings>`
    select current_setting('server_version_num')::integer as version,
           current_setting('server_encoding') as encoding,
           current_setting('fsync') as fsync,
           current_setting('synchronous_commit') as commit
  `.execute(db);
  const reason = rows[0] === undefined ? 'it does not answer' : reasonAgainst(rows[0]);
  if (reason !== undefined) throw storeFailure('store.unsuitable-server', { place: reason });
}

function reasonAgainst({ version, encoding, fsync, commit }: ServerSettings): string | undefined {
  if (version < VERSION_MIN) return 'PostgreSQL 15 or later is needed';
  if (encoding !== 'UTF8') return 'the encoding of the database must be UTF8';
  if (fsync !== 'on') return 'fsync must be on';
  return commit === 'off' ? 'synchronous_commit must not be off' : undefined;
}
