import { Failure } from '../base/failure.ts';
import type { TransportSession } from '../ports/transport.ts';
import type { FetchedFile } from './fetch-file.ts';
import { remotePath } from './remote-path.ts';
import { type Download, isSame } from './settled-files.ts';

/** Enough of a hash to tell files of one name apart. */
const HASH_DIGITS = 16;

/**
 * Does with a file that is on record what the partner's profile says: leaves, deletes or moves it. False where the
 * partner does not allow it. Throws the other Failures of the transport; a later round finds the file again.
 */
export async function clearAway(
  session: TransportSession,
  { after, moveTo }: Download,
  file: FetchedFile,
): Promise<boolean> {
  if (after === 'leave') return true;
  try {
    // What the partner has put under the name since then was not read.
    if (!isSame(file.sighting, await session.stat(file.path))) return true;
    if (after === 'delete') await session.remove(file.path);
    if (after === 'move' && moveTo !== undefined) await move(session, file, moveTo);
    return true;
  } catch (error) {
    if (error instanceof Failure && error.code === 'transport.permission-denied') return false;
    throw error;
  }
}

/** A name that is taken there gets the hash behind it; where that is taken too, the same bytes are there already. */
async function move(
  session: TransportSession,
  { path, name, sha256 }: FetchedFile,
  moveTo: string,
): Promise<void> {
  const [plain, hashed] = [name, `${name}.${sha256.slice(0, HASH_DIGITS)}`];
  for (const target of [plain, hashed]) {
    try {
      await session.rename(path, remotePath(moveTo, target));
      return;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      // Another worker has moved it.
      if (error.code === 'transport.no-such-file') return;
      if (error.code !== 'transport.target-exists') throw error;
    }
  }
  await session.remove(path);
}
