import { createHash } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { SFTPWrapper } from 'ssh2';
import ssh2 from 'ssh2';
import SftpClient from 'ssh2-sftp-client';
import { failureOf, type TransportFailureCode, transportFailure } from './sftp-failure.ts';
import { algorithmsOf, type SftpOptions } from './sftp-options.ts';

/** A partner proven to be itself, with one request at a time on the way. */
export interface SftpConnection {
  /** Whether the server's VERSION named the extension. */
  advertises(extension: string): boolean;
  /**
   * Runs one operation after those before it. Silence for longer than the deadline breaks the connection off;
   * an operation of many requests calls `progress` whenever it was answered.
   * `absent` is the failure that "no such file" means here.
   */
  readonly operate: <T>(
    operation: (sftp: SFTPWrapper, progress: () => void) => Promise<T>,
    absent?: TransportFailureCode,
  ) => Promise<T>;
  close(): Promise<void>;
}

/** Keepalives notice a dead network; they do not notice a server that no longer answers, which is the deadline's part. */
const KEEPALIVE_INTERVAL_MS = 10_000;
const KEEPALIVES_MAX = 3;
/** A polite end is worth a second. */
const END_TIMEOUT_MS = 1000;

const ignore = (): void => undefined;

/** Opens a connection, or throws a Failure; a host key that is not pinned ends it before any credential is sent. */
export async function openSftpConnection(options: SftpOptions): Promise<SftpConnection> {
  if (options.privateKey !== undefined) ensureReadable(options.privateKey, options.passphrase);
  // The library's own socket would leave Nagle's algorithm on: large uploads become up to 70 times slower.
  const socket = connect({ host: options.host, port: options.port, noDelay: true });
  const lost = whenClosed(socket);
  // Left out, these callbacks write to the console.
  const client = new SftpClient('claimgate', { error: ignore, end: ignore, close: ignore });
  try {
    const sftp = await authenticate(client, socket, lost, options);
    // A packet that cannot be decoded raises this event; without a listener it would end the process.
    sftp.on('error', () => socket.destroy());
    return {
      advertises: (extension) => Object.hasOwn(extensionsOf(sftp), extension),
      operate: oneAtATime(sftp, socket, lost, options.operationTimeoutMs),
      async close() {
        if (!socket.destroyed) await Promise.race([client.end().catch(ignore), wait(END_TIMEOUT_MS)]);
        socket.destroy();
      },
    };
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

async function authenticate(
  client: SftpClient,
  socket: Socket,
  lost: Promise<never>,
  options: SftpOptions,
): Promise<SFTPWrapper> {
  const { username, password, privateKey, passphrase } = options;
  let isPinned: boolean | undefined;
  let level: unknown;
  // The library's rejection drops the level, which alone tells a refused password from a broken line.
  client.on('error', (error: { level?: unknown }) => (level ??= error.level));
  const connecting = client.connect({
    sock: socket,
    username,
    ...(password === undefined ? {} : { password }),
    ...(privateKey === undefined ? {} : { privateKey }),
    ...(passphrase === undefined ? {} : { passphrase }),
    hostVerifier: (key: Buffer) => (isPinned = options.hostKeySha256.includes(fingerprint(key))),
    algorithms: algorithmsOf(options.olderAlgorithms),
    keepaliveInterval: KEEPALIVE_INTERVAL_MS,
    keepaliveCountMax: KEEPALIVES_MAX,
    // The deadline below is ours and covers more than the handshake.
    readyTimeout: 0,
  });
  try {
    return await withDeadline(() => connecting, socket, lost, options.operationTimeoutMs);
  } catch (error) {
    if (isPinned === false) throw transportFailure('transport.host-key-changed');
    if (level === 'client-authentication') throw transportFailure('transport.auth-refused');
    if (level === 'handshake') throw transportFailure('transport.handshake-refused');
    const failure = failureOf(error, 'transport.unreachable');
    throw failure.code === 'transport.timeout' ? failure : transportFailure('transport.unreachable');
  }
}

function oneAtATime(
  sftp: SFTPWrapper,
  socket: Socket,
  lost: Promise<never>,
  timeoutMs: number,
): SftpConnection['operate'] {
  let last: Promise<unknown> = Promise.resolve();
  return (operation, absent = 'transport.no-such-file') => {
    const result = last.then(async () => {
      if (socket.destroyed) throw transportFailure('transport.connection-lost');
      try {
        return await withDeadline((progress) => operation(sftp, progress), socket, lost, timeoutMs);
      } catch (error) {
        throw failureOf(error, absent);
      }
    });
    last = result.catch(ignore);
    return result;
  };
}

/** Requests under way when a connection breaks may never settle, so that the socket's end and the clock race them. */
async function withDeadline<T>(
  operation: (progress: () => void) => Promise<T>,
  socket: Socket,
  lost: Promise<never>,
  timeoutMs: number,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(transportFailure('transport.timeout'));
      socket.destroy();
    }, timeoutMs);
  });
  try {
    const running = operation(() => timer?.refresh());
    running.catch(ignore);
    return await Promise.race([running, deadline, lost]);
  } finally {
    clearTimeout(timer);
  }
}

function whenClosed(socket: Socket): Promise<never> {
  const lost = new Promise<never>((_, reject) => {
    socket.once('close', () => reject(transportFailure('transport.connection-lost')));
  });
  lost.catch(ignore);
  socket.on('error', ignore);
  return lost;
}

function fingerprint(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

function ensureReadable(privateKey: string, passphrase: string | undefined): void {
  if (ssh2.utils.parseKey(privateKey, passphrase) instanceof Error) {
    throw transportFailure('transport.private-key-unreadable');
  }
}

/** The library keeps what the server advertised to itself; a version that renames this fails the OpenSSH suite. */
function extensionsOf(sftp: SFTPWrapper): Readonly<Record<string, string>> {
  return (sftp as unknown as { _extensions?: Record<string, string> })._extensions ?? {};
}
