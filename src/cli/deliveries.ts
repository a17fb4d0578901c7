import type { Command } from 'commander';
import { confirmDelivery, type DecisionOutcome, resendInterchange } from '../flows/decide-delivery.ts';
import type { CommandContext } from './command-context.ts';
import { CommandFailure, Misuse } from './exit.ts';
import type { Gateway } from './gateway.ts';
import { readLimit } from './limit.ts';
import { tableLines } from './table.ts';

export function addDeliveriesCommand(program: Command, context: CommandContext): void {
  const deliveries = program.command('deliveries').description('interchanges on their way to partners');
  deliveries
    .command('list')
    .description('how far each interchange has come, newest first')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .option('--limit <count>', 'at most this many', '100')
    .option('--json', 'print NDJSON')
    .addHelpText('after', '\nExample:\n  $ claimgate deliveries list')
    .action((options: { directory: string; limit: string; json?: true }) => list(context, options));
  addDecision(deliveries, context, {
    name: 'resend',
    description: 'send a file that is in doubt or held once more: the same bytes under the same name',
    decide: (gateway, id) => resendInterchange(gateway, gateway.tenantId, id),
    done: 'it will be sent again',
  });
  addDecision(deliveries, context, {
    name: 'confirm',
    description: 'note that the partner has the file of a delivery that is in doubt, because it said so',
    decide: (gateway, id) => confirmDelivery(gateway, gateway.tenantId, id),
    done: 'noted as delivered',
  });
}

async function list(
  context: CommandContext,
  options: { readonly directory: string; readonly limit: string; readonly json?: true },
): Promise<void> {
  const limit = readLimit(options.limit);
  const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
  try {
    const all = await gateway.store.inTransaction(gateway.tenantId, (transaction) =>
      transaction.deliveries.list({ limit }),
    );
    if (options.json) {
      for (const delivery of all) context.output.data(JSON.stringify(delivery));
      return;
    }
    const rows = all.map(({ interchangeId, partnerId, state, mode, basis, holdCode }) => [
      interchangeId,
      partnerId,
      state,
      mode ?? '',
      basis ?? holdCode ?? '',
    ]);
    const columns = ['interchange', 'partner', 'state', 'mode', 'why'].map((title) => ({ title }));
    for (const line of tableLines(columns, rows)) context.output.data(line);
  } finally {
    await gateway.close();
  }
}

interface Decision {
  readonly name: 'resend' | 'confirm';
  readonly description: string;
  readonly decide: (gateway: Gateway, interchangeId: string) => Promise<DecisionOutcome>;
  readonly done: string;
}

function addDecision(
  deliveries: Command,
  context: CommandContext,
  { name, description, decide, done }: Decision,
): void {
  deliveries
    .command(name)
    .description(description)
    .argument('<interchange>', 'the interchange’s id, as `claimgate deliveries list` shows it')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .addHelpText('after', `\nExample:\n  $ claimgate deliveries ${name} INTERCHANGE`)
    .action(async (id: string, options: { directory: string }) => {
      const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
      try {
        const outcome = await decide(gateway, id);
        if (outcome === 'unknown')
          throw new Misuse('no delivery has that id; see: claimgate deliveries list');
        if (outcome === 'nothing-to-decide') {
          throw new CommandFailure('that delivery waits for nobody: see claimgate deliveries list');
        }
        context.output.data(done);
      } finally {
        await gateway.close();
      }
    });
}
