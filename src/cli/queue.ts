import type { Command } from 'commander';
import type { DeadJob, JobId, JobKind } from '../ports/jobs.ts';
import type { StoreTransaction } from '../ports/store.ts';
import type { CommandContext } from './command-context.ts';
import { CommandFailure, Misuse } from './exit.ts';
import type { Gateway } from './gateway.ts';
import { readLimit } from './limit.ts';
import { loadQueueStatus, queueStatusLines } from './queue-status.ts';
import { tableLines } from './table.ts';

interface QueueOptions {
  readonly directory: string;
  readonly json?: true;
}

export function addQueueCommands(program: Command, context: CommandContext): void {
  const queue = program.command('queue').description('what the workers have to do, and what they gave up');
  async function withGateway(directory: string, work: (gateway: Gateway) => Promise<void>): Promise<void> {
    const gateway = await context.openGateway({ directory, role: 'guest-allowed' });
    try {
      await work(gateway);
    } finally {
      await gateway.close();
    }
  }

  queue
    .command('status')
    .description('jobs by kind and state, paused partners, workers and their last sweep')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  $ claimgate queue status')
    .action((options: QueueOptions) =>
      withGateway(options.directory, async (gateway) => {
        const status = await inTransaction(gateway, loadQueueStatus);
        if (options.json) context.output.data(JSON.stringify(status));
        else for (const line of queueStatusLines(status)) context.output.data(line);
      }),
    );

  queue
    .command('dead')
    .description('jobs that were given up, the oldest first, and why')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .option('--limit <count>', 'at most this many', '100')
    .option('--json', 'print NDJSON')
    .addHelpText('after', '\nExample:\n  $ claimgate queue dead')
    .action((options: QueueOptions & { readonly limit: string }) =>
      withGateway(options.directory, async (gateway) => {
        const limit = readLimit(options.limit);
        const dead = await inTransaction(gateway, ({ jobs }) => jobs.listDead({ limit }));
        if (options.json)
          for (const job of dead) context.output.data(JSON.stringify({ id: idOf(job), ...job }));
        else for (const line of deadLines(dead)) context.output.data(line);
      }),
    );

  queue
    .command('retry')
    .description('ask for given-up jobs again, and no longer pause their partners')
    .argument('[id]', 'a job as `queue dead` names it: KIND/SUBJECT')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .option('--all', 'every one of them')
    .addHelpText('after', '\nExample:\n  $ claimgate queue retry deliver-interchange/000000001-0123456789ab')
    .action((id: string | undefined, options: QueueOptions & { readonly all?: true }) =>
      withGateway(options.directory, async (gateway) => {
        if ((id === undefined) === (options.all === undefined))
          throw new Misuse('name one job, or say --all');
        const only = id === undefined ? undefined : readId(id);
        const revived = await retry(gateway, only);
        if (only !== undefined && revived.length === 0) throw new CommandFailure('no such job was given up');
        context.output.say(`${revived.length} ${revived.length === 1 ? 'job is' : 'jobs are'} due again`);
      }),
    );
}

async function inTransaction<T>(
  gateway: Gateway,
  work: (transaction: StoreTransaction) => Promise<T>,
): Promise<T> {
  return await gateway.store.inTransaction(gateway.tenantId, work);
}

async function retry(gateway: Gateway, only: JobId | undefined): Promise<readonly DeadJob[]> {
  const revived = await inTransaction(gateway, async ({ jobs, circuits }) => {
    const asked = await jobs.revive(only);
    for (const partnerId of new Set(asked.map((job) => job.partnerId))) await circuits.close(partnerId);
    return asked;
  });
  gateway.wakeUp.wake(gateway.tenantId);
  return revived;
}

function idOf({ kind, subject }: JobId): string {
  return `${kind}/${subject}`;
}

/** What names no job is found nowhere; it needs no other refusal. */
function readId(id: string): JobId {
  const slash = id.indexOf('/');
  if (slash < 1) throw new Misuse('a job is named KIND/SUBJECT, as `claimgate queue dead` prints it');
  return { kind: id.slice(0, slash) as JobKind, subject: id.slice(slash + 1) };
}

function deadLines(dead: readonly DeadJob[]): string[] {
  const columns = [
    { title: 'given up' },
    { title: 'job' },
    { title: 'partner' },
    { title: 'tries', align: 'right' as const },
    { title: 'why' },
  ];
  return tableLines(
    columns,
    dead.map((job) => [
      job.failedAt.slice(0, 19).replace('T', ' '),
      idOf(job),
      job.partnerId,
      String(job.attempts),
      job.failureCode,
    ]),
  );
}
