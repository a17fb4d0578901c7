import type { Command } from 'commander';
import type { CommandContext } from './command-context.ts';
import { stopped } from './serve.ts';

export function addWorkerCommand(program: Command, context: CommandContext): void {
  program
    .command('worker')
    .description(
      'run workers without the API until stopped (SIGINT, SIGTERM); any number, on any number of hosts',
    )
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .addHelpText(
      'after',
      '\nSeveral workers share a PostgreSQL server (DATABASE_URL) and the archive directory, and are woken through Redis ' +
        '(REDIS_URL).\n\nExample:\n  $ claimgate worker --directory /srv/claimgate',
    )
    .action(async (options: { directory: string }) => {
      const gateway = await context.openGateway({ directory: options.directory, role: 'owner' });
      try {
        const metrics = await gateway.startMetrics();
        const workers = await gateway.startWorkers();
        context.output.data(metrics?.url ?? 'no metrics are served');
        context.output.say(`workers run for ${gateway.profiles.length} trading partners; stop with Ctrl-C`);
        await stopped(context.stopSignal);
        context.output.say('stopping: work under way is finished first');
        await workers.stop();
        await metrics?.stop();
      } finally {
        await gateway.close();
      }
    });
}
