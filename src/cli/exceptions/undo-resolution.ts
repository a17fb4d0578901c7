import type { Command } from 'commander';
import { type Undone, type UndoRefusal, undoResolution } from '../../flows/exceptions/undo-resolution.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandFailure } from '../exit.ts';
import { addDecisionOptions, type DecisionOptions, readDecision } from './person-decision.ts';

export function addUndoResolution(exceptions: Command, context: CommandContext): void {
  const command = exceptions
    .command('undo')
    .description('take a decision back: the opposite is posted, and the exception waits again')
    .argument('<resolution>', 'the id of the decision, as `claimgate exceptions show` tells it');
  addDecisionOptions(command, context)
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .addHelpText('after', '\nExample:\n  $ claimgate exceptions undo RESOLUTION --reason "wrong claim"')
    .action(async (resolutionId: string, options: DecisionOptions & { readonly directory: string }) => {
      const decision = readDecision(options);
      const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
      try {
        const outcome = await undoResolution(gateway, gateway.tenantId, { resolutionId, ...decision });
        if (!outcome.ok) throw new CommandFailure(REFUSAL_WORDS[outcome.refusal]);
        context.output.data(undoneWords(outcome.value));
      } finally {
        await gateway.close();
      }
    });
}

function undoneWords({ workItemId, publicationId, isReopened }: Undone): string {
  const money = publicationId === undefined ? 'taken back, no money had moved' : 'the opposite is posted';
  return `${workItemId}: ${money}${isReopened ? '; it waits again' : ''}`;
}

const REFUSAL_WORDS: Readonly<Record<UndoRefusal, string>> = {
  'resolution-not-found': 'no decision has that id; see: claimgate exceptions show',
  'is-undo': 'that takes another decision back; resolve the exception again instead',
  'is-posted': 'a remittance stays posted; decide about its claim payments instead',
  'already-undone': 'that decision was taken back before',
  'decided-since': 'whose the claim payment is was decided again since; resolve what is open now instead',
  'nothing-to-undo': 'that decision moved nothing, and it is not what closed its exception',
};
