import type { Command } from 'commander';
import { printCents } from '../../base/money.ts';
import { codeWords } from '../../flows/explain-claim.ts';
import type { StoredWorkItem } from '../../ports/work-item-store.ts';
import type { CommandContext } from '../command-context.ts';
import { readLimit } from '../limit.ts';
import { tableLines } from '../table.ts';
import { addFilterOptions, type FilterOptions, readFilter } from './exception-filter.ts';

interface ListOptions extends FilterOptions {
  readonly directory: string;
  readonly closed?: true;
  readonly limit: string;
  readonly json?: true;
}

export function addListExceptions(exceptions: Command, context: CommandContext): void {
  const command = exceptions
    .command('list')
    .description(
      'denials, unmatched payments, held remittances and whatever else posting found, oldest first',
    );
  addFilterOptions(command)
    .option('--closed', 'those that were settled or resolved')
    .option('--limit <count>', 'at most this many', '100')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .option('--json', 'print NDJSON; amounts in cents')
    .addHelpText('after', '\nExample:\n  $ claimgate exceptions list --code no-claim')
    .action(async (options: ListOptions) => {
      const filter = {
        ...readFilter(options),
        isClosed: options.closed === true,
        limit: readLimit(options.limit),
      };
      const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
      try {
        const items = await gateway.store.inTransaction(gateway.tenantId, ({ workItems }) =>
          workItems.list(filter),
        );
        if (options.json) for (const item of items) context.output.data(JSON.stringify(item));
        else for (const line of listLines(items)) context.output.data(line);
      } finally {
        await gateway.close();
      }
    });
}

function listLines(items: readonly StoredWorkItem[]): string[] {
  const columns = [
    { title: 'opened' },
    { title: 'amount', align: 'right' as const },
    { title: 'claim' },
    { title: 'why' },
    { title: 'id' },
  ];
  const rows = items.map(({ id, openedAt, closedAt, closedAs, claimId, amountCents, codes }) => [
    openedAt.slice(0, 10),
    amountCents === undefined ? '' : printCents(amountCents),
    claimId ?? '',
    codes.map(codeWords).join('; ') + (closedAt === undefined ? '' : ` (${closedAs ?? 'closed'})`),
    id,
  ]);
  return tableLines(columns, rows);
}
