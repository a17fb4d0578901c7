import { type AddressInfo, createServer, type Socket, type Server as SocketServer } from 'node:net';
import type { Connection } from 'ssh2';
import ssh2 from 'ssh2';
import { type AuthorizedKey, authenticator } from './authentication.ts';
import { EXTENSIONS, type Extension } from './extensions.ts';
import { hostKeyFingerprint } from './host-key.ts';
import { servedDirectory } from './served-directory.ts';
import { type SftpSessionOptions, serveSftpSession } from './sftp-session.ts';

export interface SftpServerOptions {
  /** The directory that clients see as `/`. */
  readonly rootDirectory: string;
  /** A private key's text, as `generateHostKey` gives it. */
  readonly hostKey: string;
  /** Passwords by user name. */
  readonly users?: Readonly<Record<string, string>>;
  readonly authorizedKeys?: readonly AuthorizedKey[];
  /** A free port when absent. */
  readonly port?: number;
  /** Told the remote path (`/inbound/name`) of each file written and closed, or renamed into place. */
  readonly onFileStored?: (remotePath: string) => void;
  /** Told the remote path of each file that a client had open for writing when it vanished. */
  readonly onFileAbandoned?: (remotePath: string) => void;
  /** Asked before each request: whether it is answered at all. */
  readonly beforeRequest?: SftpSessionOptions['beforeRequest'];
  /** Directories (`/inbound`) that clients can neither remove nor rename. */
  readonly fixedDirectories?: readonly string[];
  /** What it offers beyond SFTP version 3; all that it knows when absent. */
  readonly extensions?: readonly Extension[];
}

export interface SftpServer {
  readonly port: number;
  /** `SHA256:…`, as `ssh-keygen -lf` prints it and as a partner profile pins it. */
  readonly hostKeySha256: string;
  /** Ends every connection and resolves when the port is free and nothing that a client asked for is under way. */
  stop(): Promise<void>;
}

/**
 * Starts an SSH server on loopback that speaks SFTP version 3 and nothing else: no shell, no forwarding.
 * Both of its renames are one `rename()` of the file system; only the plain one refuses a name that is taken.
 */
export async function startSftpServer(options: SftpServerOptions): Promise<SftpServer> {
  const directory = await servedDirectory(options.rootDirectory, options.fixedDirectories);
  const authenticate = authenticator({
    users: options.users ?? {},
    authorizedKeys: options.authorizedKeys ?? [],
  });
  const served = {
    directory,
    extensions: options.extensions ?? (Object.keys(EXTENSIONS) as Extension[]),
    onFileStored: options.onFileStored ?? ((): void => undefined),
    onFileAbandoned: options.onFileAbandoned ?? ((): void => undefined),
    ...(options.beforeRequest === undefined ? {} : { beforeRequest: options.beforeRequest }),
  };
  const sessions = new Set<() => Promise<void>>();
  const ssh = new ssh2.Server({ hostKeys: [options.hostKey] }, (connection: Connection) => {
    // A client that breaks off or speaks nonsense is its own trouble.
    connection.on('error', () => undefined);
    connection.on('authentication', authenticate);
    connection.on('session', (accept) => {
      accept().on('sftp', (acceptSftp) => {
        const sftp = acceptSftp();
        const whenDone = serveSftpSession(sftp, { ...served, breakOff: () => connection.end() });
        sessions.add(whenDone);
        sftp.on('close', () => {
          void whenDone().then(() => sessions.delete(whenDone));
        });
      });
    });
  });
  const sockets = new Set<Socket>();
  // With Nagle's algorithm each small answer waits for the client's delayed ACK, which costs a hundredfold.
  const listener = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    ssh.injectSocket(socket);
  });
  const port = await listen(listener, options.port ?? 0);
  return {
    port,
    hostKeySha256: hostKeyFingerprint(options.hostKey),
    async stop() {
      const closed = new Promise<void>((resolve) => {
        listener.close(() => resolve());
      });
      for (const socket of sockets) socket.destroy();
      await closed;
      await Promise.all([...sessions].map((whenDone) => whenDone()));
    },
  };
}

function listen(listener: SocketServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(port, '127.0.0.1', () => {
      listener.off('error', reject);
      resolve((listener.address() as AddressInfo).port);
    });
  });
}
