import type { Command } from 'commander';
import type { CommandContext } from './command-context.ts';

export function addServeCommand(program: Command, context: CommandContext): void {
  program
    .command('serve')
    .description('run the workers and the HTTP API until stopped (SIGINT, SIGTERM)')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .option('--no-workers', 'the API only; workers run elsewhere (claimgate worker)')
    .addHelpText(
      'after',
      '\nThe API listens on loopback; its token stands in keys/api-token.\n\nExample:\n  $ claimgate serve --directory /srv/claimgate',
    )
    .action(async (options: { directory: string; workers: boolean }) => {
      const gateway = await context.openGateway({ directory: options.directory, role: 'owner' });
      try {
        const workers = options.workers ? await gateway.startWorkers() : undefined;
        const api = await gateway.startApi();
        context.output.data(api.url);
        context.output.say(
          workers === undefined
            ? 'the API runs without workers; stop with Ctrl-C'
            : `workers run for ${gateway.profiles.length} trading partners; stop with Ctrl-C`,
        );
        await stopped(context.stopSignal);
        context.output.say('stopping: work under way is finished first');
        await api.stop();
        await workers?.stop();
      } finally {
        await gateway.close();
      }
    });
}

export function stopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
