import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { addListExceptions } from './list-exceptions.ts';
import { addResolveExceptions } from './resolve-exceptions.ts';
import { addShowException } from './show-exception.ts';
import { addUndoResolution } from './undo-resolution.ts';

export function addExceptionsCommands(program: Command, context: CommandContext): void {
  const exceptions = program
    .command('exceptions')
    .description('what posting remittances leaves for a person, and what is decided about it');
  addListExceptions(exceptions, context);
  addShowException(exceptions, context);
  addResolveExceptions(exceptions, context);
  addUndoResolution(exceptions, context);
}
