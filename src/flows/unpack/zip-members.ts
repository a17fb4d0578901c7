import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { readable } from './gzip-members.ts';
import type { PackedMember } from './packing.ts';
import { UnpackProblem } from './unpack-bounds.ts';

/** A directory is an entry of its own whose name ends like this (APPNOTE 4.4.17). */
const SLASH = 0x2f;

/** The files in a zip file, in the order of its directory. Read each one's bytes before asking for the next. */
export async function* zipMembers(packed: Buffer): AsyncGenerator<PackedMember> {
  const zip = await opened(packed);
  try {
    for (;;) {
      const entry = await nextEntry(zip);
      if (entry === undefined) return;
      const { fileNameRaw: name } = entry;
      if (name.at(-1) === SLASH) continue;
      if (entry.isEncrypted()) throw new UnpackProblem('file.packed-encrypted');
      yield { name: name.toString('utf8'), bytes: checked(entry, zip) };
    }
  } finally {
    zip.close();
  }
}

async function opened(packed: Buffer): Promise<ZipFile> {
  try {
    // Names stay bytes: they are shown and never used, so that none is reason enough to refuse the file.
    return await yauzl.fromBufferPromise(packed, { lazyEntries: true, decodeStrings: false });
  } catch {
    throw new UnpackProblem('file.packed-unreadable');
  }
}

function nextEntry(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    const listeners = {
      entry: (entry: Entry) => settle(() => resolve(entry)),
      end: () => settle(() => resolve(undefined)),
      error: () => settle(() => reject(new UnpackProblem('file.packed-unreadable'))),
    };
    function settle(answer: () => void): void {
      for (const [event, listener] of Object.entries(listeners)) zip.off(event, listener);
      answer();
    }
    for (const [event, listener] of Object.entries(listeners)) zip.once(event, listener);
    zip.readEntry();
  });
}

/** The library compares lengths and leaves the checksum to us. */
async function* checked(entry: Entry, zip: ZipFile): AsyncGenerator<Uint8Array> {
  let checksum = 0;
  for await (const piece of readable(() => zip.openReadStreamPromise(entry))) {
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (checksum !== entry.crc32) throw new UnpackProblem('file.packed-unreadable');
}
