import path from 'node:path';
import type { Command } from 'commander';
import { explainClaim } from '../flows/explain-claim.ts';
import { type PartnerProfile, partnerProfileSchema } from '../partners/profile.ts';
import type { RemoteFile, Transport } from '../ports/transport.ts';
import { SIMULATOR_DIRECTORIES, type Simulator, startSimulator } from '../simulator/start-simulator.ts';
import type { CommandContext } from './command-context.ts';
import { claimLines } from './explain/claim-lines.ts';
import type { Gateway } from './gateway.ts';
import type { Output } from './output.ts';
import { loadReport, type Report, reportLines } from './report.ts';
import { outcomeLines, type SubmissionSummary, submitInput } from './submit.ts';

const USER = 'claimgate';
const PASSWORD = 'simulated';
const REMIT_DELAY_MS = 1000;
/** The simulator answers within a second; this is how long a quiet spell lasts before the mailbox counts as empty. */
const QUIET_MS = 250;

function demoProfile(simulator: Simulator): PartnerProfile {
  return partnerProfileSchema.parse({
    id: 'simulated-clearinghouse',
    name: 'Simulated Clearinghouse',
    kind: 'clearinghouse',
    sftp: {
      host: '127.0.0.1',
      port: simulator.port,
      username: USER,
      auth: { passwordRef: 'file:keys/simulated-clearinghouse-password' },
      hostKeySha256: [simulator.hostKeySha256],
      upload: {
        directory: SIMULATOR_DIRECTORIES.upload,
        temporaryDirectory: SIMULATOR_DIRECTORIES.temporary,
      },
      download: [{ directory: SIMULATOR_DIRECTORIES.download, settleSeconds: 0.2 }],
      pollSeconds: 1,
    },
    envelope: { senderId: 'CLAIMGATE', receiverId: 'SIMULATOR', usage: 'T' },
    submitter: {
      name: 'DEMO BILLING SERVICE',
      identifier: 'DEMOBILLING',
      contactName: 'CLAIMS DESK',
      telephone: '5550100100',
    },
    receiver: { name: 'SIMULATED CLEARINGHOUSE', identifier: 'SIMULATOR' },
    limits: { claimsPerInterchange: 25 },
    payers: ['*'],
  });
}

