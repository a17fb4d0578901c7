import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../base/failure.ts';
import type { PartnerProfile } from '../partners/profile.ts';
import type { ArchiveWriter } from '../ports/archive.ts';
import type { Failpoint } from '../ports/failpoint.ts';
import type { Store } from '../ports/store.ts';
import type { RemoteFile, Transport, TransportSession } from '../ports/transport.ts';
import type { WakeUp } from '../ports/wake-up.ts';
import { isPlainName, remotePath } from './remote-path.ts';

export interface CollectDependencies {
  readonly store: Store;
  readonly archive: ArchiveWriter;
  readonly wakeUp: WakeUp;
  readonly transportOf: (partnerId: string) => Transport;
  readonly profileOf: (partnerId: string) => PartnerProfile;
  readonly failpoint?: Failpoint;
}

export interface CollectOutcome {
  /** Files whose bytes had not been received before. */
  readonly newFiles: number;
  /** Bytes received again, under whatever name. */
  readonly repeatedFiles: number;
}

type Download = PartnerProfile['sftp']['download'][number];

/** A file of one directory that has stopped growing. */
interface SettledFile extends RemoteFile {
  readonly path: string;
}

/** What concerns one file and leaves the connection as it was: the others go on. */
const FILE_FAILURES: ReadonlySet<string> = new Set([
  'transport.short-read',
  'transport.file-changed',
  'transport.permission-denied',
  'transport.no-such-file',
]);

/**
 * Fetches what the partner has left for us. A file counts once its size and time are the same in two listings, its
 * bytes are archived under their hash before anything reads them, and only after the commit that records it may it
 * be removed there. Throws the `Failure` of a broken connection at once, and `collect.incomplete` at the end where
 * single files could not be fetched.
 */
export async function collectFiles(
  dependencies: CollectDependencies,
  tenantId: string,
  partnerId: string,
): Promise<CollectOutcome> {
  const profile = dependencies.profileOf(partnerId);
  const session = await dependencies.transportOf(partnerId).connect();
  const outcome = { newFiles: 0, repeatedFiles: 0 };
  let failedCount = 0;
  try {
    for (const download of profile.sftp.download) {
      const listing = await settledFiles(session, download);
      if (listing.hasUnusableName) await openNameWorkItem(dependencies.store, tenantId, partnerId);
      for (const file of listing.files) {
        try {
          const isNew = await fetchFile(dependencies, session, { tenantId, partnerId, download, file });
          if (isNew === true) outcome.newFiles++;
          if (isNew === false) outcome.repeatedFiles++;
        } catch (error) {
          if (!(error instanceof Failure) || !FILE_FAILURES.has(error.code)) throw error;
          failedCount++;
        }
      }
    }
  } finally {
    await session.close();
  }
  if (failedCount > 0) {
    throw new Failure({
      code: 'collect.incomplete',
      message: 'some files of the partner could not be fetched',
      isRetryable: true,
    });
  }
  return outcome;
}

/** Files that two listings show alike; a name that could lead out of the directory is never touched. */
async function settledFiles(
  session: TransportSession,
  download: Download,
): Promise<{ readonly files: readonly SettledFile[]; readonly hasUnusableName: boolean }> {
  const listed = await finishedFiles(session, download);
  const before = listed.filter((file) => isPlainName(file.name));
  const hasUnusableName = before.length < listed.length;
  if (before.length === 0) return { files: [], hasUnusableName };
  await sleep(download.settleSeconds * 1000);
  const after = new Map((await finishedFiles(session, download)).map((file) => [file.name, file]));
  const files = before.flatMap((file) => {
    const later = after.get(file.name);
    const isSettled =
      later !== undefined &&
      later.sizeBytes === file.sizeBytes &&
      later.modifiedAtSeconds === file.modifiedAtSeconds;
    return isSettled ? [{ ...file, path: remotePath(download.directory, file.name) }] : [];
  });
  return { files, hasUnusableName };
}

async function finishedFiles(session: TransportSession, download: Download): Promise<RemoteFile[]> {
  const files = await session.list(download.directory);
  return files.filter(({ name }) => !download.ignoreSuffixes.some((suffix) => name.endsWith(suffix)));
}

/** One for a partner: such a file cannot be fetched, and its name is not repeated. */
async function openNameWorkItem(store: Store, tenantId: string, partnerId: string): Promise<void> {
  await store.inTransaction(tenantId, ({ workItems }) =>
    workItems.open([
      {
        id: `file-name-unusable:${partnerId}`,
        kind: 'file-quarantined',
        codes: ['file.name-unusable'],
      },
    ]),
  );
}

/** Whether the bytes are new; undefined when this very file was received and stays where it is. */
async function fetchFile(
  { store, archive, wakeUp, failpoint }: CollectDependencies,
  session: TransportSession,
  {
    tenantId,
    partnerId,
    download,
    file,
  }: {
    readonly tenantId: string;
    readonly partnerId: string;
    readonly download: Download;
    readonly file: SettledFile;
  },
): Promise<boolean | undefined> {
  const { path, sizeBytes, modifiedAtSeconds } = file;
  const sighting = { remotePath: path, sizeBytes, modifiedAtSeconds };
  // Only where files stay: what is about to be removed is removed for its bytes, never for its name.
  if (download.after === 'leave') {
    const isKnown = await store.inTransaction(tenantId, ({ files }) =>
      files.isKnownSighting(partnerId, sighting),
    );
    if (isKnown) return undefined;
  }
  const archived = await archive.put(session.read(path));
  if (archived.sizeBytes !== sizeBytes || (await session.stat(path))?.sizeBytes !== sizeBytes) {
    throw new Failure({
      code: 'transport.file-changed',
      message: 'the file changed while it was read',
      isRetryable: true,
    });
  }
  const { sha256 } = archived;
  await failpoint?.('collect.fetched');
  const { isNew } = await store.inTransaction(tenantId, async ({ files, jobs }) => {
    const recorded = await files.record({ partnerId, sha256, sizeBytes, sighting });
    if (recorded.isNew) await jobs.enqueue([{ kind: 'receive-file', subject: sha256, partnerId }]);
    await failpoint?.('collect.before-commit');
    return recorded;
  });
  await failpoint?.('collect.after-commit');
  if (isNew) wakeUp.wake(tenantId);
  if (download.after === 'delete') {
    await session.remove(path);
    await failpoint?.('collect.removed');
  }
  return isNew;
}
