import type { Stats } from 'node:fs';
import { lstat, mkdir, readdir, rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { FileEntry } from 'ssh2';
import type { RequestHandler, SessionContext } from './session-context.ts';
import { attributesOf, STATUS } from './status.ts';

/** Names in one answer: a few hundred bytes each stay well below a packet of 256 KiB. */
const NAMES_MAX = 100;

/** The requests about directories and paths, by their name in the protocol. */
export function directoryRequests(context: SessionContext): Record<string, RequestHandler> {
  const { sftp, directory, handles } = context;
  return {
    OPENDIR: async (requestId: number, remotePath: string) => {
      handles.ensureRoom();
      const place = await directory.locate(remotePath);
      const entries = await readdir(place, { withFileTypes: true });
      sftp.handle(requestId, handles.add({ kind: 'directory', place, entries }));
    },
    READDIR: async (requestId: number, handle: Buffer) => {
      const { place, entries } = handles.directory(handle);
      // Names that vanished since OPENDIR are passed over; an answer without names would look like an error.
      while (entries.length > 0) {
        const names = entries.splice(0, NAMES_MAX).map((entry) => describe(place, entry.name));
        const found = (await Promise.all(names)).filter((entry) => entry !== undefined);
        if (found.length > 0) {
          sftp.name(requestId, found);
          return;
        }
      }
      sftp.status(requestId, STATUS.EOF);
    },
    MKDIR: async (requestId: number, remotePath: string) => {
      await mkdir(await directory.locate(remotePath));
      sftp.status(requestId, STATUS.OK);
    },
    RMDIR: async (requestId: number, remotePath: string) => {
      await rmdir(await directory.locateToChange(remotePath));
      sftp.status(requestId, STATUS.OK);
    },
    REALPATH: async (requestId: number, remotePath: string) => {
      const filename = directory.normalize(remotePath);
      // The attributes of this answer mean nothing (draft §6.11).
      const attrs = { mode: 0, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 };
      sftp.name(requestId, [{ filename, longname: filename, attrs }]);
    },
  };
}

async function describe(place: string, name: string): Promise<FileEntry | undefined> {
  try {
    const stats = await lstat(path.join(place, name));
    return { filename: name, longname: longName(name, stats), attrs: attributesOf(stats) };
  } catch {
    return undefined;
  }
}

/** What `ls -l` prints; clients that do not read the attributes take the kind from its first letter. */
function longName(name: string, stats: Stats): string {
  const kind = stats.isDirectory() ? 'd' : stats.isFile() ? '-' : 'l';
  const date = `${stats.mtime.toDateString().slice(4, 10)} ${stats.mtime.toISOString().slice(11, 16)}`;
  return `${kind}rw-r--r--    1 ${stats.uid} ${stats.gid} ${stats.size} ${date} ${name}`;
}
