import type { Command } from 'commander';
import { Failure } from '../base/failure.ts';
import type { PartnerProfile } from '../partners/profile.ts';
import type { TransportSession } from '../ports/transport.ts';
import type { CommandContext } from './command-context.ts';
import { CommandFailure, Misuse } from './exit.ts';
import { printable } from './output.ts';

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

const REMEDY: Readonly<Record<string, string>> = {
  'transport.unreachable': 'check host and port, and that the partner admits this address',
  'transport.host-key-changed':
    'nothing was sent; ask the partner whether its key changed, then pin the new fingerprint beside the old one',
  'transport.auth-refused': 'check user name, password or key with the partner',
  'transport.permission-denied': 'ask the partner for permission on the directory',
  'transport.no-such-directory': 'check the directory names in the profile',
};

async function attempt(name: string, work: () => Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, detail: await work() };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const remedy = REMEDY[error.code];
    return { name, ok: false, detail: `${error.code}: ${error.message}${remedy ? ` (${remedy})` : ''}` };
  }
}

async function probeSession(session: TransportSession, profile: PartnerProfile): Promise<Check[]> {
  const { upload, download } = profile.sftp;
  const probe = `${upload.temporaryDirectory}/claimgate-probe.${Date.now().toString(36)}.part`;
  const checks = [
    { name: 'rename mode', ok: true, detail: session.renameMode },
    await attempt('write and remove a temporary object', async () => {
      await session.create(probe, new TextEncoder().encode('claimgate probe\n'));
      await session.remove(probe);
      return upload.temporaryDirectory;
    }),
    await attempt('list the upload directory', async () => {
      await session.list(upload.directory);
      return upload.directory;
    }),
  ];
  for (const { directory } of download) {
    const check = await attempt('list a download directory', async () => {
      const files = await session.list(directory);
      return `${directory}, ${files.length} files waiting`;
    });
    checks.push(check);
  }
  return checks;
}

async function probePartner(
  connect: () => Promise<TransportSession>,
  profile: PartnerProfile,
): Promise<Check[]> {
  let session: TransportSession | undefined;
  const connection = await attempt('connect with the pinned host key and log in', async () => {
    session = await connect();
    return `${profile.sftp.host}:${profile.sftp.port}`;
  });
  if (session === undefined) return [connection];
  try {
    return [connection, ...(await probeSession(session, profile))];
  } finally {
    await session.close();
  }
}

export function addPartnersCommand(program: Command, context: CommandContext): void {
  const partners = program.command('partners').description('trading partners');
  partners
    .command('list')
    .description('the partners of the working directory')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .addHelpText('after', '\nExample:\n  $ claimgate partners list')
    .action(async (options: { directory: string }) => {
      const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
      try {
        for (const profile of gateway.profiles)
          context.output.data(`${profile.id}\t${printable(profile.name)}`);
      } finally {
        await gateway.close();
      }
    });
  partners
    .command('test')
    .description('connect to a partner and try what delivery and collection need; sends no claim')
    .argument('<id>', 'the partner profile’s id')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ claimgate partners test example-clearinghouse')
    .action(async (id: string, options: { directory: string; json?: true }) => {
      const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
      try {
        const profile = gateway.profiles.find((candidate) => candidate.id === id);
        if (!profile) throw new Misuse(`no partner profile has that id; see: claimgate partners list`);
        const checks = await probePartner(() => gateway.transportOf(id).connect(), profile);
        if (options.json) context.output.data(JSON.stringify({ partner: id, checks }));
        else
          for (const { ok, name, detail } of checks)
            context.output.data(`${ok ? 'ok  ' : 'FAIL'}  ${name}: ${detail}`);
        if (checks.some((check) => !check.ok))
          throw new CommandFailure('the partner cannot be used as it stands');
      } finally {
        await gateway.close();
      }
    });
}
