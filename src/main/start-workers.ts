import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EftTerms } from '../domain/reassociation/eft-terms.ts';
import { batchClaims } from '../flows/batch-claims.ts';
import { collectFiles } from '../flows/collect-files.ts';
import { deliverInterchange } from '../flows/deliver-interchange.ts';
import { findLateAnswers } from '../flows/find-late-answers.ts';
import { findUnpairedPayments } from '../flows/reassociation/find-unpaired-payments.ts';
import { receiveFile } from '../flows/receive-file.ts';
import { eftTermsOf } from '../partners/eft-terms-of.ts';
import type { MailboxProfile } from '../partners/profile.ts';
import type { WakeUp } from '../ports/wake-up.ts';
import { startDispatcher } from '../queues/dispatcher.ts';
import { type JobProcessors, jobProcessors } from '../queues/job-processors.ts';
import { type WatchedListener, watchedListener } from '../queues/watched-listener.ts';
import type { Composition } from './composition.ts';
import type { Configuration } from './configuration.ts';
import { decodeLatin1 } from './latin-1.ts';
import type { PartnerDirectory } from './partner-directory.ts';

/** When all jobs have ended: a Redis that does not answer even then is left as it is. */
const FAREWELL_MS = 3000;

export interface StartedWorkers extends WakeUp {
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts workers in this process: batch, deliver, collect, receive, and the looks for what is late. Each partner's
 * mailbox is looked into at once and from then on as its profile says. What had been given up, for a wrong password
 * say, is tried once more, and no partner stays paused.
 */
export async function startWorkers(
  composition: Composition,
  options: {
    readonly configuration: Configuration;
    readonly profiles: readonly MailboxProfile[];
    readonly partners: PartnerDirectory;
  },
): Promise<StartedWorkers> {
  const { tenantId, store, tell, wakeUpQueue } = composition;
  const { profiles, partners } = options;
  const eft = eftTermsOf(profiles);
  const { concurrency, sweepSeconds, jobsPerPartner } = options.configuration.workers;
  const owner = `${hostname()}:${process.pid}:${randomUUID()}`;
  await store.inTransaction(tenantId, async ({ jobs, circuits }) => {
    await circuits.close();
    await jobs.revive();
    await jobs.enqueue(profiles.map((profile) => ({ kind: 'collect-files' as const, subject: profile.id })));
    await jobs.enqueue([{ kind: 'find-late-answers', subject: 'all' }]);
    if (eft !== undefined) await jobs.enqueue([{ kind: 'find-unpaired-payments', subject: 'all' }]);
  });
  let listener: WatchedListener | undefined;
  const dispatcher = startDispatcher({
    store,
    tenants: [tenantId],
    processors: processorsOf(composition, { partners, eft, owner }),
    owner,
    concurrency,
    ...(jobsPerPartner === undefined ? {} : { jobsPerPartner }),
    sweepSeconds,
    wakeUps: () =>
      wakeUpQueue === undefined ? 'in-process' : listener?.isConnected ? 'redis' : 'redis-absent',
    onSweep: (sweep) => listener?.noteSweep(sweep),
    log: tell,
    ...composition.trial,
  });
  if (wakeUpQueue !== undefined) {
    const onWakeUp = (job: Parameters<typeof dispatcher.offer>[1]) => dispatcher.offer(tenantId, job);
    listener = watchedListener(() => wakeUpQueue.listen(tenantId, { concurrency, onWakeUp }), {
      tenantId,
      tell,
    });
  }
  return {
    wake: (tenant) => dispatcher.wake(tenant),
    idle: () => dispatcher.idle(),
    async stop() {
      // Both take no more from here on; a wake-up under way ends with its job.
      const hasLeft = listener?.stop();
      await dispatcher.stop();
      await Promise.race([hasLeft, sleep(FAREWELL_MS, undefined, { ref: false })]);
      listener?.abandon();
    },
  };
}

function processorsOf(
  composition: Composition,
  {
    partners,
    eft,
    owner,
  }: { readonly partners: PartnerDirectory; readonly eft: EftTerms | undefined; readonly owner: string },
): JobProcessors {
  const { store, metrics } = composition;
  const dependencies = {
    ...composition,
    ...composition.trial,
    ...partners,
    eft,
    decode: decodeLatin1,
    owner,
  };
  const ofMailboxes = { ...dependencies, profileOf: (id: string) => partners.mailboxOf(id) };
  return jobProcessors(
    {
      'batch-claims': (tenant, partnerId) => batchClaims(dependencies, tenant, partnerId),
      async 'deliver-interchange'(tenant, interchangeId) {
        const outcome = await deliverInterchange(dependencies, tenant, interchangeId);
        const delivery = await store.inTransaction(tenant, ({ deliveries }) => deliveries.get(interchangeId));
        metrics.countDelivery({ mode: delivery?.mode, outcome });
      },
      'collect-files': (tenant, partnerId) => collectFiles(ofMailboxes, tenant, partnerId),
      'receive-file': (tenant, sha256) => receiveFile(ofMailboxes, tenant, sha256),
      'find-late-answers': (tenant) => findLateAnswers(dependencies, tenant),
      'find-unpaired-payments': (tenant) => findUnpairedPayments(dependencies, tenant),
    },
    (partnerId) => partners.mailboxOf(partnerId).sftp.pollSeconds,
  );
}
