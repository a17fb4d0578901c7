import type { Command } from 'commander';
import { FileDescriber } from '../../edi/describe/file-describer.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandFailure } from '../exit.ts';
import { printable } from '../output.ts';

export function addDescribeCommand(x12: Command, context: CommandContext): void {
  x12
    .command('describe')
    .description('a file as a person reads it: the tree of loops, plain names, what codes mean')
    .argument('<file>', 'a file, or - for standard input')
    .option('--set <number>', 'only the sets of this control number (ST02)')
    .addHelpText(
      'after',
      '\nExamples:\n  $ claimgate x12 describe remittance.835 | less\n  $ claimgate x12 describe --set 0002 claims.837',
    )
    .action(async (file: string, options: { set?: string }) => {
      let lines: string[] = [];
      const describer = new FileDescriber(context.decode, {
        line: (text) => lines.push(printable(text)),
        ...(options.set === undefined ? {} : { setControlNumber: options.set }),
      });
      // A reader slower than we are must not fill memory: each piece is out before the next is taken.
      async function write(): Promise<void> {
        if (lines.length > 0) await context.output.bytes(Buffer.from(`${lines.join('\n')}\n`, 'utf8'));
        lines = [];
      }
      for await (const bytes of context.readInput(file)) {
        describer.feed(bytes);
        await write();
      }
      const counts = describer.finish();
      await write();
      if (counts.interchangeCount === 0) throw new CommandFailure('there is no X12 interchange in this file');
      if (options.set !== undefined && counts.setCount === 0) {
        throw new CommandFailure('no set of this file has that control number');
      }
    });
}
