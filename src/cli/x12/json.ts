import type { Command } from 'commander';
import { fileToJson } from '../../edi/json.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandFailure } from '../exit.ts';

/** The whole document is one value in memory, several times the size of the file. */
const FILE_BYTES_MAX = 64 * 1024 * 1024;

export function addJsonCommand(x12: Command, context: CommandContext): void {
  x12
    .command('json')
    .description('a file as JSON: interchanges, groups, sets and segments, nothing lost')
    .argument('<file>', 'a file, or - for standard input')
    .addHelpText(
      'after',
      "\nExample:\n  $ claimgate x12 json remittance.835 | jq '.interchanges[0].groups[0].sets[0]'",
    )
    .action(async (file: string) => {
      const chunks: Uint8Array[] = [];
      let sizeBytes = 0;
      for await (const chunk of context.readInput(file)) {
        chunks.push(chunk);
        sizeBytes += chunk.length;
        if (sizeBytes > FILE_BYTES_MAX)
          throw new CommandFailure('the file is too large to print as one JSON value');
      }
      const json = fileToJson(context.decode, Buffer.concat(chunks));
      if (json.interchanges.length === 0)
        throw new CommandFailure('there is no X12 interchange in this file');
      context.output.data(JSON.stringify(json));
    });
}
