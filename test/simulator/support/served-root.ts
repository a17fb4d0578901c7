import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ConnectConfig, OpenMode, SFTPWrapper } from 'ssh2';
import ssh2 from 'ssh2';
import { generateHostKey } from '../../../src/simulator/sftp-server/host-key.ts';
import { type SftpServer, startSftpServer } from '../../../src/simulator/sftp-server/sftp-server.ts';

/** Status codes of SFTP version 3. */
export const NO_SUCH_FILE = 2;
export const PERMISSION_DENIED = 3;
export const FAILURE = 4;

export const hostKey = generateHostKey();
export const userKey = generateHostKey();

export function publicLine(privateKey: string): string {
  const key = ssh2.utils.parseKey(privateKey);
  if (key instanceof Error) throw key;
  const [first] = [key].flat();
  return `ssh-ed25519 ${first?.getPublicSSH().toString('base64')}`;
}

/** A server over a directory of its own, what it told, and its clients. */
export class ServedRoot {
  /** Holds the root, and what clients must never see. */
  readonly outside = mkdtempSync(path.join(tmpdir(), 'claimgate-sftp-'));
  readonly root = path.join(this.outside, 'root');
  readonly stored: string[] = [];
  readonly abandoned: string[] = [];
  readonly server: Promise<SftpServer>;
  #clients: ssh2.Client[] = [];

  constructor() {
    mkdirSync(this.root);
    this.server = startSftpServer({
      rootDirectory: this.root,
      hostKey,
      users: { biller: 'right' },
      authorizedKeys: [{ username: 'robot', publicKey: publicLine(userKey) }],
      onFileStored: (remotePath) => this.stored.push(remotePath),
      onFileAbandoned: (remotePath) => this.abandoned.push(remotePath),
      fixedDirectories: ['/fixed'],
    });
  }

  async openClient(credentials: ConnectConfig): Promise<SFTPWrapper> {
    const { port } = await this.server;
    const client = new ssh2.Client();
    this.#clients.push(client);
    return new Promise((resolve, reject) => {
      client.on('error', reject);
      client.on('ready', () => client.sftp((error, sftp) => (error ? reject(error) : resolve(sftp))));
      client.connect({ host: '127.0.0.1', port, ...credentials });
    });
  }

  asBiller(): Promise<SFTPWrapper> {
    return this.openClient({ username: 'biller', password: 'right' });
  }

  /** Every client vanishes. */
  breakOff(): void {
    for (const client of this.#clients) client.destroy();
    this.#clients = [];
  }

  async stop(): Promise<void> {
    this.breakOff();
    await (await this.server).stop();
    rmSync(this.outside, { recursive: true });
  }
}

/** The answer's value, or the status code that it refused with. */
export function answer<T>(
  request: (done: (error: Error | null | undefined, value: T) => void) => void,
): Promise<T | { status: number }> {
  return new Promise((resolve) => {
    request((error, value) =>
      resolve(error ? { status: (error as unknown as { code: number }).code } : value),
    );
  });
}

export async function opened(sftp: SFTPWrapper, file: string, mode: OpenMode): Promise<Buffer> {
  return (await answer<Buffer>((done) => sftp.open(file, mode, done))) as Buffer;
}

export async function write(sftp: SFTPWrapper, file: string, text: string): Promise<void> {
  const handle = await opened(sftp, file, 'wx');
  const bytes = Buffer.from(text);
  await answer((done) => sftp.write(handle, bytes, 0, bytes.length, 0, done as never));
  await answer((done) => sftp.close(handle, done as never));
}
