import type { Command } from 'commander';
import type { CommandContext } from './command-context.ts';
import { readLimit } from './limit.ts';
import { tableLines } from './table.ts';

export function addFilesCommand(program: Command, context: CommandContext): void {
  program
    .command('files')
    .description('files that came from partners')
    .command('list')
    .description('what became of each file, newest first, and under which name it came')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .option('--limit <count>', 'at most this many', '100')
    .option('--json', 'print NDJSON')
    .addHelpText('after', '\nExample:\n  $ claimgate files list')
    .action(async (options: { directory: string; limit: string; json?: true }) => {
      const limit = readLimit(options.limit);
      const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
      try {
        const received = await gateway.store.inTransaction(gateway.tenantId, ({ files }) =>
          files.list({ limit }),
        );
        if (options.json) {
          for (const file of received) context.output.data(JSON.stringify(file));
          return;
        }
        const rows = received.map((file) => [
          file.receivedAt.slice(0, 10),
          file.partnerId,
          file.sha256.slice(0, 16),
          file.reasonCode ?? file.state,
          file.contents.join(' '),
          file.seenAs ?? '',
        ]);
        const columns = ['received', 'partner', 'file', 'state', 'contents', 'name'].map((title) => ({
          title,
        }));
        for (const line of tableLines(columns, rows)) context.output.data(line);
      } finally {
        await gateway.close();
      }
    });
}
