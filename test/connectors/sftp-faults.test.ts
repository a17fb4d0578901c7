import { type AddressInfo, createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/failure.ts';
import type { SftpOptions } from '../../src/connectors/sftp/sftp-options.ts';
import { sftpTransport } from '../../src/connectors/sftp/sftp-transport.ts';
import type { TransportSession } from '../../src/ports/transport.ts';
import { generateHostKey, hostKeyFingerprint } from '../../src/simulator/sftp-server/host-key.ts';
import {
  type Fault,
  type FaultSftpServer,
  type FaultyOperation,
  startFaultSftpServer,
} from '../support/fault-sftp-server.ts';

const TIMEOUT_MS = 300;
const BIG = Buffer.alloc(700_000, 'A');
const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;
const FAILURE = 4;

let server: FaultSftpServer;
let sessions: TransportSession[] = [];

beforeEach(async () => {
  server = await startFaultSftpServer({ files: { '/out/f': 'x'.repeat(200_000) } });
});
afterEach(async () => {
  await Promise.all(sessions.map((session) => session.close()));
  sessions = [];
  await server.stop();
});

function options(changes: Partial<SftpOptions> = {}): SftpOptions {
  return {
    host: '127.0.0.1',
    port: server.port,
    username: 'secret-name',
    password: 'right',
    hostKeySha256: [server.hostKeySha256],
    operationTimeoutMs: TIMEOUT_MS,
    ...changes,
  };
}

async function connect(changes: Partial<SftpOptions> = {}): Promise<TransportSession> {
  const session = await sftpTransport(options(changes)).connect();
  sessions.push(session);
  return session;
}

/** The Failure that the attempt throws; anything else thrown, or success, fails the test. */
async function failureOf(attempt: Promise<unknown>): Promise<Failure> {
  const outcome = await attempt.then(
    () => 'success',
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(Failure);
  const failure = outcome as Failure;
  // No path, host, user or word of the server's reaches a log.
  expect(`${failure.message} ${String(failure.cause)}`).not.toMatch(
    /[/\\]|127\.0|secret-name|planted|said of/,
  );
  return failure;
}

async function readAll(session: TransportSession, path: string): Promise<number> {
  let byteCount = 0;
  for await (const piece of session.read(path)) byteCount += piece.length;
  return byteCount;
}

describe('an upload', () => {
  test.each([1, 2, 3, 6])('is no success when WRITE %i is refused', async (nth) => {
    server.fault('write', ({ ordinal }) => (ordinal === nth ? FAILURE : undefined));
    const failure = await failureOf((await connect()).create('/up/f', BIG));
    expect([failure.code, failure.isRetryable]).toEqual(['transport.failure', true]);
  });

  test.each([
    [PERMISSION_DENIED, 'transport.permission-denied', false],
    [8, 'transport.unsupported', false],
  ])('keeps apart what WRITE status %i means', async (status, code, isRetryable) => {
    server.fault('write', () => status);
    const failure = await failureOf((await connect()).create('/up/f', BIG));
    expect([failure.code, failure.isRetryable]).toEqual([code, isRetryable]);
  });

  test('is no success when CLOSE is refused', async () => {
    server.fault('close', () => FAILURE);
    expect((await failureOf((await connect()).create('/up/f', BIG))).code).toBe('transport.failure');
  });

  test.each([1, 3, 6])(
    'is no success when the server says OK to WRITE %i and stores nothing',
    async (nth) => {
      server.fault('write', ({ ordinal }) => (ordinal >= nth ? 'lie' : undefined));
      const failure = await failureOf((await connect()).create('/up/f', BIG));
      expect([failure.code, failure.isRetryable]).toEqual(['transport.short-write', true]);
    },
  );

  test('is no success when its size cannot be verified', async () => {
    server.fault('lstat', () => FAILURE);
    expect((await failureOf((await connect()).create('/up/f', BIG))).code).toBe('transport.failure');
  });

  test('goes on for longer than the deadline while the server keeps answering', async () => {
    const slow = await startFaultSftpServer();
    const session = await connect({
      port: slow.port,
      hostKeySha256: [slow.hostKeySha256],
      operationTimeoutMs: 300,
    });
    slow.delay('write', 20);
    await session.create('/f', BIG);
    expect(slow.files.get('/f')).toHaveLength(BIG.length);
    await slow.stop();
  });
});

type Attempt = (session: TransportSession) => Promise<unknown>;
const ATTEMPTS: readonly [FaultyOperation, Attempt][] = [
  ['open', (session) => session.create('/up/f', BIG)],
  ['write', (session) => session.create('/up/f', BIG)],
  ['close', (session) => session.create('/up/f', BIG)],
  ['lstat', (session) => session.create('/up/f', BIG)],
  ['lstat', (session) => session.stat('/out/f')],
  ['rename', (session) => session.rename('/out/f', '/out/g')],
  ['remove', (session) => session.remove('/out/f')],
  ['opendir', (session) => session.list('/out')],
  ['readdir', (session) => session.list('/out')],
  ['open', (session) => readAll(session, '/out/f')],
  ['fstat', (session) => readAll(session, '/out/f')],
  ['read', (session) => readAll(session, '/out/f')],
];

describe.each(ATTEMPTS)('a fault in %s', (operation, attempt) => {
  test.each<[Fault, string]>([
    ['swallow', 'transport.timeout'],
    ['reset', 'transport.connection-lost'],
    ['reset-after', 'transport.connection-lost'],
    [PERMISSION_DENIED, 'transport.permission-denied'],
  ])('of the kind %s is a failure in bounded time', async (fault, code) => {
    server.fault(operation, () => fault);
    const session = await connect();
    const start = performance.now();
    const failure = await failureOf(attempt(session));
    expect(failure.code).toBe(code);
    expect(failure.isRetryable).toBe(code !== 'transport.permission-denied');
    expect(performance.now() - start).toBeLessThan(TIMEOUT_MS + 1000);
  });

  test('that broke the connection fails what comes after it at once', async () => {
    server.fault(operation, () => 'swallow');
    const session = await connect();
    await failureOf(attempt(session));
    const start = performance.now();
    expect((await failureOf(session.stat('/out/f'))).code).toBe('transport.connection-lost');
    expect(performance.now() - start).toBeLessThan(100);
  });
});

describe('looking for an object', () => {
  test('takes only "no such file" for absent, never a bare failure', async () => {
    const session = await connect();
    server.fault('lstat', () => FAILURE);
    expect((await failureOf(session.stat('/out/f'))).code).toBe('transport.failure');
    server.fault('lstat', () => NO_SUCH_FILE);
    expect(await session.stat('/out/f')).toBeUndefined();
  });
});

describe('a rename', () => {
  test('whose answer is lost is a failure although it took effect', async () => {
    server.fault('rename', () => 'reset-after');
    const failure = await failureOf((await connect()).rename('/out/f', '/out/g'));
    expect([failure.code, failure.isRetryable]).toEqual(['transport.connection-lost', true]);
    expect([...server.files.keys()]).toEqual(['/out/g']);
  });

  test('refused while the name is free is not taken for a name that exists', async () => {
    server.fault('rename', () => FAILURE);
    expect((await failureOf((await connect()).rename('/out/f', '/out/g'))).code).toBe('transport.failure');
  });
});

describe('a download', () => {
  test('that ends early is short, not complete', async () => {
    server.fault('read', ({ ordinal }) => (ordinal >= 3 ? 'lie' : undefined));
    const failure = await failureOf(readAll(await connect(), '/out/f'));
    expect([failure.code, failure.isRetryable]).toEqual(['transport.short-read', true]);
  });

  test('of a file that grows meanwhile is refused', async () => {
    server.fault('read', () => {
      const file = server.files.get('/out/f') ?? Buffer.alloc(0);
      server.files.set('/out/f', Buffer.concat([file, Buffer.alloc(50_000)]));
      return undefined;
    });
    const failure = await failureOf(readAll(await connect(), '/out/f'));
    expect([failure.code, failure.isRetryable]).toEqual(['transport.file-changed', true]);
  });

  test('gives names as the partner sent them, for the caller to refuse', async () => {
    server.files.set('/out/../../etc/cron.d/x', Buffer.from('1'));
    const names = (await (await connect()).list('/out')).map((file) => file.name);
    expect(names).toContain('../../etc/cron.d/x');
  });
});

describe('connecting', () => {
  test('to a host whose key is not pinned ends before any credential is sent', async () => {
    const pinned = [hostKeyFingerprint(generateHostKey())];
    const failure = await failureOf(connect({ hostKeySha256: pinned }));
    expect([failure.code, failure.isRetryable]).toEqual(['transport.host-key-changed', false]);
    const none = await failureOf(connect({ hostKeySha256: [] }));
    expect(none.code).toBe('transport.host-key-changed');
    expect(server.authentications).toEqual([]);
  });

  test('goes on when one of two pins matches, as in a rotation', async () => {
    const pins = [hostKeyFingerprint(generateHostKey()), server.hostKeySha256];
    await connect({ hostKeySha256: pins });
    expect(server.authentications).toContain('secret-name');
  });

  test('with a wrong password is refused for good', async () => {
    const failure = await failureOf(connect({ password: 'wrong' }));
    expect([failure.code, failure.isRetryable]).toEqual(['transport.auth-refused', false]);
  });

  test('with a private key that cannot be read says so', async () => {
    const failure = await failureOf(connect({ privateKey: 'not a key' }));
    expect([failure.code, failure.isRetryable]).toEqual(['transport.private-key-unreadable', false]);
  });

  test('to a port where nothing listens is retryable', async () => {
    const { port } = server;
    await server.stop();
    const failure = await failureOf(connect({ port }));
    expect([failure.code, failure.isRetryable]).toEqual(['transport.unreachable', true]);
  });

  test('to a host that accepts and stays silent ends at the deadline', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => {
      silent.listen(0, '127.0.0.1', resolve);
    });
    const failure = await failureOf(connect({ port: (silent.address() as AddressInfo).port }));
    expect([failure.code, failure.isRetryable]).toEqual(['transport.timeout', true]);
    silent.close();
  });

  test('to a server that offers only old algorithms is refused for good', async () => {
    const old = await startFaultSftpServer({ kex: ['diffie-hellman-group14-sha1'] });
    const failure = await failureOf(connect({ port: old.port, hostKeySha256: [old.hostKeySha256] }));
    expect([failure.code, failure.isRetryable]).toEqual(['transport.handshake-refused', false]);
    expect(old.authentications).toEqual([]);
    await old.stop();
  });
});
