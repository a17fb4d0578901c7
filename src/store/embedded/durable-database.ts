import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { SyncingFileSystem, syncByPath } from './syncing-file-system.ts';

/** PostgreSQL in this thread, over a directory, with commits that survive a power cut. */
export interface DurableDatabase {
  readonly serverVersion: string;
  /** How often the disk was told to keep what it was given. */
  fsyncCount(): number;
  /** Runs whole messages of the PostgreSQL protocol and gives the answers. Throws only when the database has died. */
  execute(messages: Uint8Array): Promise<Uint8Array>;
  /** What to do when the database panics. It cannot go on; what was committed is there when it is opened again. */
  onPanic(act: () => void): void;
  close(): Promise<void>;
}

/** Thrown where commits would not reach the disk: such a database is not opened. */
export class NotDurable extends Error {
  override readonly name = 'NotDurable';
}

const CLUSTER = 'postgres';
/** A cluster that is being made; nothing can have been committed in it. */
const UNFINISHED = 'postgres.unfinished';

/** Says that fsync is off; PGlite always passes it. */
const NO_FSYNC = '-F';

/**
 * Opens the database in `directory`, making it where there is none: beside its place first, so that what stands there
 * is always whole. A first start that was cut short is begun anew.
 */
export async function openDurableDatabase(
  directory: string,
  fileSystemOf = (cluster: string): SyncingFileSystem => new SyncingFileSystem(cluster),
): Promise<DurableDatabase> {
  const cluster = path.join(directory, CLUSTER);
  if (!existsSync(cluster)) await makeCluster(path.join(directory, UNFINISHED), cluster);
  const fileSystem = fileSystemOf(cluster);
  const database = await openCluster(fileSystem);
  return {
    serverVersion: await proveDurable(database, fileSystem),
    fsyncCount: () => fileSystem.fsyncCount,
    execute: (messages) => database.execProtocolRaw(messages),
    onPanic(act) {
      fileSystem.onPanic = act;
    },
    close: () => database.close(),
  };
}

async function openCluster(fileSystem: SyncingFileSystem): Promise<PGlite> {
  const startParams = PGlite.defaultStartParams.filter((parameter) => parameter !== NO_FSYNC);
  return await PGlite.create({
    fs: fileSystem,
    startParams: [...startParams, '-c', 'wal_sync_method=fsync'],
  });
}

async function makeCluster(unfinished: string, cluster: string): Promise<void> {
  rmSync(unfinished, { recursive: true, force: true });
  // PGlite makes its files for everyone to read; nobody else gets as far as the files.
  mkdirSync(unfinished, { mode: 0o700 });
  const database = await openCluster(new SyncingFileSystem(unfinished));
  await database.close();
  // What `initdb` wrote was not synced: it ran in memory and was copied.
  syncTree(unfinished);
  renameSync(unfinished, cluster);
  syncByPath(path.dirname(cluster));
}

/** Commits something and sees that it caused an fsync: settings alone promise nothing. Gives the server's version. */
async function proveDurable(database: PGlite, fileSystem: SyncingFileSystem): Promise<string> {
  const { rows } = await database.query<{ fsync: string; commit: string; version: string }>(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
            current_setting('server_version') as version`,
  );
  const [settings] = rows;
  const countBefore = fileSystem.fsyncCount;
  await database.exec("select pg_logical_emit_message(true, 'claimgate', '')");
  const isDurable =
    settings?.fsync === 'on' && settings.commit === 'on' && fileSystem.fsyncCount > countBefore;
  if (isDurable) return settings.version;
  await database.close();
  throw new NotDurable('a commit of the embedded database does not reach the disk');
}

function syncTree(directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const child = path.join(directory, entry.name);
    if (entry.isDirectory()) syncTree(child);
    else if (entry.isFile()) syncByPath(child);
  }
  syncByPath(directory);
}
