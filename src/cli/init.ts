import type { Command } from 'commander';
import type { CommandContext } from './command-context.ts';

export function addInitCommand(program: Command, context: CommandContext): void {
  program
    .command('init')
    .description('make a working directory: configuration, keys and an example trading partner')
    .argument('[directory]', 'where', context.defaultDirectory)
    .addHelpText('after', '\nExamples:\n  $ claimgate init\n  $ claimgate init /srv/claimgate')
    .action((directory: string) => {
      const made = context.workspaces.create(directory);
      for (const path of made) context.output.data(`${directory}/${path}`);
      if (made.length === 0) {
        context.output.say(`${directory} is a claimgate directory already; nothing was changed`);
        return;
      }
      context.output.say(
        [
          '',
          'Next:',
          `  1. Fill in ${directory}/partners/example-clearinghouse.yaml.example and rename it to end in .yaml`,
          `  2. claimgate partners test PARTNER-ID --directory ${directory}`,
          `  3. claimgate submit claims.ndjson --directory ${directory}`,
          `  4. claimgate serve --directory ${directory}`,
          '',
          'The embedded database is for evaluation and a single small office; set DATABASE_URL for PostgreSQL.',
        ].join('\n'),
      );
    });
}
