import { setTimeout as sleep } from 'node:timers/promises';
import type { PartnerProfile } from '../partners/profile.ts';
import type { RemoteFile, RemoteState, TransportSession } from '../ports/transport.ts';
import { isPlainName, remotePath } from './remote-path.ts';

export type Download = PartnerProfile['sftp']['download'][number];

/** A file of one directory that has stopped growing. */
export interface SettledFile extends RemoteFile {
  readonly path: string;
}

/**
 * Files that two listings show alike, oldest first: what a partner said of one interchange stands together then. A name that could lead
 * out of the directory is never touched.
 */
export async function settledFiles(
  session: TransportSession,
  download: Download,
): Promise<{ readonly files: readonly SettledFile[]; readonly hasUnusableName: boolean }> {
  const listed = await finishedFiles(session, download);
  const before = listed.filter((file) => isPlainName(file.name));
  const hasUnusableName = before.length < listed.length;
  if (before.length === 0) return { files: [], hasUnusableName };
  await sleep(download.settleSeconds * 1000);
  const after = new Map((await finishedFiles(session, download)).map((file) => [file.name, file]));
  const files = before.flatMap((file) =>
    isSame(file, after.get(file.name)) ? [{ ...file, path: remotePath(download.directory, file.name) }] : [],
  );
  return { files: files.toSorted(byAge), hasUnusableName };
}

function byAge(one: SettledFile, other: SettledFile): number {
  return one.modifiedAtSeconds - other.modifiedAtSeconds || (one.name < other.name ? -1 : 1);
}

/** Whether a file looks the way it did. */
export function isSame(before: RemoteState, now: RemoteState | undefined): boolean {
  return now?.sizeBytes === before.sizeBytes && now.modifiedAtSeconds === before.modifiedAtSeconds;
}

async function finishedFiles(session: TransportSession, download: Download): Promise<RemoteFile[]> {
  const files = await session.list(download.directory);
  return files.filter(({ name }) => !download.ignoreSuffixes.some((suffix) => name.endsWith(suffix)));
}
