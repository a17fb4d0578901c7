// The gateway composed in this process for one scenario: flows over a store, a partner behind the simulator's SFTP.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Modules of `src`, or of the build. */
export const MODULES = {
  accept: 'flows/accept-claims',
  batch: 'flows/batch-claims',
  collect: 'flows/collect-files',
  deliver: 'flows/deliver-interchange',
  late: 'flows/find-late-answers',
  pairing: 'flows/reassociation/pair-payments',
  unpaired: 'flows/reassociation/find-unpaired-payments',
  eftTerms: 'partners/eft-terms-of',
  receive: 'flows/receive-file',
  edits: 'domain/edits/edit-codes',
  archive: 'store/archive/directory-archive',
  stores: 'store/open-store',
  sftp: 'connectors/sftp/sftp-transport',
  profile: 'partners/profile',
  processors: 'queues/job-processors',
  runJob: 'queues/run-job',
  latin1: 'main/latin-1',
  time: 'base/time',
  money: 'base/money',
  scenario: 'simulator/scenario/read-scenario',
  clock: 'simulator/scenario/virtual-clock',
  simulator: 'simulator/start-simulator',
};

const PASSWORD = 'synthetic';
const OWNER = 'scenarios';
/** A job that a scenario's mailbox fails is tried again at once: the days go by on the virtual clock. */
const AT_ONCE = { delaysSeconds: [0], attemptsMax: 20 };
const COLLECT_TRIES = 5;

/**
 * Starts a simulator for the scenario, and gives a gateway of its own tenant that has it as its one partner, and for
 * its bank where `eft` says what that reports.
 */
export async function openExchange(modules, { store, archive, tenantId, scenario, partner = {}, eft }) {
  const directory = mkdtempSync(path.join(tmpdir(), 'claimgate-scenario-'));
  const clock = new modules.clock.VirtualClock(scenario.start);
  const simulator = await modules.simulator.startSimulator({
    directory,
    username: 'claimgate',
    password: PASSWORD,
    scenario,
    clock: clock.now,
  });
  clock.onAdvance(() => simulator.publishDue());
  const profile = profileOf(modules, simulator, partner);
  const bank = eft === undefined ? undefined : bankOf(modules, profile, eft);
  const startMs = clock.now().getTime();
  // The database's own clock says when something was delivered, and knows no virtual days.
  const afterDays = {
    now: () => modules.time.instantOf(new Date(Date.now() + clock.now().getTime() - startMs)),
  };
  const dependencies = dependenciesOf(modules, { store, archive, clock, profile, bank });
  const gateway = {
    store,
    tenantId,
    clock,
    simulator,
    outbound: path.join(directory, 'mailbox', 'outbound'),
    bank: path.join(directory, 'mailbox', 'bank'),
    accept: async (bytes) => {
      const outcomes = [];
      for await (const one of modules.accept.acceptClaims(dependencies, tenantId, [bytes]))
        outcomes.push(one);
      return outcomes;
    },
    work: () => workOff(modules, dependencies, tenantId),
    async collect() {
      await collectAll(modules, dependencies, { tenantId, profile, directory: gateway.outbound });
      if (bank !== undefined)
        await collectAll(modules, dependencies, { tenantId, profile: bank, directory: gateway.bank });
    },
    findUnpairedPayments: () => modules.unpaired.findUnpairedPayments(dependencies, tenantId),
    findLateAnswers: () => modules.late.findLateAnswers({ store, clock: afterDays }, tenantId),
    async close() {
      await simulator.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
  return gateway;
}

function profileOf({ profile }, simulator, partner) {
  return profile.partnerProfileSchema.parse({
    id: 'simulated',
    name: 'Simulated Clearinghouse',
    kind: 'clearinghouse',
    sftp: {
      host: '127.0.0.1',
      port: simulator.port,
      username: 'claimgate',
      auth: { passwordRef: 'env:NOT_READ' },
      hostKeySha256: [simulator.hostKeySha256],
      operationTimeoutMs: 5000,
      upload: { directory: '/inbound', temporaryDirectory: '/uploading', mode: 'posix-rename' },
      download: [{ directory: '/outbound', settleSeconds: 0 }],
    },
    envelope: { senderId: 'CLAIMGATE', receiverId: 'SIMULATOR', usage: 'T' },
    submitter: {
      name: 'INVENTED BILLING SERVICE',
      identifier: 'BILLING1',
      contactName: 'CLAIMS DESK',
      telephone: '5550100100',
    },
    receiver: { name: 'SIMULATED CLEARINGHOUSE', identifier: 'SIMULATOR' },
    payers: ['*'],
    ...partner,
  });
}

/** A bank whose files are left where they are, so that they can be looked at afterwards. */
function bankOf({ profile: { mailboxProfileSchema } }, partner, eft) {
  const { upload: _, ...sftp } = partner.sftp;
  return mailboxProfileSchema.parse({
    id: 'bank',
    name: 'Simulated Bank',
    kind: 'bank',
    sftp: { ...sftp, download: [{ directory: '/bank', settleSeconds: 0, after: 'leave' }] },
    eft,
  });
}

function dependenciesOf(modules, { store, archive, clock, profile, bank }) {
  const { host, port, username, hostKeySha256, operationTimeoutMs } = profile.sftp;
  const address = { host, port, username, hostKeySha256, operationTimeoutMs, password: PASSWORD };
  const transport = modules.sftp.sftpTransport(address);
  return {
    store,
    archive,
    clock: { now: () => modules.time.instantOf(clock.now()) },
    wakeUp: { wake: () => undefined },
    decode: modules.latin1.decodeLatin1,
    profiles: [profile],
    editCodes: modules.edits.SHIPPED_CODES,
    profileOf: (id) => (id === bank?.id ? bank : profile),
    eft: modules.eftTerms.eftTermsOf(bank === undefined ? [] : [bank]),
    transportOf: () => transport,
    owner: OWNER,
  };
}

/** Runs whatever is due until nothing is. */
async function workOff(modules, dependencies, tenantId) {
  const { store } = dependencies;
  const processors = modules.processors.jobProcessors(
    {
      'batch-claims': (tenant, partnerId) => modules.batch.batchClaims(dependencies, tenant, partnerId),
      'deliver-interchange': (tenant, id) => modules.deliver.deliverInterchange(dependencies, tenant, id),
      'receive-file': (tenant, sha256) => modules.receive.receiveFile(dependencies, tenant, sha256),
      'collect-files': async () => undefined,
      'find-late-answers': async () => undefined,
      'find-unpaired-payments': async () => undefined,
    },
    () => 3600,
  );
  const terms = { owner: OWNER, jobsPerPartner: 50, limit: 50, leaseSeconds: 60 };
  for (;;) {
    const jobs = await store.inTransaction(tenantId, (transaction) => transaction.jobs.takeDue(terms));
    if (jobs.length === 0) return;
    for (const job of jobs) {
      const tell = (event) => {
        if (event.event === 'job.buried') throw new Error(`a job was given up: ${event.failureCode}`);
      };
      await modules.runJob.runJob({ store, processors, schedule: AT_ONCE, tell }, { tenantId, job });
    }
  }
}

async function collectAll(modules, dependencies, { tenantId, profile, directory }) {
  if (readdirSync(directory).length === 0) return;
  for (let tries = 1; ; tries++) {
    try {
      await modules.collect.collectFiles(dependencies, tenantId, profile.id);
      return;
    } catch (error) {
      // The mailbox of the scenario fails as it was told to.
      if (error.isRetryable !== true || tries === COLLECT_TRIES) throw error;
    }
  }
}
