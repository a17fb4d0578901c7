import { Command, CommanderError } from 'commander';
import { Failure } from '../base/failure.ts';
import { addAwaitingCommand } from './awaiting.ts';
import { addClaimsCommand } from './claims.ts';
import { addCodesCommand } from './codes.ts';
import type { CommandContext } from './command-context.ts';
import { addDeliveriesCommand } from './deliveries.ts';
import { addDemoCommand } from './demo.ts';
import { addExceptionsCommands } from './exceptions/exceptions.ts';
import { CommandFailure, type ExitCode, Misuse } from './exit.ts';
import { addExplainCommand } from './explain/explain.ts';
import { addFilesCommand } from './files.ts';
import { addInitCommand } from './init.ts';
import { addLedgerCommands } from './ledger.ts';
import { addPartnersCommand } from './partners.ts';
import { addProofCommand } from './proof.ts';
import { addQueueCommands } from './queue.ts';
import { addServeCommand } from './serve.ts';
import { addSimulateCommand } from './simulate.ts';
import { addSubmitCommand } from './submit.ts';
import { addWorkItemsCommand } from './work-items.ts';
import { addWorkerCommand } from './worker.ts';
import { addX12Commands } from './x12/x12.ts';

function buildProgram(context: CommandContext, version: string): Command {
  const program = new Command('claimgate')
    .description(
      'X12 clearinghouse gateway: claims out, acknowledgments and remittances back, every cent posted',
    )
    .version(version)
    .showHelpAfterError('(see --help)')
    .configureOutput({
      writeOut: (text) => context.output.data(text.trimEnd()),
      writeErr: (text) => context.output.say(text.trimEnd()),
    })
    .exitOverride();
  program.addHelpText(
    'after',
    `
Examples:
  $ claimgate demo                          the whole job against a simulated payer
  $ claimgate init /srv/claimgate           a working directory of your own
  $ claimgate submit claims.ndjson          take claims in
  $ claimgate explain 1007                  the whole story of a claim
  $ claimgate x12 check remittance.835      what is wrong in a file

Exit codes: 0 done, 1 the answer is no or the work failed, 2 the command was misused.
Environment: DATABASE_URL, REDIS_URL, CLAIMGATE_DIRECTORY, CLAIMGATE_LOG_LEVEL.`,
  );
  addInitCommand(program, context);
  addDemoCommand(program, context);
  addServeCommand(program, context);
  addWorkerCommand(program, context);
  addSimulateCommand(program, context);
  addSubmitCommand(program, context);
  addClaimsCommand(program, context);
  addExplainCommand(program, context);
  addLedgerCommands(program, context);
  addProofCommand(program, context);
  addDeliveriesCommand(program, context);
  addAwaitingCommand(program, context);
  addFilesCommand(program, context);
  addWorkItemsCommand(program, context);
  addExceptionsCommands(program, context);
  addPartnersCommand(program, context);
  addQueueCommands(program, context);
  addCodesCommand(program, context);
  addX12Commands(program, context);
  inherit(program);
  return program;
}

/** Commander copies these settings to a subcommand only when it is made, before they are set on its parent. */
function inherit(command: Command): void {
  for (const child of command.commands) {
    child.copyInheritedSettings(command);
    inherit(child);
  }
}

/** Runs one command line and gives the exit code. Never throws; an unforeseen error says where to report it. */
export async function runProgram(
  argv: readonly string[],
  context: CommandContext,
  version: string,
): Promise<ExitCode> {
  try {
    await buildProgram(context, version).parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    return explainExit(error, context);
  }
}

function explainExit(error: unknown, context: CommandContext): ExitCode {
  if (error instanceof CommanderError) {
    const isHelp = error.exitCode === 0 || error.code === 'commander.help';
    return isHelp ? 0 : 2;
  }
  if (error instanceof Misuse) {
    context.output.say(`claimgate: ${error.message}`);
    return 2;
  }
  if (error instanceof CommandFailure) {
    if (error.message !== '') context.output.say(`claimgate: ${error.message}`);
    return 1;
  }
  if (error instanceof Failure) {
    context.output.say(`claimgate: ${error.message} (${error.code})`);
    return 1;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  context.output.say(`claimgate: this should not happen; please report it with the lines below\n${stack}`);
  return 1;
}
