import { Failure } from '../base/failure.ts';
import type { ArchivedBytes, ArchiveWriter } from '../ports/archive.ts';
import type { Sighting } from '../ports/exchange-store.ts';
import type { Store } from '../ports/store.ts';
import type { TransportSession } from '../ports/transport.ts';
import { type Download, isSame, type SettledFile } from './settled-files.ts';

/** A file whose bytes are archived and not on record yet. */
export interface FetchedFile extends ArchivedBytes {
  readonly path: string;
  readonly name: string;
  readonly sighting: Sighting;
  /** It was gone when it was to be looked at again. */
  readonly hasVanished: boolean;
}

/** What concerns one file and leaves the connection as it was: the others go on. */
const FILE_FAILURES: ReadonlySet<string> = new Set([
  'transport.short-read',
  'transport.file-changed',
  'transport.permission-denied',
]);

/**
 * Archives one file's bytes. `nothing`: it was received before and stays where it is, or somebody has taken it away
 * since it was listed. `failed`: it cannot be had now. Other Failures are thrown.
 */
export async function fetchFile(
  { store, archive }: { readonly store: Store; readonly archive: ArchiveWriter },
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
): Promise<FetchedFile | 'nothing' | 'failed'> {
  const { path, name, sizeBytes, modifiedAtSeconds } = file;
  const sighting = { remotePath: path, sizeBytes, modifiedAtSeconds };
  // Only where files stay: what is about to be removed is removed for its bytes, never for its name.
  if (download.after === 'leave') {
    const isKnown = await store.inTransaction(tenantId, ({ files }) =>
      files.isKnownSighting(partnerId, sighting),
    );
    if (isKnown) return 'nothing';
  }
  try {
    const archived = await archive.put(session.read(path));
    const now = await session.stat(path);
    const isWhole = archived.sizeBytes === sizeBytes && (now === undefined || isSame(file, now));
    return isWhole ? { ...archived, path, name, sighting, hasVanished: now === undefined } : 'failed';
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.code === 'transport.no-such-file') return 'nothing';
    if (FILE_FAILURES.has(error.code)) return 'failed';
    throw error;
  }
}
