import { Failure } from '../base/failure.ts';
import type { DeliveryMode } from '../domain/exchange/delivery-protocol.ts';
import { deliveryModeOf } from '../partners/delivery-mode.ts';
import type { PartnerProfile } from '../partners/profile.ts';
import type { Finding, PartnerCapabilities, PartnerProbe } from '../ports/partner-probe.ts';
import type { TransportSession } from '../ports/transport.ts';
import { remotePath } from './remote-path.ts';

export interface ProbeOptions {
  /** Makes the probe's names unlike those of any other probe. */
  readonly name: string;
  /** Renames one small file into the upload directory, where the partner may see it, and removes it again. */
  readonly throughUploadDirectory?: boolean;
}

const PROBE_BYTES = new TextEncoder().encode('claimgate probe\n');

/** What stands in the way of a partner that was found to do less than nothing: all unknown. */
const NOTHING_KNOWN: PartnerCapabilities = {
  exclusiveCreate: 'unknown',
  rename: 'unknown',
  posixRename: 'unknown',
  fsync: 'unknown',
  readBack: 'unknown',
  sameFileSystem: 'unknown',
  temporaryApart: 'unknown',
};

/**
 * Tries what delivery counts on with objects of its own in the temporary directory, removes them, and gives the
 * strongest mode that holds. Throws the transport's Failure where not even such an object can be made or removed.
 */
export async function probePartner(
  session: TransportSession,
  profile: PartnerProfile,
  options: ProbeOptions,
): Promise<PartnerProbe> {
  const { temporaryDirectory } = profile.sftp.upload;
  const offered: PartnerCapabilities = {
    ...NOTHING_KNOWN,
    posixRename: yesOrNo(session.renameMode === 'posix-rename'),
    fsync: yesOrNo(session.canSync),
  };
  const capabilities =
    temporaryDirectory === undefined
      ? offered
      : { ...offered, ...(await tryObjects(session, profile, { ...options, temporaryDirectory })) };
  return { partnerId: profile.id, mode: modeOf(profile, capabilities), capabilities };
}

/** Without a rename from one directory to the other the file has to grow under its final name. */
function modeOf({ sftp }: PartnerProfile, found: PartnerCapabilities): DeliveryMode {
  const canRename = found.rename === 'yes' && found.sameFileSystem !== 'no';
  const offered = !canRename ? 'ack-gated' : found.posixRename === 'yes' ? 'posix-rename' : 'plain-rename';
  return deliveryModeOf({ configured: sftp.upload.mode, offered }) ?? offered;
}

type Tried = Omit<PartnerCapabilities, 'posixRename' | 'fsync'>;

async function tryObjects(
  session: TransportSession,
  { sftp }: PartnerProfile,
  { name, throughUploadDirectory = false, temporaryDirectory }: ProbeOptions & { temporaryDirectory: string },
): Promise<Tried> {
  const { directory } = sftp.upload;
  const first = remotePath(temporaryDirectory, `${name}.1.part`);
  const second = remotePath(temporaryDirectory, `${name}.2.part`);
  await session.create(first, PROBE_BYTES);
  try {
    const exclusiveCreate = await answerOf(() => session.create(first, PROBE_BYTES), {
      'transport.target-exists': 'yes',
    });
    const readBack = yesOrNo(await isReadBack(session, first));
    const rename = await answerOf(() => session.rename(first, second));
    const found = {
      // Success would mean that it wrote over what was there.
      exclusiveCreate: exclusiveCreate === 'done' ? 'no' : exclusiveCreate,
      readBack,
      rename: rename === 'done' ? 'yes' : rename,
      temporaryApart: yesOrNo(!isWithin(temporaryDirectory, directory)),
    } as const;
    if (found.rename !== 'yes') return { ...found, sameFileSystem: 'unknown' };
    const sameFileSystem = throughUploadDirectory
      ? await throughUpload(session, second, remotePath(directory, `${name}.part`))
      : await comparedFileSystems(session, temporaryDirectory, directory);
    return { ...found, sameFileSystem };
  } finally {
    await session.remove(first);
    await session.remove(second);
  }
}

/** What the partner made of it; other failures than its refusal go on. */
async function answerOf(
  work: () => Promise<void>,
  meanings: Readonly<Record<string, Finding>> = {},
): Promise<Finding | 'done'> {
  try {
    await work();
    return 'done';
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const meaning = meanings[error.code];
    if (meaning !== undefined) return meaning;
    if (REFUSALS.has(error.code)) return 'no';
    throw error;
  }
}

const REFUSALS: ReadonlySet<string> = new Set([
  'transport.failure',
  'transport.permission-denied',
  'transport.unsupported',
  'transport.target-exists',
]);

async function isReadBack(session: TransportSession, path: string): Promise<boolean> {
  const read: number[] = [];
  try {
    for await (const piece of session.read(path)) read.push(...piece);
  } catch (error) {
    if (error instanceof Failure && error.code !== 'transport.connection-lost') return false;
    throw error;
  }
  return read.length === PROBE_BYTES.length && PROBE_BYTES.every((byte, at) => byte === read[at]);
}

async function throughUpload(session: TransportSession, from: string, to: string): Promise<Finding> {
  try {
    const answer = await answerOf(() => session.rename(from, to));
    return answer === 'done' ? 'yes' : answer;
  } finally {
    await session.remove(to);
  }
}

/** Servers that tell no file system leave it open until something is renamed through. */
async function comparedFileSystems(session: TransportSession, one: string, other: string): Promise<Finding> {
  const [first, second] = [await session.fileSystemOf(one), await session.fileSystemOf(other)];
  return first === undefined || second === undefined ? 'unknown' : yesOrNo(first === second);
}

function isWithin(directory: string, parent: string): boolean {
  return directory.replace(/\/*$/, '/').startsWith(parent.replace(/\/*$/, '/'));
}

function yesOrNo(isSo: boolean): Finding {
  return isSo ? 'yes' : 'no';
}
