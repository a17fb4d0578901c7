import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileEntryWithStats, SFTPWrapper, WriteStream } from 'ssh2';
import type { RemoteFile, RemoteState, TransportSession } from '../../ports/transport.ts';
import type { SftpConnection } from './sftp-connection.ts';
import { FAILURE, NO_SUCH_FILE, statusCodeOf, transportFailure } from './sftp-failure.ts';

/** OpenSSH takes at most 255 KiB in a request; the library splits what a server takes only in smaller pieces. */
const PIECE_BYTES = 128 * 1024;
/** The library sets the mode explicitly, past any umask: the partner's software reads the file as another user. */
const FILE_MODE = 0o644;

type Callback<T> = (error: Error | null | undefined, value: T) => void;

/** The port's session over an open connection. */
export function sftpSession(connection: SftpConnection): TransportSession {
  const { operate } = connection;
  const canRenameInOneStep = connection.advertises('posix-rename@openssh.com');
  const canSync = connection.advertises('fsync@openssh.com');
  const canTellFileSystem = connection.advertises('statvfs@openssh.com');

  async function* read(path: string): AsyncGenerator<Uint8Array> {
    const handle = await operate((sftp) => reply<Buffer>((done) => sftp.open(path, 'r', done)));
    try {
      const { size } = await operate((sftp) => reply<{ size: number }>((done) => sftp.fstat(handle, done)));
      let position = 0;
      while (position <= size) {
        const piece = Buffer.allocUnsafe(PIECE_BYTES);
        const at = position;
        const byteCount = await operate((sftp) =>
          reply<number>((done) => sftp.read(handle, piece, 0, piece.length, at, done)),
        );
        if (byteCount === 0) break;
        position += byteCount;
        yield piece.subarray(0, byteCount);
      }
      // A server may end a file early without a word of error.
      if (position < size) throw transportFailure('transport.short-read');
      if (position > size) throw transportFailure('transport.file-changed');
    } finally {
      await operate((sftp) => reply<void>((done) => sftp.close(handle, done))).catch(() => undefined);
    }
  }

  return {
    renameMode: canRenameInOneStep ? 'posix-rename' : 'plain-rename',
    canSync,
    list: (directory) =>
      operate(async (sftp) => {
        const entries = await reply<FileEntryWithStats[]>((done) => sftp.readdir(directory, done));
        return entries.filter(isPlainFile).map(remoteFile);
      }, 'transport.no-such-directory'),
    stat: (path) => operate((sftp) => stateOf(sftp, path)),
    create: (path, bytes) =>
      operate(
        (sftp, progress) => store(sftp, { path, bytes, canSync, progress }),
        'transport.no-such-directory',
      ),
    read,
    rename: (from, to) => operate((sftp) => rename(sftp, { from, to, canRenameInOneStep })),
    remove: (path) =>
      operate(async (sftp) => {
        try {
          await reply<void>((done) => sftp.unlink(path, done));
        } catch (error) {
          if (statusCodeOf(error) !== NO_SUCH_FILE) throw error;
        }
      }),
    async fileSystemOf(directory) {
      if (!canTellFileSystem) return undefined;
      return await operate((sftp) => fileSystemOf(sftp, directory), 'transport.no-such-directory');
    },
    close: () => connection.close(),
  };
}

/** A request's answer as a promise. */
function reply<T>(request: (done: Callback<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    request((error, value) => (error ? reject(error) : resolve(value)));
  });
}

/** Only "no such file" means absent: the library's own `exists` takes a plain FAILURE for it too. */
async function stateOf(sftp: SFTPWrapper, path: string): Promise<RemoteState | undefined> {
  try {
    const stats = await reply<{ size?: number; mtime?: number }>((done) => sftp.lstat(path, done));
    // A server may leave attributes out, which is no answer to the question.
    if (stats.size === undefined) throw transportFailure('transport.unsupported');
    return { sizeBytes: stats.size, modifiedAtSeconds: stats.mtime ?? 0 };
  } catch (error) {
    if (statusCodeOf(error) === NO_SUCH_FILE) return undefined;
    throw error;
  }
}

interface NewFile {
  readonly path: string;
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
  readonly canSync: boolean;
  readonly progress: () => void;
}

