import type { Stats } from 'node:fs';
import type { Attributes } from 'ssh2';
import ssh2 from 'ssh2';

export const STATUS = ssh2.utils.sftp.STATUS_CODE;

/** An answer other than OK that a handler gives on purpose (SFTP version 3 draft §7). */
export class RefusedRequest extends Error {
  override readonly name = 'RefusedRequest';
  readonly statusCode: number;

  constructor(statusCode: number) {
    super('the request is refused');
    this.statusCode = statusCode;
  }
}

const STATUS_OF_CODES: Readonly<Record<string, number>> = {
  ENOENT: STATUS.NO_SUCH_FILE,
  ENOTDIR: STATUS.NO_SUCH_FILE,
  EACCES: STATUS.PERMISSION_DENIED,
  EPERM: STATUS.PERMISSION_DENIED,
};

/** The status code for what the file system said. */
export function statusOf(error: unknown): number {
  if (error instanceof RefusedRequest) return error.statusCode;
  return STATUS_OF_CODES[(error as NodeJS.ErrnoException).code ?? ''] ?? STATUS.FAILURE;
}

export function attributesOf(stats: Stats): Attributes {
  return {
    mode: stats.mode,
    uid: stats.uid,
    gid: stats.gid,
    size: stats.size,
    atime: Math.floor(stats.atimeMs / 1000),
    mtime: Math.floor(stats.mtimeMs / 1000),
  };
}
