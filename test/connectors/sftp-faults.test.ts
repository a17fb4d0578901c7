import { type AddressInfo, createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/failure.ts';
import type { SftpOptions } from '../../src/connectors/sftp/sftp-options.ts';
import { sftpTransport } from '../../src/connectors/sftp/sftp-transport.ts';
import type { TransportSession } from '../../src/ports/transport.ts';
import { generateHostKey, hostKeyFingerprint } from '../../src/simulator/sftp-server/host-key.ts';
import { type FaultSftpServer, startFaultSftpServer } from '../support/fault-sftp-server.ts';

/** Ample for a handshake on a busy machine; what waits for its end waits no longer. */
const TIMEOUT_MS = 1500;
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

// Other software notes the error of a failed upload and then marks the file as sent all the same.
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

  test('is no success when the stored size is another', async () => {
    server.fault('lstat', () => 'lie');
    expect((await failureOf((await connect()).create('/up/f', BIG))).code).toBe('transport.short-write');
  });

  test('is a success where the mode cannot be set, neither by handle nor by name', async () => {
    server.fault('setstat', () => FAILURE);
    await (await connect()).create('/up/f', BIG);
    expect(server.files.get('/up/f')).toHaveLength(BIG.length);
  });

  test('is no success when its source breaks off, and the failure is the source’s', async () => {
    const broken = new Failure({ code: 'archive.corrupt', message: 'other bytes', isRetryable: false });
    async function* source(): AsyncGenerator<Uint8Array> {
      yield BIG;
      await Promise.resolve();
      throw broken;
    }
    const session = await connect();
    await expect(session.create('/up/f', source())).rejects.toBe(broken);
    expect(await session.stat('/out/f')).toMatchObject({ sizeBytes: 200_000 });
  });

  test('takes its bytes as they come, a piece at a time', async () => {
    let given = 0;
    let ahead = 0;
    async function* source(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 40; i++) {
        const stored = server.files.get('/up/f')?.length ?? 0;
        ahead = Math.max(ahead, given - stored);
        given += 100_000;
        yield await Promise.resolve(Buffer.alloc(100_000, i));
      }
    }
    await (await connect()).create('/up/f', source());
    expect(server.files.get('/up/f')).toHaveLength(4_000_000);
    expect(ahead).toBeLessThan(1_000_000);
  });

  test('is no success when its size cannot be verified', async () => {
    server.fault('lstat', () => FAILURE);
    expect((await failureOf((await connect()).create('/up/f', BIG))).code).toBe('transport.failure');
  });

  test('goes on for longer than the deadline while the server keeps answering', async () => {
    const slow = await startFaultSftpServer();
    const session = await connect({ port: slow.port, hostKeySha256: [slow.hostKeySha256] });
    slow.delay('write', 100);
    await session.create('/f', BIG);
    expect(slow.files.get('/f')).toHaveLength(BIG.length);
    await slow.stop();
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
  test('in one step replaces nothing whose name it cannot look at', async () => {
    const session = await connect();
    server.fault('lstat', () => FAILURE);
    expect((await failureOf(session.rename('/out/f', '/out/g'))).code).toBe('transport.failure');
    expect(server.requests.filter((request) => request.startsWith('posix-rename'))).toEqual([]);
  });

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

describe('several connections', () => {
  test('do not share their end', async () => {
    const [first, second, third] = await Promise.all([connect(), connect(), connect()]);
    let writes = 0;
    server.fault('write', ({ path }) => (path === '/up/1' && ++writes === 2 ? 'reset' : undefined));
    const ends = await Promise.allSettled([
      first.create('/up/1', BIG),
      second.create('/up/2', BIG),
      third.create('/up/3', BIG),
    ]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(server.files.get('/up/2')).toHaveLength(BIG.length);
    expect(server.files.get('/up/3')).toHaveLength(BIG.length);
  });

  test('that break under five operations asked for at once leave none of them waiting', async () => {
    const session = await connect();
    server.fault('write', ({ ordinal }) => (ordinal === 5 ? 'reset' : undefined));
    const ends = await Promise.allSettled([1, 2, 3, 4, 5].map((i) => session.create(`/up/${i}`, BIG)));
    expect(ends.every(({ status }) => status === 'rejected')).toBe(true);
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

  test('to a server that offers only old algorithms works where the profile admits them', async () => {
    const old = await startFaultSftpServer({ kex: ['diffie-hellman-group14-sha1'] });
    const pinned = { port: old.port, hostKeySha256: [old.hostKeySha256] };
    const session = await connect({
      ...pinned,
      operationTimeoutMs: 20_000,
      olderAlgorithms: { kex: ['diffie-hellman-group14-sha1'] },
    });
    expect(await session.stat('/nothing')).toBeUndefined();
    await old.stop();
  });

  test('to a server that offers only old algorithms is refused for good', async () => {
    const old = await startFaultSftpServer({ kex: ['diffie-hellman-group14-sha1'] });
    const failure = await failureOf(connect({ port: old.port, hostKeySha256: [old.hostKeySha256] }));
    expect([failure.code, failure.isRetryable]).toEqual(['transport.handshake-refused', false]);
    expect(old.authentications).toEqual([]);
    await old.stop();
  });
});
