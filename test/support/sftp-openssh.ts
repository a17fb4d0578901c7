import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { SftpOptions } from '../../src/connectors/sftp/sftp-options.ts';
import { sftpTransport } from '../../src/connectors/sftp/sftp-transport.ts';
import type { ContractPartner } from '../contract/transport-contract.ts';

const SSHD = '/usr/sbin/sshd';

export interface OpenSshServer extends ContractPartner {
  readonly port: number;
  /** What `ssh-keygen -lf` printed. */
  readonly hostKeySha256: string;
  readonly options: SftpOptions;
}

/** Why OpenSSH's server cannot run here; undefined when it can. */
export function whyNoOpenSsh(): string | undefined {
  if (!existsSync(SSHD)) return 'no /usr/sbin/sshd';
  if (spawnSync('ssh-keygen', ['-?']).error !== undefined) return 'no ssh-keygen';
  // A root sshd needs the directory that its package makes at boot.
  if (process.getuid?.() === 0 && !existsSync('/run/sshd')) {
    try {
      mkdirSync('/run/sshd', { mode: 0o755 });
    } catch {
      return 'no /run/sshd';
    }
  }
  return undefined;
}

/**
 * OpenSSH's own server on loopback, as the current user, with keys and files of its own.
 * With `fileKilobytesMax` it can write no larger file: the kernel refuses, as a full disk would. `configuration` are
 * further lines of its `sshd_config`.
 */
export async function startOpenSsh(
  limits: { fileKilobytesMax?: number; configuration?: readonly string[] } = {},
): Promise<OpenSshServer> {
  const home = mkdtempSync(path.join(tmpdir(), 'claimgate-sshd-'));
  const root = path.join(home, 'mailbox');
  for (const directory of [root, ...['in', 'uploading', 'out'].map((name) => path.join(root, name))]) {
    mkdirSync(directory);
  }
  keygen('-q', '-t', 'ed25519', '-N', '', '-f', path.join(home, 'host-key'));
  keygen('-q', '-t', 'ed25519', '-N', 'pass phrase', '-f', path.join(home, 'user-key'));
  const hostKeySha256 = keygen('-lf', path.join(home, 'host-key.pub')).split(' ')[1] ?? '';
  const port = await freePort();
  writeFileSync(
    path.join(home, 'sshd_config'),
    [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${home}/host-key`,
      `PidFile ${home}/pid`,
      `AuthorizedKeysFile ${home}/user-key.pub`,
      'StrictModes no',
      'UsePAM no',
      'PasswordAuthentication no',
      'PermitRootLogin prohibit-password',
      'Subsystem sftp internal-sftp',
      'ForceCommand internal-sftp',
      ...(limits.configuration ?? []),
      '',
    ].join('\n'),
  );
  // Ignoring the signal turns the limit into an error of write(2), where it would else end the process.
  const limit =
    limits.fileKilobytesMax === undefined ? '' : `trap '' XFSZ; ulimit -f ${limits.fileKilobytesMax}; `;
  const server = spawn('bash', ['-c', `${limit}exec ${SSHD} -D -e -f "$0"`, path.join(home, 'sshd_config')], {
    stdio: 'ignore',
  });
  const options: SftpOptions = {
    host: '127.0.0.1',
    port,
    username: userInfo().username,
    privateKey: readFileSync(path.join(home, 'user-key'), 'utf8'),
    passphrase: 'pass phrase',
    hostKeySha256: [hostKeySha256],
    operationTimeoutMs: 10_000,
  };
  await untilListening(port, server);
  return {
    root,
    remoteRoot: root,
    port,
    hostKeySha256,
    options,
    transport: () => sftpTransport(options),
    async stop() {
      const ended = new Promise((resolve) => {
        server.once('exit', resolve);
      });
      if (server.kill()) await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function untilListening(port: number, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (server.exitCode !== null) throw new Error('sshd ended at its start');
    const isListening = await new Promise<boolean>((resolve) => {
      const probe = connect({ host: '127.0.0.1', port }, () => resolve(true));
      probe.once('error', () => resolve(false));
      probe.once('connect', () => probe.destroy());
    });
    if (isListening) return;
    await wait(25);
  }
  throw new Error('sshd does not listen');
}

function keygen(...args: string[]): string {
  const { status, stdout } = spawnSync('ssh-keygen', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error('ssh-keygen failed');
  return stdout;
}
