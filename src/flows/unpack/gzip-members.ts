import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { PackedMember } from './packing.ts';
import { UnpackProblem } from './unpack-bounds.ts';

/** The one file in a gzip file; its CRC and length are checked (RFC 1952 §2.3.1). */
export function* gzipMembers(packed: Buffer): Generator<PackedMember> {
  // The name that the header may hold is left aside: the file's own is known.
  yield { name: '', bytes: readable(() => Promise.resolve(Readable.from([packed]).pipe(createGunzip()))) };
}

/** The stream's bytes; whatever it fails with is a broken packing. */
export async function* readable(open: () => Promise<Readable>): AsyncGenerator<Uint8Array> {
  let pieces: AsyncIterator<Uint8Array> | undefined;
  try {
    pieces = (await open())[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
    for (;;) {
      const next = await pieces.next();
      if (next.done === true) return;
      yield next.value;
    }
  } catch {
    throw new UnpackProblem('file.packed-unreadable');
  } finally {
    await pieces?.return?.();
  }
}
