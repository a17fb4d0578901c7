import type { Dirent } from 'node:fs';
import { type FileHandle, lstat } from 'node:fs/promises';
import { RefusedRequest, STATUS } from './status.ts';

export interface OpenFile {
  readonly kind: 'file';
  readonly file: FileHandle;
  /** Where it was opened on this machine, and as the client named it; either may be another file by now. */
  readonly place: string;
  readonly remotePath: string;
  readonly isForWriting: boolean;
  /** Every WRITE goes to the end, whatever offset it names (draft §6.3). */
  readonly isAppending: boolean;
}

export interface OpenDirectory {
  readonly kind: 'directory';
  readonly place: string;
  /** Entries not yet given to the client. */
  readonly entries: Dirent[];
}

/** A client that opens without closing cannot use up the process's descriptors. */
const OPEN_HANDLES_MAX = 256;

/** The handles of one SFTP session. */
export class OpenHandles {
  readonly #open = new Map<number, OpenFile | OpenDirectory>();
  #last = 0;

  add(opened: OpenFile | OpenDirectory): Buffer {
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE(++this.#last);
    this.#open.set(this.#last, opened);
    return handle;
  }

  /** Throws where one more would be too many. */
  ensureRoom(): void {
    if (this.#open.size >= OPEN_HANDLES_MAX) throw new RefusedRequest(STATUS.FAILURE);
  }

  file(handle: Buffer): OpenFile {
    const opened = this.#find(handle);
    if (opened.kind !== 'file') throw new RefusedRequest(STATUS.FAILURE);
    return opened;
  }

  directory(handle: Buffer): OpenDirectory {
    const opened = this.#find(handle);
    if (opened.kind !== 'directory') throw new RefusedRequest(STATUS.FAILURE);
    return opened;
  }

  async close(handle: Buffer): Promise<OpenFile | OpenDirectory> {
    const opened = this.#find(handle);
    this.#open.delete(handle.readUInt32BE(0));
    if (opened.kind === 'file') await opened.file.close();
    return opened;
  }

  /** Lets go of what a vanished client left open; gives the remote paths of what it had not finished writing. */
  async closeAll(): Promise<string[]> {
    const files = [...this.#open.values()].filter((opened) => opened.kind === 'file');
    this.#open.clear();
    const unfinished: string[] = [];
    for (const opened of files) {
      if (opened.isForWriting && (await isStillThere(opened))) unfinished.push(opened.remotePath);
      await opened.file.close().catch(() => undefined);
    }
    return unfinished;
  }

  #find(handle: Buffer): OpenFile | OpenDirectory {
    const opened = handle.length === 4 ? this.#open.get(handle.readUInt32BE(0)) : undefined;
    if (opened === undefined) throw new RefusedRequest(STATUS.FAILURE);
    return opened;
  }
}

/** Whether the name that was opened still leads to the file that was opened. */
async function isStillThere({ file, place }: OpenFile): Promise<boolean> {
  try {
    const [opened, named] = [await file.stat(), await lstat(place)];
    return opened.ino === named.ino && opened.dev === named.dev;
  } catch {
    return false;
  }
}
