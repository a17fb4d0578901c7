import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/failure.ts';
import { sftpTransport } from '../../src/connectors/sftp/sftp-transport.ts';
import type { TransportSession } from '../../src/ports/transport.ts';
import { type Fault, type FaultyOperation, startFaultSftpServer } from '../support/fault-sftp-server.ts';

/** Whatever an operation meets, at whatever point: it ends, and what it says is true. */

const BIG = Buffer.alloc(700_000, 'A');
const SIX_PIECES = [1, 3, 6];
const SEVEN_READS = [1, 4, 7];

interface Row {
  readonly operation: FaultyOperation;
  /** The requests of this kind that go wrong, one a case. */
  readonly ordinals: readonly number[];
  readonly what: string;
  readonly attempt: (session: TransportSession) => Promise<unknown>;
  readonly hasNoExtensions?: true;
}

const create: Row['attempt'] = (session) => session.create('/up/f', BIG);
const read: Row['attempt'] = async (session) => {
  for await (const _ of session.read('/out/f')) continue;
};
const rename: Row['attempt'] = (session) => session.rename('/out/f', '/out/g');
const list: Row['attempt'] = (session) => session.list('/out');

const ROWS: readonly Row[] = [
  { operation: 'open', ordinals: [1], what: 'an upload', attempt: create },
  { operation: 'write', ordinals: SIX_PIECES, what: 'an upload', attempt: create },
  { operation: 'fsync', ordinals: [1], what: 'an upload', attempt: create },
  { operation: 'close', ordinals: [1], what: 'an upload', attempt: create },
  { operation: 'lstat', ordinals: [1], what: 'an upload', attempt: create },
  { operation: 'lstat', ordinals: [1], what: 'a look', attempt: (session) => session.stat('/out/f') },
  { operation: 'lstat', ordinals: [1], what: 'a rename in one step', attempt: rename },
  { operation: 'rename', ordinals: [1], what: 'a rename in one step', attempt: rename },
  { operation: 'rename', ordinals: [1], what: 'a plain rename', attempt: rename, hasNoExtensions: true },
  { operation: 'remove', ordinals: [1], what: 'a removal', attempt: (session) => session.remove('/out/f') },
  { operation: 'opendir', ordinals: [1], what: 'a listing', attempt: list },
  { operation: 'readdir', ordinals: [1, 2], what: 'a listing', attempt: list },
  { operation: 'open', ordinals: [1], what: 'a download', attempt: read },
  { operation: 'fstat', ordinals: [1], what: 'a download', attempt: read },
  { operation: 'read', ordinals: SEVEN_READS, what: 'a download', attempt: read },
];

/** What each fault must be told as, and whether trying again may help. */
const FAULTS: readonly (readonly [Fault, string, boolean])[] = [
  [4, 'transport.failure', true],
  [3, 'transport.permission-denied', false],
  [8, 'transport.unsupported', false],
  ['reset', 'transport.connection-lost', true],
  ['close', 'transport.connection-lost', true],
  ['reset-after', 'transport.connection-lost', true],
  ['swallow', 'transport.timeout', true],
  ['black-hole', 'transport.timeout', true],
];

const CASES = ROWS.flatMap((row) =>
  row.ordinals.flatMap((ordinal) =>
    FAULTS.map(([fault, code, isRetryable]) => ({ ...row, ordinal, fault, code, isRetryable })),
  ),
);

describe.concurrent('the fault matrix', () => {
  test('has 24 cases at least, each operation with each fault', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(24);
    expect(new Set(CASES.map(({ operation, fault }) => `${operation} ${fault}`)).size).toBe(
      new Set(ROWS.map(({ operation }) => operation)).size * FAULTS.length,
    );
  });

  test.each(CASES)(
    '$what whose $operation $ordinal meets $fault fails as $code',
    async ({ operation, ordinal, attempt, hasNoExtensions, fault, code, isRetryable }) => {
      const server = await startFaultSftpServer({
        files: { '/out/f': Buffer.alloc(200_000, 'x') },
        ...(hasNoExtensions === undefined ? {} : { extensions: [] }),
      });
      const transport = sftpTransport({
        host: '127.0.0.1',
        port: server.port,
        username: 'secret-name',
        password: 'right',
        hostKeySha256: [server.hostKeySha256],
        // Only silence has to wait for it.
        operationTimeoutMs: code === 'transport.timeout' ? 1500 : 20_000,
      });
      const session = await transport.connect();
      try {
        server.fault(operation, (context) => (context.ordinal === ordinal ? fault : undefined));
        const failure = await attempt(session).then(
          () => 'success',
          (error: unknown) => error,
        );
        expect(failure).toBeInstanceOf(Failure);
        expect(failure).toMatchObject({ code, isRetryable });
        const told = `${(failure as Failure).message} ${String((failure as Failure).cause)}`;
        expect(told).not.toMatch(/[/\\]|127\.0|secret-name|planted|said of/);
        if (typeof fault === 'number') {
          // A refusal leaves the connection as it was.
          expect(await session.stat('/nothing')).toBeUndefined();
        } else {
          await expect(session.stat('/nothing')).rejects.toMatchObject({ code: 'transport.connection-lost' });
        }
        // A broken connection is nobody else's trouble.
        const other = await transport.connect();
        expect(await other.stat('/nothing')).toBeUndefined();
        await other.close();
      } finally {
        await session.close();
        await server.stop();
      }
    },
  );
});
