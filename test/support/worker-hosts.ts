import { cpSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Audit, auditServer } from './audit.ts';
import { type RunningCommand, startClaimgate, stopLeftovers } from './claimgate-process.ts';
import { type PostgresServer, startPostgres, whyNoPostgres } from './postgres-server.ts';
import { type RedisServer, startRedis, whyNoRedis } from './redis-server.ts';
import { type OpenSshServer, startOpenSsh, whyNoOpenSsh } from './sftp-openssh.ts';
import { type SimulatedDirectory, simulateDirectory } from './simulated-directory.ts';
import { makeWorkingDirectory, type PartnerChanges } from './working-directory.ts';

/** Everything that several hosts share, for real, and working directories of two of them. */
export interface WorkerHosts {
  readonly postgres: PostgresServer;
  readonly redis: RedisServer;
  /** `DATABASE_URL` and `REDIS_URL` of every process. */
  readonly env: Readonly<Record<string, string>>;
  /** The database as its superuser sees it. */
  readonly superuserUrl: string;
  /** Working directories of two hosts; the archive is one. */
  readonly places: readonly [string, string];
  readonly simulatorPath: string;
  startWorker(host: 0 | 1): Promise<RunningCommand>;
  audit(): Promise<Audit>;
  stop(): Promise<void>;
}

export function whyNoWorkerHosts(): string | undefined {
  return whyNoPostgres() ?? whyNoRedis() ?? whyNoOpenSsh();
}

export interface WorkerHostsOptions extends Pick<PartnerChanges, 'claimsPerInterchange'> {
  readonly sweepSeconds: number;
}

export async function startWorkerHosts(options: WorkerHostsOptions): Promise<WorkerHosts> {
  const { sweepSeconds, claimsPerInterchange = 25 } = options;
  const [postgres, redis, sshd] = await Promise.all([startPostgres(), startRedis(), startOpenSsh()]);
  const databaseUrl = await postgres.createDatabase();
  const directory = makeWorkingDirectory();
  const simulator = simulateDirectory(directory.simulatorPath);
  directory.addPartner(sshd, { claimsPerInterchange, ...behindOpenSsh(sshd, simulator) });
  const first = directory.path;
  writeFileSync(path.join(first, 'claimgate.yaml'), configuration(sweepSeconds));
  const second = `${first}-2`;
  cpSync(first, second, { recursive: true });
  rmSync(path.join(second, 'archive'), { recursive: true });
  symlinkSync(path.join(first, 'archive'), path.join(second, 'archive'));
  const env = { DATABASE_URL: databaseUrl, REDIS_URL: redis.url };
  const superuserUrl = postgres.asSuperuser(databaseUrl);
  return {
    postgres,
    redis,
    env,
    superuserUrl,
    places: [first, second],
    simulatorPath: directory.simulatorPath,
    async startWorker(host) {
      const worker = startClaimgate(['worker', '--directory', host === 0 ? first : second], { env });
      await worker.firstLine;
      return worker;
    },
    audit: () => auditServer(superuserUrl),
    async stop() {
      await stopLeftovers();
      simulator.stop();
      await Promise.all([sshd.stop(), redis.stop()]);
      await postgres.stop();
      directory.remove();
    },
  };
}

function configuration(sweepSeconds: number): string {
  return `tenant: default
api:
  port: 0
workers:
  sweepSeconds: ${sweepSeconds}
  metrics:
    port: 0
`;
}

function behindOpenSsh({ options }: OpenSshServer, { root }: SimulatedDirectory): PartnerChanges {
  const { username, privateKey = '', passphrase = '' } = options;
  return {
    sftp: {
      username,
      auth: { privateKeyRef: 'file:keys/partner-key', passphraseRef: 'file:keys/partner-passphrase' },
      upload: { directory: `${root}/inbound`, temporaryDirectory: `${root}/uploading` },
      download: [{ directory: `${root}/outbound`, settleSeconds: 0.1 }],
    },
    secrets: { 'keys/partner-key': privateKey, 'keys/partner-passphrase': passphrase },
  };
}
