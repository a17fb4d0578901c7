import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { addCheckCommand } from './check.ts';
import { addInspectCommand } from './inspect.ts';
import { addJsonCommand } from './json.ts';

export function addX12Commands(program: Command, context: CommandContext): void {
  const x12 = program.command('x12').description('look at X12 files; needs no working directory');
  addInspectCommand(x12, context);
  addCheckCommand(x12, context);
  addJsonCommand(x12, context);
}
