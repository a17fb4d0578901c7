import type { Command } from 'commander';
import { printCents } from '../base/money.ts';
import type { CommandContext } from './command-context.ts';
import { Misuse } from './exit.ts';
import { readLimit } from './limit.ts';
import { tableLines } from './table.ts';

interface AwaitingOptions {
  readonly directory: string;
  readonly overdue?: true;
  readonly partner?: string;
  readonly limit: string;
  readonly json?: true;
}

export function addAwaitingCommand(program: Command, context: CommandContext): void {
  program
    .command('awaiting')
    .description('which partner owes which answer by when, and to how many claims; earliest deadline first')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .option('--overdue', 'only what is late')
    .option('--partner <id>', 'only what this trading partner owes')
    .option('--limit <count>', 'at most this many', '100')
    .option('--json', 'print NDJSON; amounts in cents')
    .addHelpText('after', '\nExample:\n  $ claimgate awaiting --overdue')
    .action((options: AwaitingOptions) => showAwaiting(context, options));
}

const COLUMNS = [
  { title: 'due (UTC)' },
  { title: 'partner' },
  { title: 'answer' },
  { title: 'interchange' },
  { title: 'claims', align: 'right' as const },
  { title: 'charges', align: 'right' as const },
  { title: 'state' },
];

async function showAwaiting(context: CommandContext, options: AwaitingOptions): Promise<void> {
  const { overdue, partner } = options;
  const limit = readLimit(options.limit);
  const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
  try {
    if (partner !== undefined && !gateway.profiles.some(({ id }) => id === partner)) {
      throw new Misuse('--partner takes the id of a trading partner of this directory');
    }
    const now = gateway.clock.now();
    const answers = await gateway.store.inTransaction(gateway.tenantId, ({ awaitedAnswers }) =>
      awaitedAnswers.outstanding({
        ...(partner === undefined ? {} : { partnerId: partner }),
        ...(overdue ? { dueBy: now } : {}),
        limit,
      }),
    );
    const told = answers.map((answer) => ({ ...answer, isOverdue: answer.dueAt <= now }));
    if (options.json) {
      for (const answer of told) context.output.data(JSON.stringify(answer));
      return;
    }
    const rows = told.map((one) => [
      one.dueAt.slice(0, 16).replace('T', ' '),
      one.partnerId,
      one.answer,
      one.interchangeId,
      `${one.silentClaims} of ${one.claimCount}`,
      printCents(one.silentCents),
      one.isOverdue ? 'overdue' : 'awaited',
    ]);
    for (const line of tableLines(COLUMNS, rows)) context.output.data(line);
  } finally {
    await gateway.close();
  }
}
