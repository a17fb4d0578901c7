import type { Command } from 'commander';
import { printCents } from '../base/money.ts';
import { codeWords } from '../flows/explain-claim.ts';
import type { CommandContext } from './command-context.ts';
import { readLimit } from './limit.ts';
import { tableLines } from './table.ts';

export function addWorkItemsCommand(program: Command, context: CommandContext): void {
  program
    .command('work-items')
    .description('what waits for a person')
    .command('list')
    .description(
      'rejections, denials, quarantined files and everything else that is left to do, oldest first',
    )
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .option('--closed', 'those that were answered late, settled or resolved')
    .option('--limit <count>', 'at most this many', '100')
    .option('--json', 'print NDJSON; amounts in cents')
    .addHelpText('after', '\nExample:\n  $ claimgate work-items list')
    .action(async (options: { directory: string; closed?: true; limit: string; json?: true }) => {
      const limit = readLimit(options.limit);
      const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
      try {
        const items = await gateway.store.inTransaction(gateway.tenantId, ({ workItems }) =>
          workItems.list({ isClosed: options.closed === true, limit }),
        );
        if (options.json) {
          for (const item of items) context.output.data(JSON.stringify(item));
          return;
        }
        const rows = items.map((item) => [
          item.openedAt.slice(0, 10),
          ...(item.closedAt === undefined ? [] : [item.closedAt.slice(0, 10), item.closedAs ?? '']),
          item.kind,
          item.claimId ?? item.interchangeId ?? item.fileSha256?.slice(0, 16) ?? '',
          item.amountCents === undefined ? '' : printCents(item.amountCents),
          item.codes.map(codeWords).join('; '),
        ]);
        const columns = [
          { title: 'opened' },
          ...(options.closed ? [{ title: 'closed' }, { title: 'as' }] : []),
          { title: 'what' },
          { title: 'claim, interchange or file' },
          { title: 'amount', align: 'right' as const },
          { title: 'why' },
        ];
        for (const line of tableLines(columns, rows)) context.output.data(line);
      } finally {
        await gateway.close();
      }
    });
}
