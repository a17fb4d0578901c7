import { Failure } from '../../base/failure.ts';

/** Our own sentences: those of the system name paths. */
const FAILURES = {
  'archive.missing': ['the archive does not have these bytes', false],
  'archive.corrupt': ['the archived bytes are not those that were stored', false],
  'archive.full': ['the disk of the archive has no room left', true],
  'archive.permission-denied': ['the archive may not be read or written', false],
  'archive.unavailable': ['the disk of the archive does not answer', true],
} as const satisfies Readonly<Record<string, readonly [message: string, isRetryable: boolean]>>;

export type ArchiveFailureCode = keyof typeof FAILURES;

export function archiveFailure(code: ArchiveFailureCode): Failure {
  const [message, isRetryable] = FAILURES[code];
  return new Failure({ code, message, isRetryable });
}

const CODE_BY_ERRNO: Readonly<Record<string, ArchiveFailureCode>> = {
  ENOENT: 'archive.missing',
  ENOSPC: 'archive.full',
  EDQUOT: 'archive.full',
  EACCES: 'archive.permission-denied',
  EPERM: 'archive.permission-denied',
  EROFS: 'archive.permission-denied',
};

/** Whatever the file system threw, as a Failure without a path. */
export function archiveFailureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const errno = (error as NodeJS.ErrnoException).code ?? '';
  return archiveFailure(CODE_BY_ERRNO[errno] ?? 'archive.unavailable');
}
