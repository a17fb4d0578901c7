import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Nothing is written for that long; another process may be at the younger ones. */
const ABANDONED_MS = 24 * 3_600_000;

/** Removes what processes that were killed were writing. */
export async function removeAbandoned(incoming: string): Promise<void> {
  const oldestMs = Date.now() - ABANDONED_MS;
  for (const name of await readdir(incoming)) {
    const file = path.join(incoming, name);
    const modifiedMs = await stat(file).then(
      ({ mtimeMs }) => mtimeMs,
      // Its writer was just done.
      () => Infinity,
    );
    if (modifiedMs < oldestMs) await rm(file, { force: true });
  }
}
