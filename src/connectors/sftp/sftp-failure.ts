import { Failure } from '../../base/failure.ts';

/** Our own sentences: the server's text and the library's may name paths, hosts and users. */
const FAILURES = {
  'transport.unreachable': ['the partner could not be reached', true],
  'transport.timeout': ['the partner did not answer in time', true],
  'transport.connection-lost': ['the connection to the partner broke off', true],
  'transport.host-key-changed': ['the partner showed a host key that is not pinned', false],
  'transport.handshake-refused': ['the partner and the gateway share no accepted algorithm', false],
  'transport.auth-refused': ['the partner refused the credentials', false],
  'transport.private-key-unreadable': ['the private key cannot be read or its passphrase is wrong', false],
  'transport.permission-denied': ['the partner denied permission', false],
  'transport.no-such-directory': ['the directory is not there', false],
  'transport.no-such-file': ['the file is not there', true],
  'transport.target-exists': ['the name is already taken', false],
  'transport.disk-full': ['the partner has no room left', true],
  'transport.unsupported': ['the partner does not offer the operation', false],
  'transport.short-write': ['the partner stored another number of bytes than were sent', true],
  'transport.short-read': ['fewer bytes arrived than the partner had said', true],
  'transport.file-changed': ['the file grew while it was read', true],
  'transport.failure': ['the partner answered with a failure', true],
} as const satisfies Readonly<Record<string, readonly [message: string, isRetryable: boolean]>>;

export type TransportFailureCode = keyof typeof FAILURES;

export function transportFailure(code: TransportFailureCode): Failure {
  const [message, isRetryable] = FAILURES[code];
  return new Failure({ code, message, isRetryable });
}

/**
 * Status codes of SFTP (draft-ietf-secsh-filexfer-02 §7, and -13 §9.1 for those above 8). Code 4 says nothing
 * but "no": OpenSSH uses it for a full disk as well as for a name that is taken.
 */
export const NO_SUCH_FILE = 2;
export const FAILURE = 4;
const CODE_BY_STATUS: Readonly<Record<number, TransportFailureCode>> = {
  3: 'transport.permission-denied',
  4: 'transport.failure',
  6: 'transport.connection-lost',
  7: 'transport.connection-lost',
  8: 'transport.unsupported',
  10: 'transport.no-such-directory',
  11: 'transport.target-exists',
  12: 'transport.permission-denied',
  14: 'transport.disk-full',
  15: 'transport.disk-full',
};

/** The status code that the partner answered with; undefined when there was no answer. */
export function statusCodeOf(error: unknown): number | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'number' ? code : undefined;
}

/** Whatever an operation threw, as a Failure without a word of the partner's. `absent` is what code 2 means. */
export function failureOf(error: unknown, absent: TransportFailureCode): Failure {
  if (error instanceof Failure) return error;
  const status = statusCodeOf(error);
  if (status === undefined) return transportFailure('transport.connection-lost');
  if (status === NO_SUCH_FILE) return transportFailure(absent);
  return transportFailure(CODE_BY_STATUS[status] ?? 'transport.failure');
}
