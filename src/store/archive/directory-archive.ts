import { createHash, randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { chmod, type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { invariant } from '../../base/invariant.ts';
import type { Archive, ArchivedBytes } from '../../ports/archive.ts';
import { archiveFailure, archiveFailureOf } from './archive-failure.ts';
import { removeAbandoned } from './remove-abandoned.ts';

export interface DirectoryArchive extends Archive {
  /** Whether something could be stored now; it tries. */
  isWritable(): Promise<boolean>;
}

/** Bytes on their way in; the same file system, so that a rename is one step. */
const INCOMING = 'incoming';
const PRIVATE_DIRECTORY = 0o700;
const WHILE_WRITTEN = 0o600;
const WRITTEN = 0o400;

/**
 * An archive in a directory: each content is one read-only file, named by its SHA-256 (`ab/cdef…`) and there only when
 * it is whole and on the disk. Several processes and hosts may share it. Throws an `archive.…` Failure.
 */
export async function openDirectoryArchive(directory: string): Promise<DirectoryArchive> {
  const root = path.resolve(directory);
  const incoming = path.join(root, INCOMING);
  await orFailure(async () => {
    await mkdir(incoming, { recursive: true, mode: PRIVATE_DIRECTORY });
    await removeAbandoned(incoming);
  });
  return {
    put: (bytes) => put(root, bytes),
    open: (sha256) => read(fileOf(root, sha256), sha256),
    isWritable: () => isWritable(incoming),
  };
}

function fileOf(root: string, sha256: string): string {
  // Also what keeps a name from leading out of the archive.
  invariant(/^[0-9a-f]{64}$/.test(sha256), 'an archived content is named by its SHA-256');
  return path.join(root, sha256.slice(0, 2), sha256.slice(2));
}

async function put(
  root: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<ArchivedBytes> {
  const temporary = path.join(root, INCOMING, randomUUID());
  const handle = await orFailure(() => open(temporary, 'wx', WHILE_WRITTEN));
  try {
    const archived = await store(handle, bytes);
    await orFailure(() => publish(root, temporary, archived));
    return archived;
  } finally {
    await handle.close();
    // Gone already, where it was renamed.
    await rm(temporary, { force: true });
  }
}

/** Writes and hashes piece by piece. An error of the source goes on as it is. */
async function store(
  handle: FileHandle,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<ArchivedBytes> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const piece of bytes) {
    hash.update(piece);
    sizeBytes += piece.length;
    await orFailure(() => handle.appendFile(piece));
  }
  await orFailure(() => handle.sync());
  return { sha256: hash.digest('hex'), sizeBytes };
}

/** Gives the file its name and brings the name to the disk, also where another process gave it a moment ago. */
async function publish(root: string, temporary: string, { sha256, sizeBytes }: ArchivedBytes): Promise<void> {
  const file = fileOf(root, sha256);
  const directory = path.dirname(file);
  const isNewDirectory = (await mkdir(directory, { recursive: true, mode: PRIVATE_DIRECTORY })) !== undefined;
  const existing = await statOrUndefined(file);
  // A file of another size is damaged, and these are its bytes.
  if (existing?.size !== sizeBytes) {
    await chmod(temporary, WRITTEN);
    await rename(temporary, file);
  }
  await syncDirectory(directory);
  if (isNewDirectory) await syncDirectory(root);
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function statOrUndefined(file: string): Promise<Stats | undefined> {
  try {
    return await stat(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Throws `archive.corrupt` at the end where the bytes are not those that were stored. */
async function* read(file: string, sha256: string): AsyncGenerator<Uint8Array> {
  const handle = await orFailure(() => open(file, constants.O_RDONLY));
  try {
    const hash = createHash('sha256');
    const pieces = handle.createReadStream({ autoClose: false })[Symbol.asyncIterator]();
    for (;;) {
      const next = await orFailure(() => pieces.next());
      if (next.done === true) break;
      hash.update(next.value as Uint8Array);
      yield next.value as Uint8Array;
    }
    if (hash.digest('hex') !== sha256) throw archiveFailure('archive.corrupt');
  } finally {
    await handle.close();
  }
}

async function isWritable(incoming: string): Promise<boolean> {
  const probe = path.join(incoming, randomUUID());
  try {
    const handle = await open(probe, 'wx', WHILE_WRITTEN);
    await handle.close();
    await rm(probe);
    return true;
  } catch {
    return false;
  }
}

async function orFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw archiveFailureOf(error);
  }
}
