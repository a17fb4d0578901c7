import { DatabaseError } from 'pg';
import { Failure } from '../base/failure.ts';
import { InvariantViolation } from '../base/invariant.ts';

/** Our own sentences: PostgreSQL's messages and details repeat what stands in rows and parameters. */
const FAILURES = {
  'store.unavailable': ['the database does not answer', true],
  'store.closed': ['the store was closed', true],
  'store.busy': ['the database kept others waiting for too long', true],
  'store.serialization': ['two transactions got into each other’s way', true],
  'store.out-of-resources': ['the database has no room left', true],
  'store.commit-unknown': [
    'the database was lost in a commit; whether it took place must be looked up',
    true,
  ],
  'store.key-exists': ['a row with this key exists already', false],
  'store.constraint': ['a row breaks a rule of the database', false],
  'store.control-numbers-used-up': ['the partner’s control numbers are used up', false],
  'store.append-only': ['what was recorded is never changed or deleted', false],
  'store.entry-not-balanced': ['a journal entry is not whole or does not sum to zero', false],
  'store.permission-denied': ['the database denied permission', false],
  'store.refused': ['the database refused a statement', false],
  'store.access-denied': ['the database refused the user or the password', false],
  'store.address-unreadable': ['the address of the database is no postgres:// URL', false],
  'store.no-database': ['there is no such database', false],
  'store.unsuitable-server': ['the database server cannot be used', false],
  'store.role-missing': [
    'the role claimgate_app is missing and this user may not make it; as an administrator run: CREATE ROLE ' +
      'claimgate_app NOLOGIN; then: GRANT claimgate_app TO the user in the address of the database',
    false,
  ],
  'store.role-unsafe': ['the role claimgate_app may bypass row-level security', false],
  'store.schema-newer': ['the database was made by a newer release', false],
  'store.schema-older': ['the process that has the database is an older release', false],
  'store.locked': ['another process has this database', false],
  'store.no-owner': ['no other process has this database open', true],
  'store.no-file-lock': ['files cannot be locked on this machine; use PostgreSQL', false],
  'store.not-opened': ['the embedded database cannot be opened', false],
  'store.not-durable': ['commits of the embedded database do not reach the disk', false],
} as const satisfies Readonly<Record<string, readonly [message: string, isRetryable: boolean]>>;

export type StoreFailureCode = keyof typeof FAILURES;

/** `place` is a name of our own schema, or an SQLSTATE; never a value. */
export function storeFailure(
  code: StoreFailureCode,
  { place, cause }: { place?: string | undefined; cause?: unknown } = {},
): Failure {
  const [message, isRetryable] = FAILURES[code];
  return new Failure({
    code,
    message: place === undefined ? message : `${message} (${place})`,
    isRetryable,
    ...(cause === undefined ? {} : { cause }),
  });
}

/** SQLSTATE, or its class, to what it means for us (PostgreSQL documentation, appendix A). */
const CODE_BY_STATE: Readonly<Record<string, StoreFailureCode>> = {
  '08': 'store.unavailable',
  // The server shuts down or starts; a standby refuses to write until it is promoted.
  '57': 'store.unavailable',
  '25006': 'store.unavailable',
  '53': 'store.out-of-resources',
  '53300': 'store.unavailable',
  '58': 'store.unavailable',
  '40': 'store.serialization',
  '55P03': 'store.busy',
  '25P03': 'store.busy',
  '57014': 'store.busy',
  '23': 'store.constraint',
  '23505': 'store.key-exists',
  '28': 'store.access-denied',
  '3D000': 'store.no-database',
  '42501': 'store.permission-denied',
  // Raised by our own triggers.
  CG001: 'store.append-only',
  CG002: 'store.entry-not-balanced',
};

const CODE_BY_CONSTRAINT: Readonly<Record<string, StoreFailureCode>> = {
  control_number_nine_digits: 'store.control-numbers-used-up',
};

/**
 * Whatever the driver threw, as a Failure without a word of the server's: its message and detail quote values.
 * Mistakes of ours stay what they are.
 */
export function failureOf(error: unknown): unknown {
  if (error instanceof DatabaseError) return serverFailure(error);
  const isOurs = error instanceof InvariantViolation || error instanceof Failure;
  const isMistake = error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;
  // What is left are sockets and the driver's own words for a connection that is gone.
  return isOurs || isMistake ? error : storeFailure('store.unavailable');
}

function serverFailure({ code: state = '', constraint }: DatabaseError): Failure {
  const special = CODE_BY_CONSTRAINT[constraint ?? ''];
  const code = special ?? CODE_BY_STATE[state] ?? CODE_BY_STATE[state.slice(0, 2)] ?? 'store.refused';
  return storeFailure(code, { place: constraint ?? state });
}

/** SQLSTATE classes after which a transaction is surely rolled back, also where COMMIT itself answers with them. */
const ROLLED_BACK: ReadonlySet<StoreFailureCode> = new Set([
  'store.serialization',
  'store.key-exists',
  'store.constraint',
  'store.append-only',
  'store.entry-not-balanced',
]);

/** What it means that COMMIT ended in this error: surely rolled back, or nobody knows. */
export function commitFailureOf(error: unknown): unknown {
  const failure = failureOf(error);
  if (!(failure instanceof Failure)) return failure;
  return ROLLED_BACK.has(failure.code as StoreFailureCode) ? failure : storeFailure('store.commit-unknown');
}
