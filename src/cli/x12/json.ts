import { type Command, Option } from 'commander';
import { fileToJson } from '../../edi/json.ts';
import { setElements } from '../../edi/outline/read-set.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandFailure } from '../exit.ts';
import { readWhole, wholeOutline } from './read-whole.ts';
import { peerNotation } from './second-reader.ts';

/** The whole document is one value in memory, several times the size of the file. */
const FILE_BYTES_MAX = 64 * 1024 * 1024;

export function addJsonCommand(x12: Command, context: CommandContext): void {
  x12
    .command('json')
    .description('a file as JSON: interchanges, groups, sets and segments, nothing lost')
    .argument('<file>', 'a file, or - for standard input')
    .addOption(
      new Option(
        '--notation <name>',
        "ours, or node-x12's own: a line for each interchange, groups up to 5 MB, no TA1",
      )
        .choices(['claimgate', 'node-x12'])
        .default('claimgate'),
    )
    .addHelpText(
      'after',
      "\nExamples:\n  $ claimgate x12 json remittance.835 | jq '.interchanges[0].groups[0].sets[0]'\n" +
        '  $ claimgate x12 json --notation node-x12 remittance.835',
    )
    .action(async (file: string, options: { notation: 'claimgate' | 'node-x12' }) => {
      const bytes = await readWhole(context, file, {
        bytesMax: FILE_BYTES_MAX,
        what: 'to print as one JSON value',
      });
      if (options.notation === 'node-x12') return await printPeerNotation(context, file, bytes);
      const json = fileToJson(context.decode, bytes);
      if (json.interchanges.length === 0)
        throw new CommandFailure('there is no X12 interchange in this file');
      context.output.data(JSON.stringify(json));
    });
}

async function printPeerNotation(context: CommandContext, file: string, bytes: Uint8Array): Promise<void> {
  const { interchanges } = wholeOutline(context, file, bytes);
  if (interchanges.some(({ acknowledgments, groups }) => acknowledgments.length > 0 || groups.length === 0)) {
    throw new CommandFailure('the notation of node-x12 has no place for TA1 segments, which would be lost');
  }
  for (const interchange of interchanges) {
    const groups = interchange.groups.map((group) => ({
      group,
      sets: group.sets.map((set) => setElements(context.decode, { bytes, interchange, set })),
    }));
    context.output.data(JSON.stringify(await peerNotation(interchange, groups)));
  }
}
