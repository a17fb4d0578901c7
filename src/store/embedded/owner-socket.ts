import { chmodSync, mkdtempSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Duplex, pipeline } from 'node:stream';

/** By which number `pg` and `psql` find the socket in its directory (libpq, "host"). */
export const SOCKET_PORT = 5432;
const SOCKET_NAME = `.s.PGSQL.${SOCKET_PORT}`;

/** The address of a socket holds 108 bytes on Linux and 104 on macOS, the last of them zero. */
const PATH_BYTES_MAX = 103;

/** Says where the socket is when it cannot be in the directory of the database. */
const PLACE_FILE = 'socket-directory';
const ELSEWHERE = 'claimgate-';
const CONNECTIONS_MAX = 32;

export interface OwnerSocket {
  close(): Promise<void>;
}

/** The directory in which guests find the owner's socket, where there is an owner. */
export function socketDirectory(directory: string): string {
  try {
    return readFileSync(path.join(directory, PLACE_FILE), 'utf8');
  } catch {
    return directory;
  }
}

/**
 * Lets other processes of the same user in, by a socket in the directory; elsewhere, where the path is too long or
 * the file system holds no sockets. Call it only with the lock on the directory.
 */
export async function openOwnerSocket(directory: string, connectionFor: () => Duplex): Promise<OwnerSocket> {
  removeFormer(directory);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // Either end that breaks takes the other with it; the guest sees its connection end.
    pipeline(socket, connectionFor(), socket, () => undefined);
  });
  server.maxConnections = CONNECTIONS_MAX;
  await listenSomewhere(server, directory);
  server.unref();
  return {
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
      removeFormer(directory);
    },
  };
}

async function listenSomewhere(server: Server, directory: string): Promise<void> {
  const here = path.join(directory, SOCKET_NAME);
  if (Buffer.byteLength(here) <= PATH_BYTES_MAX && (await listens(server, here))) return;
  const elsewhere = mkdtempSync(path.join(tmpdir(), ELSEWHERE));
  // Written first, so that whoever comes after a crash knows what to remove.
  writeFileSync(path.join(directory, PLACE_FILE), elsewhere, { mode: 0o600 });
  await listen(server, path.join(elsewhere, SOCKET_NAME));
}

async function listens(server: Server, file: string): Promise<boolean> {
  try {
    await listen(server, file);
    return true;
  } catch {
    return false;
  }
}

async function listen(server: Server, file: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(file, () => {
      server.off('error', reject);
      resolve();
    });
  });
  // The directory keeps others out already; this is for one that was made with other permissions.
  chmodSync(file, 0o600);
}

/** What an owner that was killed left behind, or this one leaves now. */
function removeFormer(directory: string): void {
  const former = socketDirectory(directory);
  rmSync(path.join(former, SOCKET_NAME), { force: true });
  rmSync(path.join(directory, PLACE_FILE), { force: true });
  if (former === directory || !path.basename(former).startsWith(ELSEWHERE)) return;
  try {
    rmdirSync(former);
  } catch {
    // Somebody tidied it away, or put something into it.
  }
}
