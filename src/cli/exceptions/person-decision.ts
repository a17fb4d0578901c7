import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { Misuse } from '../exit.ts';

/** Why and by whom, as it was typed. */
export interface DecisionOptions {
  readonly reason: string;
  readonly actor: string;
}

/** Why and by whom something is decided. */
export type Decision = DecisionOptions;

export function addDecisionOptions(command: Command, context: CommandContext): Command {
  return command
    .requiredOption('--reason <text>', 'why, in your words and without a patient’s name; it is kept for ever')
    .option('--actor <name>', 'who decides', context.userName);
}

/** As long as a sentence or two. */
const TEXT_MAX = 500;

/** Reads reason and actor; a Misuse where one says nothing or too much. */
export function readDecision({ reason, actor }: DecisionOptions): Decision {
  return { reason: readText(reason, '--reason'), actor: readText(actor, '--actor') };
}

function readText(text: string, option: string): string {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > TEXT_MAX || CONTROL.test(trimmed)) {
    throw new Misuse(`${option} takes one line of 1 to ${TEXT_MAX} characters`);
  }
  return trimmed;
}

const CONTROL = /\p{Cc}/u;