/** Waits until nothing is due here, nothing is pending there, and the mailbox has been empty for a spell. */
async function settle(
  workers: { idle(): Promise<void> },
  simulator: Simulator,
  gateway: Gateway,
): Promise<void> {
  const { id } = demoProfile(simulator);
  for (;;) {
    await workers.idle();
    await simulator.idle();
    const waiting = await waitingFiles(gateway.transportOf(id));
    await workers.idle();
    if (waiting.length === 0 && simulator.pendingCount === 0) {
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
      await workers.idle();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  }
}

async function waitingFiles(transport: Transport): Promise<readonly RemoteFile[]> {
  const session = await transport.connect();
  try {
    return await session.list(SIMULATOR_DIRECTORIES.download);
  } finally {
    await session.close();
  }
}

interface DemoSubmission extends SubmissionSummary {
  /** The first refused claim with its errors; none where all went well. */
  readonly firstRefusal: readonly string[];
}

async function submitDemoFile(
  gateway: Gateway,
  file: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<DemoSubmission> {
  let firstRefusal: readonly string[] = [];
  const summary = await submitInput(gateway, { file, bytes }, (claim) => {
    if (claim.outcome === 'refused' && firstRefusal.length === 0) firstRefusal = outcomeLines(claim);
  });
  return { ...summary, firstRefusal };
}

interface DemoRun {
  readonly submissions: readonly DemoSubmission[];
  readonly before: Report;
  readonly after: Report;
  readonly delivered: { readonly files: number; readonly claims: number };
}

async function runDemo(
  context: CommandContext,
  directory: string,
): Promise<{ run: DemoRun; gateway: Gateway; stop: () => Promise<void> }> {
  const { output } = context;
  context.workspaces.create(directory);
  const simulator = await startSimulator({
    directory: path.join(directory, 'simulator'),
    username: USER,
    password: PASSWORD,
    remitDelayMs: REMIT_DELAY_MS,
  });
  output.say(
    `simulated clearinghouse: SFTP on 127.0.0.1:${simulator.port}, host key ${simulator.hostKeySha256}`,
  );
  context.workspaces.writePartner(directory, demoProfile(simulator), {
    'keys/simulated-clearinghouse-password': PASSWORD,
  });
  output.progress('opening the embedded database');
  const gateway = await context.openGateway({ directory, role: 'owner' });
  const load = (): Promise<Report> => gateway.store.inTransaction(gateway.tenantId, loadReport);
  const before = await load();
  const countBefore = simulator.counts();
  const submissions: DemoSubmission[] = [];
  for (const name of ['practice.ndjson', 'faulty.ndjson']) {
    const file = path.join(context.samplesDirectory, 'claims', name);
    submissions.push(await submitDemoFile(gateway, file, context.readInput(file)));
  }
  output.progress('delivering claims, collecting answers, posting remittances');
  const workers = await gateway.startWorkers();
  await settle(workers, simulator, gateway);
  await workers.stop();
  const count = simulator.counts();
  const run: DemoRun = {
    submissions,
    before,
    after: await load(),
    delivered: { files: count.files - countBefore.files, claims: count.claims - countBefore.claims },
  };
  return {
    run,
    gateway,
    stop: async () => {
      await gateway.close();
      await simulator.stop();
    },
  };
}

function postedCount(report: Report): number {
  return report.remittances.filter((remittance) => remittance.state === 'published').length;
}

function sayWhatHappened(output: Output, run: DemoRun): void {
  for (const { file, accepted, alreadyAccepted, refused, firstRefusal } of run.submissions) {
    output.data(
      `${path.basename(file)}: ${accepted} claims accepted, ${alreadyAccepted} accepted before, ${refused} refused`,
    );
    for (const line of firstRefusal) output.data(`  ${line}`);
  }
  const posted = postedCount(run.after) - postedCount(run.before);
  output.data(
    run.delivered.files === 0 && posted === 0
      ? 'nothing new was delivered, nothing new was posted: all of it had been done by an earlier run'
      : `delivered ${run.delivered.claims} claims in ${run.delivered.files} interchanges; posted ${posted} remittances`,
  );
}

async function explainOne(gateway: Gateway, output: Output, headline: 'denied' | 'rejected'): Promise<void> {
  const [claim] = await gateway.store.inTransaction(gateway.tenantId, (transaction) =>
    transaction.claims.list({ headline, limit: 1 }),
  );
  if (!claim) return;
  output.data('');
  output.data(`One ${headline} claim, explained (claimgate explain ${claim.accountNumber})`);
  output.data('');
  for (const story of await explainClaim(gateway, gateway.tenantId, claim.id))
    for (const line of claimLines(story)) output.data(line);
}

export function addDemoCommand(program: Command, context: CommandContext): void {
  program
    .command('demo')
    .description('the whole job: sample claims to a simulated payer over real SFTP, and its answers posted')
    .option('-d, --directory <path>', 'working directory of the demonstration', '.claimgate-demo')
    .addHelpText(
      'after',
      '\nA second run on the same directory delivers and posts nothing new.\n\nExample:\n  $ claimgate demo',
    )
    .action(async (options: { directory: string }) => {
      const { run, gateway, stop } = await runDemo(context, options.directory);
      try {
        sayWhatHappened(context.output, run);
        context.output.data('');
        for (const line of reportLines(run.after)) context.output.data(line);
        await explainOne(gateway, context.output, 'denied');
        await explainOne(gateway, context.output, 'rejected');
        context.output.say(
          `\neverything stands in ${options.directory}; look around with: claimgate claims list -d ${options.directory}`,
        );
      } finally {
        await stop();
      }
    });
}
