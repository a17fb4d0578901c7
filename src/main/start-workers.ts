import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import { batchClaims } from '../flows/batch-claims.ts';
import { collectFiles } from '../flows/collect-files.ts';
import { deliverInterchange } from '../flows/deliver-interchange.ts';
import { findLateAnswers } from '../flows/find-late-answers.ts';
import { receiveFile } from '../flows/receive-file.ts';
import type { PartnerProfile } from '../partners/profile.ts';
import { type DispatchEvent, type Dispatcher, startDispatcher } from '../queues/dispatcher.ts';
import { jobProcessors } from '../queues/job-processors.ts';
import type { Composition } from './composition.ts';
import type { Configuration } from './configuration.ts';
import { decodeLatin1 } from './latin-1.ts';
import type { PartnerDirectory } from './partner-directory.ts';

/**
 * Starts workers in this process: batch, deliver, collect, receive, and the look for late answers. Each partner's
 * mailbox is looked into at once and from then on as its profile says. What had been given up, for a wrong password say, is tried once more.
 */
export async function startWorkers(
  composition: Composition,
  options: {
    readonly configuration: Configuration;
    readonly profiles: readonly PartnerProfile[];
    readonly partners: PartnerDirectory;
    readonly log: Logger;
  },
): Promise<Dispatcher> {
  const { tenantId, store } = composition;
  const { configuration, profiles, partners, log } = options;
  const owner = `${hostname()}:${process.pid}:${randomUUID()}`;
  const dependencies = { ...composition, ...composition.trial, ...partners, decode: decodeLatin1, owner };
  const processors = jobProcessors(
    {
      'batch-claims': (tenant, partnerId) => batchClaims(dependencies, tenant, partnerId),
      'deliver-interchange': (tenant, interchangeId) =>
        deliverInterchange(dependencies, tenant, interchangeId),
      'collect-files': (tenant, partnerId) => collectFiles(dependencies, tenant, partnerId),
      'receive-file': (tenant, sha256) => receiveFile(dependencies, tenant, sha256),
      'find-late-answers': (tenant) => findLateAnswers(dependencies, tenant),
    },
    (partnerId) => partners.profileOf(partnerId).sftp.pollSeconds,
  );
  await store.inTransaction(tenantId, async ({ jobs }) => {
    await jobs.revive();
    await jobs.enqueue(profiles.map((profile) => ({ kind: 'collect-files' as const, subject: profile.id })));
    await jobs.enqueue([{ kind: 'find-late-answers', subject: 'all' }]);
  });
  return startDispatcher({
    store,
    tenants: [tenantId],
    processors,
    owner,
    concurrency: configuration.workers.concurrency,
    sweepSeconds: configuration.workers.sweepSeconds,
    log: (event) => write(log, event),
    ...composition.trial,
  });
}

function write(log: Logger, { event, ...fields }: DispatchEvent): void {
  if (event === 'job.done') log.info(fields, event);
  else if (event === 'job.retried') log.warn(fields, event);
  else log.error(fields, event);
}
