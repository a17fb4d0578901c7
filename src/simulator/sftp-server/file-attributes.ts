import { chmod, truncate, utimes } from 'node:fs/promises';
import type { Attributes } from 'ssh2';
import { RefusedRequest, STATUS } from './status.ts';

/** The attributes that a request really carries; the library leaves out the others. */
export type GivenAttributes = Partial<Attributes>;

/** What sets them; an open file handle is one. */
interface AttributeSetter {
  truncate(sizeBytes: number): Promise<void>;
  chmod(mode: number): Promise<void>;
  utimes(atimeSeconds: number, mtimeSeconds: number): Promise<void>;
}

/** Clearinghouses take files up to some ten or hundred megabytes; what is more does not fill this machine's disk. */
const FILE_BYTES_MAX = 100 * 1024 * 1024;

/** Refuses a byte that no file here may have, also one far behind the end, which makes a file of holes. */
export function ensureFits(sizeBytes: number): void {
  if (sizeBytes > FILE_BYTES_MAX) throw new RefusedRequest(STATUS.FAILURE);
}

/** Sets attributes of the file under `place`. */
export async function setAttributesAt(place: string, attributes: GivenAttributes): Promise<void> {
  await setAttributes(attributes, {
    truncate: (size) => truncate(place, size),
    chmod: (mode) => chmod(place, mode),
    utimes: (atime, mtime) => utimes(place, atime, mtime),
  });
}

/** Owners stay as they are: the server runs as one user. */
export async function setAttributes(attributes: GivenAttributes, setter: AttributeSetter): Promise<void> {
  if (attributes.size !== undefined) {
    ensureFits(attributes.size);
    await setter.truncate(attributes.size);
  }
  const mode = permissionsOf(attributes.mode);
  if (mode !== undefined) await setter.chmod(mode);
  const { atime, mtime } = attributes;
  if (atime !== undefined && mtime !== undefined) await setter.utimes(atime, mtime);
}

/**
 * The nine permission bits; set-user-id and its like are never taken over from a client, and the server itself can
 * always read and write what it serves.
 */
export function permissionsOf(mode: number | undefined): number | undefined {
  return mode === undefined ? undefined : (mode & 0o777) | 0o600;
}