/**
 * The library's `put` reports success when the server refuses a WRITE (a full disk), so that a pipeline writes,
 * the handle is synced and closed with an answer to each, and the stored size has the last word.
 */
async function store(sftp: SFTPWrapper, { path, bytes, canSync, progress }: NewFile): Promise<void> {
  const file: WriteStream = sftp.createWriteStream(path, {
    flags: 'wx',
    mode: FILE_MODE,
    autoClose: false,
    highWaterMark: PIECE_BYTES,
  });
  const opening = new Promise<Buffer>((resolve, reject) => {
    file.once('open', resolve);
    // Kept on: the stream may fail a second time, after the pipeline has let go of it.
    file.on('error', reject);
  });
  let isOpen = false;
  let byteCount = 0;
  const counted = (piece: Buffer): void => {
    byteCount += piece.length;
    progress();
  };
  opening.then(
    () => (isOpen = true),
    () => undefined,
  );
  try {
    // One piece ahead at most, so that a piece taken means that those before it were answered.
    await pipeline(Readable.from(pieces(bytes, counted), { highWaterMark: 1 }), file);
  } catch (error) {
    if (!isOpen) await throwIfTaken(sftp, path, error);
    throw error;
  }
  progress();
  const handle = await opening;
  if (canSync) await reply<unknown>((done) => sftp.ext_openssh_fsync(handle, done));
  await reply<void>((done) => sftp.close(handle, done));
  if ((await stateOf(sftp, path))?.sizeBytes !== byteCount) throw transportFailure('transport.short-write');
}

/** What the source gives, cut to pieces of one request each. `taken` is called once all before a piece are answered. */
async function* pieces(bytes: NewFile['bytes'], taken: (piece: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const block of bytes instanceof Uint8Array ? [bytes] : bytes) {
    for (let start = 0; start < block.length; start += PIECE_BYTES) {
      const part = block.subarray(start, start + PIECE_BYTES);
      const piece = Buffer.from(part.buffer, part.byteOffset, part.length);
      taken(piece);
      yield piece;
    }
  }
}

/** The library calls the identifier of the file system `f_sid`. Zero is what servers say that know none. */
async function fileSystemOf(sftp: SFTPWrapper, directory: string): Promise<string | undefined> {
  const { f_sid: id } = await reply<{ f_sid?: number | bigint }>((done) =>
    sftp.ext_openssh_statvfs(directory, done),
  );
  return id === undefined || Number(id) === 0 ? undefined : id.toString();
}

/**
 * Plain RENAME refuses a name that is taken, but OpenSSH does it as link and unlink; posix-rename is one step
 * but replaces, so that the name is looked at first.
 */
async function rename(
  sftp: SFTPWrapper,
  { from, to, canRenameInOneStep }: { from: string; to: string; canRenameInOneStep: boolean },
): Promise<void> {
  if (canRenameInOneStep && (await stateOf(sftp, to)) !== undefined) {
    throw transportFailure('transport.target-exists');
  }
  try {
    await reply<void>((done) =>
      canRenameInOneStep ? sftp.ext_openssh_rename(from, to, done) : sftp.rename(from, to, done),
    );
  } catch (error) {
    await throwIfTaken(sftp, to, error);
    if (statusCodeOf(error) === NO_SUCH_FILE && (await stateOf(sftp, from)) !== undefined) {
      throw transportFailure('transport.no-such-directory');
    }
    throw error;
  }
}

/** Finds out whether a bare FAILURE meant that the name is taken. */
async function throwIfTaken(sftp: SFTPWrapper, path: string, error: unknown): Promise<void> {
  if (statusCodeOf(error) !== FAILURE) return;
  if ((await stateOf(sftp, path)) !== undefined) throw transportFailure('transport.target-exists');
}

/** Some servers leave the mode out; then the first letter of the `ls -l` line tells. */
function isPlainFile(entry: FileEntryWithStats): boolean {
  const { mode } = entry.attrs as { mode?: number };
  return mode === undefined ? entry.longname.startsWith('-') : entry.attrs.isFile();
}

function remoteFile(entry: FileEntryWithStats): RemoteFile {
  return {
    name: entry.filename,
    sizeBytes: entry.attrs.size,
    modifiedAtSeconds: entry.attrs.mtime,
  };
}
