import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Instant } from '../base/time.ts';
import { Clearinghouse } from './clearinghouse.ts';
import { countReceived, type ReceivedCounts } from './count-received.ts';
import { writeAtOnce } from './mailbox.ts';
import type { RuleTable } from './payer/rule.ts';
import type { Scenario } from './scenario/scenario-schema.ts';
import { sftpTroublemaker } from './scenario/sftp-troublemaker.ts';
import { generateHostKey } from './sftp-server/host-key.ts';
import { type SftpServer, startSftpServer } from './sftp-server/sftp-server.ts';
import { TakingQueue } from './taking-queue.ts';

export interface SimulatorOptions {
  /** Its mailbox, archive and memory; made where it does not exist, continued where it does. */
  readonly directory: string;
  readonly username: string;
  readonly password: string;
  /** A free port when absent or 0. */
  readonly port?: number;
  /** The same seed and the same claims give the same decisions. */
  readonly seed?: string;
  /** How long after its claims a remittance appears. */
  readonly remitDelayMs?: number;
  readonly rules?: RuleTable;
  /** Decides in place of the rules, under its own seed (`docs/scenarios.md`). */
  readonly scenario?: Scenario;
  readonly clock?: () => Date;
  /**
   * Told of an error (a full disk) that kept a file from being answered, which stays in `inbound` until a restart, or a
   * remittance from being published, which is tried again.
   */
  readonly onFailure?: (error: unknown) => void;
}

export interface Simulator {
  readonly port: number;
  /** `SHA256:…`, for a partner profile. */
  readonly hostKeySha256: string;
  readonly username: string;
  readonly password: string;
  readonly directory: string;
  /** Remittances that are written and not yet due. */
  readonly pendingCount: number;
  /** When the last file came; undefined while none has. */
  readonly lastTakenAt: Instant | undefined;
  counts(): ReceivedCounts;
  /** Looks at the clock: what is due appears. For clocks that are set by hand. */
  publishDue(): void;
  /** Resolves when every file that came is answered; throws where one could not be. */
  answered(): Promise<void>;
  /** Resolves when every file taken is answered and every remittance is out; throws where one could not be. */
  idle(): Promise<void>;
  /** Ends connections and timers. What is pending stays pending, on disk. */
  stop(): Promise<void>;
}

/** What a partner profile says for this simulator: where to upload, where nobody looks, where answers appear. */
export const SIMULATOR_DIRECTORIES = {
  upload: '/inbound',
  temporary: '/uploading',
  download: '/outbound',
  bank: '/bank',
} as const;

/** Starts a clearinghouse with payers behind a real SFTP server on loopback (`docs/simulator.md`). */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { directory, username, password } = options;
  const onFailure = options.onFailure ?? ((): void => undefined);
  const clearinghouse = new Clearinghouse({
    directory,
    seed: options.seed ?? options.scenario?.seed ?? 'claimgate',
    remitDelayMs: options.remitDelayMs ?? 2000,
    clock: options.clock ?? ((): Date => new Date()),
    onFailure,
    ...(options.rules === undefined ? {} : { rules: options.rules }),
    ...(options.scenario === undefined ? {} : { scenario: options.scenario }),
  });
  const queue = new TakingQueue(clearinghouse, onFailure);
  for (const fileName of clearinghouse.waitingFiles) queue.add(fileName);
  await queue.whenDone();
  const answered = async (): Promise<void> => {
    await queue.whenDone();
    queue.throwFailure();
  };
  const server = await serveMailbox(clearinghouse, queue, options).catch((error: unknown) => {
    clearinghouse.stop();
    throw error;
  });
  return {
    port: server.port,
    hostKeySha256: server.hostKeySha256,
    username,
    password,
    directory,
    get pendingCount() {
      return clearinghouse.pendingCount;
    },
    get lastTakenAt() {
      return clearinghouse.journal.received.at(-1)?.at;
    },
    counts: () => countReceived(clearinghouse.journal.received),
    publishDue: () => clearinghouse.publishDue(),
    answered,
    async idle() {
      await answered();
      await clearinghouse.whenNothingPending();
    },
    async stop() {
      await server.stop();
      await queue.whenDone();
      clearinghouse.stop();
    },
  };
}

/** Serves the mailbox over SFTP: what comes to stand in `/inbound` is taken. */
async function serveMailbox(
  { mailbox }: Clearinghouse,
  queue: TakingQueue,
  { directory, username, password, port = 0, scenario }: SimulatorOptions,
): Promise<SftpServer> {
  return startSftpServer({
    rootDirectory: mailbox.root,
    hostKey: keptHostKey(directory),
    users: { [username]: password },
    port,
    ...(scenario === undefined ? {} : { beforeRequest: sftpTroublemaker(scenario.sftp) }),
    fixedDirectories: Object.values(SIMULATOR_DIRECTORIES),
    onFileStored(remotePath) {
      if (isUpload(remotePath)) queue.add(path.posix.basename(remotePath));
    },
    onFileAbandoned(remotePath) {
      // Half a file under a final name would be taken for a whole one after a restart.
      if (isUpload(remotePath)) rmSync(path.join(mailbox.root, remotePath), { force: true });
    },
  });
}

function isUpload(remotePath: string): boolean {
  return path.posix.dirname(remotePath) === SIMULATOR_DIRECTORIES.upload;
}

/** The host key stays the same over restarts, so that a pin on it stays true. */
function keptHostKey(directory: string): string {
  const file = path.join(directory, 'host-key');
  if (!existsSync(file)) writeAtOnce(file, generateHostKey());
  return readFileSync(file, 'latin1');
}
