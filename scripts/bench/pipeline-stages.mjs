// The gateway of the pipeline's benchmark in this process. Everything is done as in earnest, by jobs that the dispatcher
// takes. Where stages are measured one by one, a job that one of them leaves behind waits until its own stage begins;
// where the whole is measured, nothing waits.
import { createReadStream } from 'node:fs';
import { load } from './built-core.mjs';

/** Longer than any run; a stage asks for its jobs when it begins. */
const HELD_SECONDS = 86_400;
const FILES_MAX = 100_000;
const WORKER = 'bench';

/** In the order in which they run; between `deliver` and `collect` the partner answers. */
export const STAGES = ['accept', 'batch', 'deliver', 'collect', 'acknowledge', 'post'];

/** All of them without a wait: what goes out, and, when the partner has answered, what comes back. */
export const WAYS = ['out', 'back'];

/** Before these the partner has to answer. */
export const ANSWERED = new Set(['collect', 'back']);

/**
 * Opens the gateway on a workspace. `run(step)` runs one of `STAGES` (where `isHeld`) or `WAYS` (where not) to its end
 * and gives the seconds it took.
 */
export async function openStages(built, { workspace, store, claimsFile, isHeld }) {
  const { tenant: tenantId } = workspace.configuration;
  let dispatcher;
  const dependencies = {
    ...(await composition(built, workspace)),
    store: isHeld ? holdJobs(store) : store,
    wakeUp: { wake: (tenant) => (isHeld ? undefined : dispatcher.wake(tenant)) },
  };
  dispatcher = await startDispatch(built, dependencies, tenantId);
  const partnerId = workspace.profiles[0].id;
  const read = (work) => store.inTransaction(tenantId, work);

  /** What is asked for when a step begins. */
  const jobsOf = {
    accept: () => [],
    out: () => [],
    batch: () => [{ kind: 'batch-claims', subject: partnerId }],
    deliver: async () => {
      const interchanges = await read((transaction) => transaction.interchanges.list({ limit: FILES_MAX }));
      return interchanges.map(({ id }) => ({ kind: 'deliver-interchange', subject: id }));
    },
    collect: () => [{ kind: 'collect-files', subject: partnerId }],
    back: () => [{ kind: 'collect-files', subject: partnerId }],
    acknowledge: () => receivedFiles((head) => !isRemittance(head)),
    post: () => receivedFiles(isRemittance),
  };

  async function receivedFiles(isWanted) {
    const files = await read((transaction) =>
      transaction.files.list({ state: 'archived', limit: FILES_MAX }),
    );
    const jobs = [];
    for (const { sha256 } of files) {
      for await (const head of dependencies.archive.open(sha256)) {
        if (isWanted(Buffer.from(head).toString('latin1'))) {
          jobs.push({ kind: 'receive-file', subject: sha256 });
        }
        break;
      }
    }
    return jobs;
  }

  async function run(step) {
    const jobs = await jobsOf[step]();
    const start = performance.now();
    if (step === 'accept' || step === 'out') {
      await acceptAll(built, dependencies, { tenantId, workspace, claimsFile });
    }
    await read((transaction) => transaction.jobs.enqueue(jobs));
    await dispatcher.idle();
    return (performance.now() - start) / 1000;
  }
  return { tenantId, run, stop: () => dispatcher.stop() };
}

/** The same store, but that jobs which flows ask for are not due. */
function holdJobs(store) {
  return {
    inTransaction: (tenantId, work) =>
      store.inTransaction(tenantId, (transaction) =>
        work({
          ...transaction,
          jobs: {
            ...transaction.jobs,
            enqueue: (jobs) =>
              transaction.jobs.enqueue(jobs.map((job) => ({ ...job, delaySeconds: HELD_SECONDS }))),
          },
        }),
      ),
  };
}

async function composition(built, workspace) {
  const [{ archiveDirectory }, { openDirectoryArchive }, { partnerDirectory }, { decodeLatin1 }] =
    await Promise.all(
      [
        'main/workspace.js',
        'store/archive/directory-archive.js',
        'main/partner-directory.js',
        'main/latin-1.js',
      ].map((module) => load(built, module)),
    );
  const { editCodesOf, readCodeLists } = await load(built, 'main/code-lists.js');
  const { CodeSets } = await load(built, 'edi/codes/code-sets.js');
  const { instantOf } = await load(built, 'base/time.js');
  return {
    archive: await openDirectoryArchive(archiveDirectory(workspace.directory)),
    ...partnerDirectory(workspace, {}),
    clock: { now: () => instantOf(new Date()) },
    decode: decodeLatin1,
    owner: WORKER,
    editCodes: editCodesOf(new CodeSets(readCodeLists(workspace.directory))),
  };
}

async function startDispatch(built, dependencies, tenantId) {
  const { startDispatcher } = await load(built, 'queues/dispatcher.js');
  const { jobProcessors } = await load(built, 'queues/job-processors.js');
  const flows = {};
  for (const [kind, flow] of Object.entries({
    'batch-claims': 'batchClaims',
    'deliver-interchange': 'deliverInterchange',
    'collect-files': 'collectFiles',
    'receive-file': 'receiveFile',
  })) {
    const module = await load(built, `flows/${kind}.js`);
    flows[kind] = (tenant, subject) => module[flow](dependencies, tenant, subject);
  }
  return startDispatcher({
    store: dependencies.store,
    tenants: [tenantId],
    processors: jobProcessors(flows, () => HELD_SECONDS),
    owner: WORKER,
    log(told) {
      // A stage whose work was done twice, or not at all, is no measurement.
      if (told.event !== 'job.done') throw new Error(`${told.event}: ${JSON.stringify(told)}`);
    },
  });
}

async function acceptAll(built, dependencies, { tenantId, workspace, claimsFile }) {
  const { acceptClaims } = await load(built, 'flows/accept-claims.js');
  const accepting = { ...dependencies, profiles: workspace.profiles };
  for await (const { outcome } of acceptClaims(accepting, tenantId, createReadStream(claimsFile))) {
    if (outcome !== 'accepted') throw new Error(`a claim of the benchmark was ${outcome}`);
  }
}

function isRemittance(head) {
  return /ST.835/.test(head);
}
