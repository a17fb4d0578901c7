import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sftpTransport } from '../../src/connectors/sftp/sftp-transport.ts';
import type { Transport } from '../../src/ports/transport.ts';
import { generateHostKey } from '../../src/simulator/sftp-server/host-key.ts';
import {
  type SftpServer,
  type SftpServerOptions,
  startSftpServer,
} from '../../src/simulator/sftp-server/sftp-server.ts';

export const USERNAME = 'claimgate';
export const PASSWORD = 'synthetic';

export interface SftpMailbox {
  /** Where the partner's files lie on this machine. */
  readonly root: string;
  /** The same place as the transport names it. */
  readonly remoteRoot: string;
  readonly server: SftpServer;
  transport(operationTimeoutMs?: number): Transport;
  stop(): Promise<void>;
}

/** A mailbox with `in`, `uploading` and `out` behind the in-process SFTP server. */
export async function startSftpMailbox(
  options: Pick<SftpServerOptions, 'onFileStored' | 'extensions'> = {},
): Promise<SftpMailbox> {
  const root = mkdtempSync(path.join(tmpdir(), 'claimgate-mailbox-'));
  for (const directory of ['in', 'uploading', 'out']) mkdirSync(path.join(root, directory));
  const server = await startSftpServer({
    rootDirectory: root,
    hostKey: generateHostKey(),
    users: { [USERNAME]: PASSWORD },
    ...options,
  });
  return {
    root,
    remoteRoot: '',
    server,
    transport: (operationTimeoutMs = 10_000) =>
      sftpTransport({
        host: '127.0.0.1',
        port: server.port,
        username: USERNAME,
        password: PASSWORD,
        hostKeySha256: [server.hostKeySha256],
        operationTimeoutMs,
      }),
    async stop() {
      await server.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
