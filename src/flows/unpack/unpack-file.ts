import { accepted, type Result, refused } from '../../base/result.ts';
import type { ArchiveWriter } from '../../ports/archive.ts';
import type { FileMember } from '../../ports/exchange-store.ts';
import { gzipMembers } from './gzip-members.ts';
import { type Packing, watchingStart } from './packing.ts';
import {
  InflatedCounter,
  UNPACK_BOUNDS,
  type UnpackBounds,
  UnpackProblem,
  type UnpackProblemCode,
} from './unpack-bounds.ts';
import { zipMembers } from './zip-members.ts';

export interface UnpackRefusal {
  readonly code: UnpackProblemCode;
}

/**
 * Archives the members of a packed file under their hashes, within bounds. A packed file in a packed file is refused:
 * partners send none, and bombs are made of them. Throws the archive's Failures.
 */
export async function unpackFile(
  archive: ArchiveWriter,
  { packing, bytes }: { readonly packing: Packing; readonly bytes: AsyncIterable<Uint8Array> },
  bounds: UnpackBounds = UNPACK_BOUNDS,
): Promise<Result<readonly FileMember[], UnpackRefusal>> {
  try {
    const packed = await whole(bytes, bounds.packedBytesMax);
    const counter = new InflatedCounter(bounds, packed.length);
    const members: FileMember[] = [];
    for await (const { name, bytes: inflated } of packing === 'zip'
      ? zipMembers(packed)
      : gzipMembers(packed)) {
      if (members.length === bounds.membersMax) throw new UnpackProblem('file.packed-too-many-members');
      const { sha256, sizeBytes } = await archive.put(watchingStart(counter.count(inflated), refuseNested));
      members.push({ name, sha256, sizeBytes });
    }
    if (members.length === 0) throw new UnpackProblem('file.packed-empty');
    return accepted(members);
  } catch (error) {
    if (error instanceof UnpackProblem) return refused({ code: error.code });
    throw error;
  }
}

function refuseNested(): never {
  throw new UnpackProblem('file.packed-nested');
}

async function whole(bytes: AsyncIterable<Uint8Array>, bytesMax: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let byteCount = 0;
  for await (const piece of bytes) {
    byteCount += piece.length;
    if (byteCount > bytesMax) throw new UnpackProblem('file.packed-too-large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
