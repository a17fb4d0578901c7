import type { Command } from 'commander';
import { tellException } from '../../flows/exceptions/tell-exception.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandFailure } from '../exit.ts';
import { exceptionLines } from './exception-lines.ts';

export function addShowException(exceptions: Command, context: CommandContext): void {
  exceptions
    .command('show')
    .description('what an exception is, what was tried, what to do, and what was decided')
    .argument('<id>', 'its id, as `claimgate exceptions list` shows it')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .option('--json', 'print JSON; amounts in cents')
    .addHelpText('after', '\nExample:\n  $ claimgate exceptions show ID')
    .action(async (id: string, options: { directory: string; json?: true }) => {
      const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
      try {
        const story = await tellException(gateway, gateway.tenantId, id);
        if (story === undefined) {
          throw new CommandFailure('no exception has that id; see: claimgate exceptions list');
        }
        if (options.json) context.output.data(JSON.stringify(story));
        else for (const line of exceptionLines(story)) context.output.data(line);
      } finally {
        await gateway.close();
      }
    });
}
