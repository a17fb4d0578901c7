import { createHash } from 'node:crypto';
import { Failure } from '../base/failure.ts';
import type { MailboxProfile } from '../partners/profile.ts';
import type { ArchiveWriter } from '../ports/archive.ts';
import type { Failpoint } from '../ports/failpoint.ts';
import type { Store } from '../ports/store.ts';
import type { Transport, TransportSession } from '../ports/transport.ts';
import type { WakeUp } from '../ports/wake-up.ts';
import { clearAway } from './clear-away.ts';
import { type FetchedFile, fetchFile } from './fetch-file.ts';
import { type Download, type SettledFile, settledFiles } from './settled-files.ts';

export interface CollectDependencies {
  readonly store: Store;
  readonly archive: ArchiveWriter;
  readonly wakeUp: WakeUp;
  readonly transportOf: (partnerId: string) => Transport;
  readonly profileOf: (partnerId: string) => MailboxProfile;
  /** Names the worker in the leases by which many share a directory. */
  readonly owner: string;
  /** How long a file of a worker that vanished waits; 15 when absent. */
  readonly leaseSeconds?: number;
  readonly failpoint?: Failpoint;
}

export interface CollectOutcome {
  /** Files whose bytes had not been received before. */
  readonly newFiles: number;
  /** Bytes received again, under whatever name. */
  readonly repeatedFiles: number;
}

/** Files that are leased and committed together: few enough that a crash repeats little. */
const BATCH_FILES = 25;
/** A file whose worker vanished waits no longer. Renewed from file to file; never a matter of correctness. */
const LEASE_SECONDS = 15;

/** One worker's look into one directory of a partner. */
interface Round {
  readonly dependencies: CollectDependencies;
  readonly session: TransportSession;
  readonly tenantId: string;
  readonly partnerId: string;
  readonly download: Download;
  readonly counts: { newFiles: number; repeatedFiles: number; failedFiles: number };
}

/**
 * Fetches what the partner has left for us. A file counts once its size and time are the same in two listings and
 * after it was read, its bytes are archived under their hash before anything reads them, and only after the commit
 * that records it may it be removed or moved there. Any number of workers may do this at once. Throws the `Failure`
 * of a broken connection at once, and `collect.incomplete` at the end where single files could not be fetched.
 */
export async function collectFiles(
  dependencies: CollectDependencies,
  tenantId: string,
  partnerId: string,
): Promise<CollectOutcome> {
  const profile = dependencies.profileOf(partnerId);
  const session = await dependencies.transportOf(partnerId).connect();
  const counts = { newFiles: 0, repeatedFiles: 0, failedFiles: 0 };
  try {
    for (const download of profile.sftp.download) {
      const listing = await settledFiles(session, download);
      const round: Round = { dependencies, session, tenantId, partnerId, download, counts };
      if (listing.hasUnusableName) await openWorkItem(round, 'file.name-unusable');
      const files = rotated(listing.files, dependencies.owner);
      for (let start = 0; start < files.length; start += BATCH_FILES) {
        await collectBatch(round, files.slice(start, start + BATCH_FILES));
      }
    }
  } finally {
    await session.close();
  }
  const { failedFiles, ...outcome } = counts;
  if (failedFiles === 0) return outcome;
  throw new Failure({
    code: 'collect.incomplete',
    message: 'some files of the partner could not be fetched',
    isRetryable: true,
  });
}

/** Workers begin at different places, so that they do not all ask for the same files first. */
function rotated(files: readonly SettledFile[], owner: string): readonly SettledFile[] {
  if (files.length === 0) return files;
  const start = createHash('sha256').update(owner).digest().readUInt32BE(0) % files.length;
  return [...files.slice(start), ...files.slice(0, start)];
}

async function collectBatch(round: Round, files: readonly SettledFile[]): Promise<void> {
  const { dependencies, tenantId, partnerId } = round;
  const { store, owner, leaseSeconds = LEASE_SECONDS } = dependencies;
  const take = (paths: readonly string[]): Promise<ReadonlySet<string>> =>
    store.inTransaction(tenantId, ({ fileLeases }) =>
      fileLeases.take(partnerId, paths, { owner, leaseSeconds }),
    );
  const taken = await take(files.map(({ path }) => path));
  let renewAtMs = performance.now() + (leaseSeconds * 1000) / 3;
  try {
    await collectTaken(
      round,
      files.filter(({ path }) => taken.has(path)),
      async () => {
        if (performance.now() < renewAtMs) return;
        await take([...taken]);
        renewAtMs = performance.now() + (leaseSeconds * 1000) / 3;
      },
    );
  } finally {
    await store.inTransaction(tenantId, ({ fileLeases }) => fileLeases.release(partnerId, [...taken], owner));
  }
}

/** What was fetched before a connection broke is recorded all the same. */
async function collectTaken(
  round: Round,
  files: readonly SettledFile[],
  renew: () => Promise<void>,
): Promise<void> {
  const { session, dependencies, tenantId, partnerId, download, counts } = round;
  const fetched: FetchedFile[] = [];
  let broken: Failure | undefined;
  for (const file of files) {
    try {
      await renew();
      const one = await fetchFile(dependencies, session, { tenantId, partnerId, download, file });
      if (one === 'failed') counts.failedFiles++;
      else if (one !== 'nothing') fetched.push(one);
      await dependencies.failpoint?.('collect.fetched');
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      broken = error;
      break;
    }
  }
  const recorded = await record(round, fetched);
  if (broken !== undefined) throw broken;
  for (const file of recorded) {
    if (!(await clearAway(session, download, file))) await openWorkItem(round, 'file.not-removable');
    await dependencies.failpoint?.('collect.removed');
  }
}

/** One commit for the batch; gives the files that are on record now. */
async function record(round: Round, fetched: readonly FetchedFile[]): Promise<readonly FetchedFile[]> {
  const { dependencies, tenantId, partnerId, counts } = round;
  if (fetched.length === 0) return [];
  const { fresh, known } = await dependencies.store.inTransaction(tenantId, async ({ files, jobs }) => {
    const isNew: FetchedFile[] = [];
    const isKnown: FetchedFile[] = [];
    for (const file of fetched) {
      const { sha256, sizeBytes, sighting } = file;
      // What was gone before it could be looked at again counts only where another worker saw all of it.
      if (file.hasVanished && (await files.get(sha256)) === undefined) continue;
      const recorded = await files.record({ partnerId, sha256, sizeBytes, sighting });
      (recorded.isNew ? isNew : isKnown).push(file);
    }
    await jobs.enqueue(isNew.map(({ sha256 }) => ({ kind: 'receive-file', subject: sha256, partnerId })));
    await dependencies.failpoint?.('collect.before-commit');
    return { fresh: isNew, known: isKnown };
  });
  await dependencies.failpoint?.('collect.after-commit');
  counts.newFiles += fresh.length;
  counts.repeatedFiles += known.length;
  counts.failedFiles += fetched.length - fresh.length - known.length;
  if (fresh.length > 0) dependencies.wakeUp.wake(tenantId);
  return [...fresh, ...known];
}

/** One for a partner: the name of the file is not repeated. */
async function openWorkItem({ dependencies, tenantId, partnerId }: Round, code: string): Promise<void> {
  const id = `${code.replace('.', '-')}:${partnerId}`;
  await dependencies.store.inTransaction(tenantId, ({ workItems }) =>
    workItems.open([{ id, kind: 'file-quarantined', codes: [code] }]),
  );
}
