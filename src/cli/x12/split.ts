import type { Command } from 'commander';
import { type SplitBy, type SplitPart, splitFile } from '../../edi/split/split-file.ts';
import type { SplitRefusal } from '../../edi/split/split-refusal.ts';
import type { CommandContext, NewFile } from '../command-context.ts';
import { CommandFailure, Misuse } from '../exit.ts';
import { printable } from '../output.ts';
import { readControlNumber } from './control-number.ts';
import { readWhole } from './read-whole.ts';

/** The file is held in memory, and one part beside it. */
const FILE_BYTES_MAX = 512 * 1024 * 1024;

export function addSplitCommand(x12: Command, context: CommandContext): void {
  x12
    .command('split')
    .description('cut a file into interchanges of its interchanges, groups, sets or claims')
    .argument('<file>', 'a file, or - for standard input')
    .requiredOption('-o, --output <directory>', 'where the parts go; nothing there is overwritten')
    .option(
      '--by <what>',
      'interchange, group, set, or claims=N: at most so many claims of an 837',
      'interchange',
    )
    .option(
      '--control-number <number>',
      'ISA13 of the first part; the next ones count on (default: as they are)',
    )
    .addHelpText(
      'after',
      '\nEnvelopes are written with the right counts; sets stay as they are, but for claims=N, which numbers their\n' +
        'levels (HL) anew. Parts that go to a partner need --control-number, for the partner refuses an ISA13 that it\n' +
        'has seen. A file that cannot be split without a loss is refused, and nothing is written.\n' +
        '\nExamples:\n  $ claimgate x12 split received.835 -o parts --by set\n' +
        '  $ claimgate x12 split claims.837 -o parts --by claims=100 --control-number 4711',
    )
    .action(async (file: string, options: { output: string; by: string; controlNumber?: string }) => {
      const by = readBy(options.by);
      const number =
        options.controlNumber === undefined
          ? undefined
          : readControlNumber('--control-number', options.controlNumber);
      const bytes = await readWhole(context, file, { bytesMax: FILE_BYTES_MAX, what: 'to split in memory' });
      const split = splitFile(context.decode, bytes, {
        by,
        ...(number === undefined ? {} : { firstControlNumber: number }),
      });
      if (!split.ok) throw new CommandFailure(`${file} is not split: ${refusalWords(split.refusal)}`);
      const parts = split.value;
      const files = { [Symbol.iterator]: () => filesOf(parts) };
      for (const written of context.writeNewFiles(options.output, files)) context.output.data(written);
    });
}

function readBy(text: string): SplitBy {
  if (text === 'interchange' || text === 'group' || text === 'set') return text;
  const [, claims] = /^claims=(\d{1,9})$/.exec(text) ?? [];
  if (claims === undefined || Number(claims) < 1) {
    throw new Misuse('--by takes interchange, group, set, or claims=N with N above zero');
  }
  return { claimsMax: Number(claims) };
}

/** `0001_000000105_105_0001.x12`: which part it is, then the control numbers of what it was cut from. */
function* filesOf(parts: Iterable<SplitPart>): Generator<NewFile> {
  let ordinal = 0;
  for (const { controlNumbers, text } of parts) {
    const names = controlNumbers.map((number) => number.replaceAll(/[^A-Za-z0-9]/g, '-'));
    yield { name: `${[String(++ordinal).padStart(4, '0'), ...names].join('_')}.x12`, text };
  }
}

function refusalWords(refusal: SplitRefusal): string {
  switch (refusal.code) {
    case 'file-not-whole':
      return `${refusal.problem.message} (${refusal.problem.code})`;
    case 'no-interchange':
      return 'there is no X12 interchange in it';
    case 'group-without-sets':
      return printable(
        `group ${refusal.group} of interchange ${refusal.interchange} has no set and would be lost`,
      );
    case 'set-without-claims':
      return printable(`set ${refusal.set} is no 837 with claims`);
    case 'hierarchy-unknown':
      return printable(
        `the levels (HL) of set ${refusal.set} are not those of an 837, at segment ${refusal.segmentOrdinal}`,
      );
    default:
      return refusal satisfies never;
  }
}
