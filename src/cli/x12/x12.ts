import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { addAcknowledgeCommand } from './acknowledge.ts';
import { addCheckCommand } from './check.ts';
import { addDescribeCommand } from './describe.ts';
import { addDiffCommand } from './diff.ts';
import { addInspectCommand } from './inspect.ts';
import { addJsonCommand } from './json.ts';
import { addQueryCommand } from './query.ts';
import { addSplitCommand } from './split.ts';

export function addX12Commands(program: Command, context: CommandContext): void {
  const x12 = program.command('x12').description('look at X12 files; needs no working directory');
  addInspectCommand(x12, context);
  addDescribeCommand(x12, context);
  addCheckCommand(x12, context);
  addAcknowledgeCommand(x12, context);
  addJsonCommand(x12, context);
  addQueryCommand(x12, context);
  addDiffCommand(x12, context);
  addSplitCommand(x12, context);
}
