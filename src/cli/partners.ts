import type { Command } from 'commander';
import type { MailboxProfile } from '../partners/profile.ts';
import type { CommandContext } from './command-context.ts';
import { CommandFailure, Misuse } from './exit.ts';
import type { Gateway } from './gateway.ts';
import { printable } from './output.ts';
import { reportOnPartner } from './partner-report.ts';

export function addPartnersCommand(program: Command, context: CommandContext): void {
  const partners = program.command('partners').description('trading partners');
  partners
    .command('list')
    .description(
      'the partners of the working directory, each with the delivery mode that its last test found',
    )
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .addHelpText('after', '\nExample:\n  $ claimgate partners list')
    .action(async (options: { directory: string }) => {
      const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
      try {
        for (const profile of gateway.profiles) context.output.data(await partnerLine(gateway, profile));
      } finally {
        await gateway.close();
      }
    });
  partners
    .command('test')
    .description(
      'connect to a partner, try what delivery and collection need, keep what was found; sends no claim',
    )
    .argument('<id>', 'the partner profile’s id')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .option('--through-upload-directory', 'also rename a small file there, which the partner may see')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ claimgate partners test example-clearinghouse')
    .action((id: string, options: TestOptions) => testPartner(context, id, options));
}

interface TestOptions {
  readonly directory: string;
  readonly throughUploadDirectory?: true;
  readonly json?: true;
}

async function partnerLine(gateway: Gateway, profile: MailboxProfile): Promise<string> {
  const { id, name } = profile;
  if (profile.kind === 'bank') return `${id}\t${printable(name)}\ta bank: nothing is delivered`;
  const probe = await gateway.store.inTransaction(gateway.tenantId, ({ partnerProbes }) =>
    partnerProbes.get(id),
  );
  const mode =
    profile.sftp.upload.mode ??
    (probe === undefined ? 'not tested' : `${probe.mode}, tested ${probe.probedAt.slice(0, 10)}`);
  return `${id}\t${printable(name)}\t${mode}`;
}

async function testPartner(context: CommandContext, id: string, options: TestOptions): Promise<void> {
  const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
  try {
    const profile = gateway.profiles.find((candidate) => candidate.id === id);
    if (!profile) throw new Misuse(`no partner profile has that id; see: claimgate partners list`);
    const { checks, probe } = await reportOnPartner(() => gateway.transportOf(id).connect(), profile, {
      throughUploadDirectory: options.throughUploadDirectory === true,
    });
    if (probe !== undefined) {
      await gateway.store.inTransaction(gateway.tenantId, ({ partnerProbes }) => partnerProbes.save(probe));
    }
    if (options.json) {
      context.output.data(
        JSON.stringify({ partner: id, mode: probe?.mode, capabilities: probe?.capabilities, checks }),
      );
    } else {
      for (const { verdict, name, detail } of checks) {
        context.output.data(`${verdict.padEnd(4)}  ${name}: ${detail}`);
      }
    }
    if (checks.some(({ verdict }) => verdict === 'FAIL')) {
      throw new CommandFailure('the partner cannot be used as it stands');
    }
  } finally {
    await gateway.close();
  }
}
