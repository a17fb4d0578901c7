import { escapedName } from '../base/escaped-name.ts';
import { Failure } from '../base/failure.ts';
import type { DeliveryMode } from '../domain/exchange/delivery-protocol.ts';
import { probePartner } from '../flows/probe-partner.ts';
import { isPlainName } from '../flows/remote-path.ts';
import type { MailboxProfile, PartnerProfile } from '../partners/profile.ts';
import type { PartnerCapabilities, PartnerProbe } from '../ports/partner-probe.ts';
import type { TransportSession } from '../ports/transport.ts';

/** `warn`: it works, and somebody should know how. */
export interface Check {
  readonly name: string;
  readonly verdict: 'ok' | 'warn' | 'FAIL';
  readonly detail: string;
}

export interface PartnerReport {
  readonly checks: readonly Check[];
  /** Absent where the partner could not be tried. */
  readonly probe?: PartnerProbe;
}

const REMEDY: Readonly<Record<string, string>> = {
  'transport.unreachable': 'check host and port, and that the partner admits this address',
  'transport.host-key-changed':
    'nothing was sent; ask the partner whether its key changed, then pin the new fingerprint beside the old one',
  'transport.handshake-refused': 'ask the partner what its server speaks; olderAlgorithms admits some of it',
  'transport.auth-refused': 'check user name, password or key with the partner',
  'transport.permission-denied': 'ask the partner for permission on the directory',
  'transport.no-such-directory': 'check the directory names in the profile',
};

/** What each mode is worth. Only the first may be called exactly-once. */
const MODE_WORTH: Readonly<Record<DeliveryMode, string>> = {
  'posix-rename': 'each interchange reaches the partner exactly once, whatever breaks',
  'plain-rename':
    'not exactly-once: after a break in the rename a delivery may be left in doubt, for a person',
  'ack-gated':
    'not exactly-once: after any break the delivery is in doubt until the partner answers, or a person does',
};

const CAPABILITY_WORDS: readonly (readonly [keyof PartnerCapabilities, string])[] = [
  ['exclusiveCreate', 'refuses to create a name that is there'],
  ['rename', 'renames'],
  ['posixRename', 'offers posix-rename@openssh.com'],
  ['fsync', 'offers fsync@openssh.com'],
  ['readBack', 'lets uploads be read back'],
  ['sameFileSystem', 'has temporary and upload directory on one file system'],
  ['temporaryApart', 'has the temporary directory outside the upload directory'],
];

/** Connects to a partner and tries what delivery and collection need; sends no claim. */
export async function reportOnPartner(
  connect: () => Promise<TransportSession>,
  profile: MailboxProfile,
  options: { readonly throughUploadDirectory: boolean },
): Promise<PartnerReport> {
  let session: TransportSession | undefined;
  const connection = await attempt('connect with the pinned host key and log in', async () => {
    session = await connect();
    return `${profile.sftp.host}:${profile.sftp.port}`;
  });
  const checks = [connection, ...algorithmChecks(profile)];
  if (session === undefined) return { checks };
  try {
    // A bank takes nothing from us.
    if (profile.kind === 'bank') {
      return { checks: [...checks, ...(await downloadChecks(session, profile))] };
    }
    const { probe, ...tried } = await probeUploads(session, profile, options);
    checks.push(...tried.checks, ...(await downloadChecks(session, profile)));
    return probe === undefined ? { checks } : { checks, probe };
  } finally {
    await session.close();
  }
}

async function attempt(name: string, work: () => Promise<string>): Promise<Check> {
  try {
    return { name, verdict: 'ok', detail: await work() };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const remedy = REMEDY[error.code];
    return {
      name,
      verdict: 'FAIL',
      detail: `${error.code}: ${error.message}${remedy ? ` (${remedy})` : ''}`,
    };
  }
}

function algorithmChecks({ sftp }: MailboxProfile): Check[] {
  const older = Object.values(sftp.olderAlgorithms ?? {}).flat();
  if (older.length === 0) return [];
  const detail = `${older.join(', ')}: weaker than what OpenSSH still offers; ask the partner for something newer`;
  return [{ name: 'older algorithms admitted', verdict: 'warn', detail }];
}

async function probeUploads(
  session: TransportSession,
  profile: PartnerProfile,
  options: { readonly throughUploadDirectory: boolean },
): Promise<PartnerReport> {
  const { directory, temporaryDirectory } = profile.sftp.upload;
  let probe: PartnerProbe | undefined;
  const listing = await attempt('list the upload directory', async () => {
    await session.list(directory);
    return directory;
  });
  const trying = await attempt('write, rename and remove temporary objects', async () => {
    const name = `claimgate-probe-${Date.now().toString(36)}`;
    probe = await probePartner(session, profile, { name, ...options });
    return temporaryDirectory ?? 'none: files grow under their final names';
  });
  if (probe === undefined) return { checks: [listing, trying] };
  return { probe, checks: [listing, trying, ...capabilityChecks(probe), modeCheck(probe, profile)] };
}

function capabilityChecks({ capabilities, mode }: PartnerProbe): Check[] {
  return CAPABILITY_WORDS.flatMap(([capability, name]): Check[] => {
    const detail = capabilities[capability];
    if (detail === 'unknown' && mode === 'ack-gated') return [];
    const remedy =
      capability === 'sameFileSystem' && detail === 'unknown'
        ? ' (the server does not tell; --through-upload-directory finds out with a file the partner may see)'
        : '';
    return [{ name, verdict: detail === 'yes' ? 'ok' : 'warn', detail: `${detail}${remedy}` }];
  });
}

function modeCheck({ mode }: PartnerProbe, { sftp }: PartnerProfile): Check {
  const detail = `${mode}: ${MODE_WORTH[mode]}`;
  const wanted = sftp.upload.mode;
  if (wanted !== undefined && wanted !== mode) {
    return { name: 'delivery mode', verdict: 'FAIL', detail: `the profile wants ${wanted}, found ${detail}` };
  }
  return { name: 'delivery mode', verdict: mode === 'posix-rename' ? 'ok' : 'warn', detail };
}

async function downloadChecks(session: TransportSession, { sftp }: MailboxProfile): Promise<Check[]> {
  const checks: Check[] = [];
  for (const { directory, moveTo } of sftp.download) {
    const unusable: string[] = [];
    const check = await attempt('list a download directory', async () => {
      const files = await session.list(directory);
      unusable.push(...files.map((file) => file.name).filter((name) => !isPlainName(name)));
      return `${directory}, ${files.length} files waiting`;
    });
    checks.push(check);
    if (unusable.length > 0) {
      const detail = `left alone: ${unusable.slice(0, 3).map(escapedName).join(', ')}`;
      checks.push({ name: 'names that cannot be fetched', verdict: 'warn', detail });
    }
    if (moveTo === undefined) continue;
    const moving = await attempt('list the directory that fetched files are moved to', async () => {
      await session.list(moveTo);
      return moveTo;
    });
    checks.push(moving);
  }
  return checks;
}
