import { createHash } from 'node:crypto';

/** A remote path is a partner's text of any length and any characters, so that its hash is what is looked up. */
export function remotePathKey(remotePath: string): string {
  return createHash('sha256').update(remotePath).digest('hex');
}
