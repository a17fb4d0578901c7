// The partner's SFTP server: OpenSSH where the machine has it, because only that renames in one step by the protocol's
// own extension; the simulator's server elsewhere.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { load } from '../bench/built-core.mjs';

const SSHD = '/usr/sbin/sshd';
const PASSWORD = 'synthetic';

/** Whether OpenSSH's server can run here. */
export function hasOpenSsh() {
  if (!existsSync(SSHD) || spawnSync('ssh-keygen', ['-?']).error !== undefined) return false;
  if (process.getuid?.() !== 0 || existsSync('/run/sshd')) return true;
  // A root sshd needs the directory that its package makes at boot.
  try {
    mkdirSync('/run/sshd', { mode: 0o755 });
    return true;
  } catch {
    return false;
  }
}

/** Serves `root`. Gives `address` (what a profile says of it, with the secrets it refers to) and `stop`. */
export function startMailbox(server, place) {
  return server === 'openssh' ? startOpenSsh(place) : startInProcess(place);
}

async function startInProcess({ root, built }) {
  const { startSftpServer } = await load(built, 'simulator/sftp-server/sftp-server.js');
  const { generateHostKey } = await load(built, 'simulator/sftp-server/host-key.js');
  const server = await startSftpServer({
    rootDirectory: root,
    hostKey: generateHostKey(),
    users: { claimgate: PASSWORD },
  });
  return {
    address: {
      port: server.port,
      hostKeySha256: server.hostKeySha256,
      username: 'claimgate',
      auth: { passwordRef: 'file:keys/partner' },
      secret: PASSWORD,
      root: '',
    },
    stop: () => server.stop(),
  };
}

async function startOpenSsh({ directory, root }) {
  const at = (name) => path.join(directory, name);
  for (const name of ['host-key', 'user-key']) keygen('-q', '-t', 'ed25519', '-N', '', '-f', at(name));
  const port = await freePort();
  writeFileSync(
    at('sshd_config'),
    `Port ${port}
ListenAddress 127.0.0.1
HostKey ${at('host-key')}
PidFile none
AuthorizedKeysFile ${at('user-key.pub')}
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
MaxStartups 100
Subsystem sftp internal-sftp
ForceCommand internal-sftp
`,
  );
  const server = spawn('sh', ['-c', untilInputEnds('TERM'), SSHD, '-D', '-e', '-f', at('sshd_config')], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  await untilListening(port);
  return {
    address: {
      port,
      hostKeySha256: keygen('-lf', at('host-key.pub')).split(' ')[1],
      username: userInfo().username,
      auth: { privateKeyRef: 'file:keys/partner' },
      secret: readFileSync(at('user-key'), 'utf8').trimEnd(),
      root,
    },
    async stop() {
      const ended = new Promise((resolve) => {
        server.once('exit', resolve);
      });
      server.stdin.end();
      await ended;
    },
  };
}

/** A process that is killed takes its server with it: the pipe between them ends. */
export function untilInputEnds(signal) {
  return `"$0" "$@" & read -r _; kill -${signal} $!; wait`;
}

function keygen(...args) {
  const { status, stdout } = spawnSync('ssh-keygen', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error('ssh-keygen failed');
  return stdout;
}

/** A port that nobody has at the moment. */
export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function untilListening(port) {
  for (let attempt = 0; attempt < 400; attempt++) {
    const isListening = await new Promise((resolve) => {
      const probe = connect({ host: '127.0.0.1', port }, () => resolve(true));
      probe.once('error', () => resolve(false));
      probe.once('connect', () => probe.destroy());
    });
    if (isListening) return;
    await sleep(25);
  }
  throw new Error('the SSH server does not listen');
}
