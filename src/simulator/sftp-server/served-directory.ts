import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { RefusedRequest, STATUS } from './status.ts';

/** The directory that clients see as `/`. Nothing outside it can be named, by `..` or through a symbolic link. */
export interface ServedDirectory {
  /** The path as the server knows it: absolute, without `.` and `..`. */
  normalize(remotePath: string): string;
  /** Where the object lies on this machine; throws ENOENT for a place outside. */
  locate(remotePath: string): Promise<string>;
  /** As `locate`, for a request that would change the object itself; refuses the fixed directories. */
  locateToChange(remotePath: string): Promise<string>;
  /** Runs `work` when no other such work of any client runs: to look at a name and then take it is one step. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * `fixed` directories (and `/`) can be used, but not be removed, renamed or given other attributes. Throws ENOENT
 * where the directory does not exist.
 */
export async function servedDirectory(
  rootDirectory: string,
  fixed: readonly string[] = [],
): Promise<ServedDirectory> {
  const base = await realpath(rootDirectory);
  const fixedPaths = new Set(['/', ...fixed]);
  let last: Promise<unknown> = Promise.resolve();

  async function locate(remotePath: string): Promise<string> {
    const place = path.join(base, normalize(remotePath));
    const parent = place === base ? base : await realpath(path.dirname(place));
    if (!isWithin(base, parent) || (await isLink(place))) throw absent();
    return place;
  }

  return {
    normalize,
    locate,
    locateToChange(remotePath) {
      if (fixedPaths.has(normalize(remotePath))) throw new RefusedRequest(STATUS.PERMISSION_DENIED);
      return locate(remotePath);
    },
    alone(work) {
      const result = last.then(work);
      last = result.catch(() => undefined);
      return result;
    },
  };
}

function normalize(remotePath: string): string {
  // Resolving against "/" eats every ".." that would climb out.
  return path.posix.resolve('/', remotePath);
}

function isWithin(base: string, place: string): boolean {
  return place === base || place.startsWith(base + path.sep);
}

async function isLink(place: string): Promise<boolean> {
  try {
    return (await lstat(place)).isSymbolicLink();
  } catch {
    return false;
  }
}

function absent(): NodeJS.ErrnoException {
  return Object.assign(new Error('no such file'), { code: 'ENOENT' });
}
