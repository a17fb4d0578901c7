import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { Failure } from '../base/failure.ts';
import { instantOf } from '../base/time.ts';
import type { CommandContext } from '../cli/command-context.ts';
import type { Gateway } from '../cli/gateway.ts';
import { CodeSets } from '../edi/codes/code-sets.ts';
import { acceptClaims } from '../flows/accept-claims.ts';
import type { MailboxProfile } from '../partners/profile.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { openDirectoryArchive } from '../store/archive/directory-archive.ts';
import { openEmbeddedStore, openGuestStore, openPostgresStore } from '../store/open-store.ts';
import { editCodesOf, readCodeLists } from './code-lists.ts';
import type { Composition, Trial } from './composition.ts';
import { assertSuitable, type Environment } from './configuration.ts';
import { gatewayLog, logEvent } from './log.ts';
import { gatewayMetrics } from './metrics.ts';
import { openWakeUps } from './open-wake-ups.ts';
import { partnerDirectory } from './partner-directory.ts';
import { assertSharedArchive } from './shared-archive.ts';
import { startApi } from './start-api.ts';
import { startMetrics } from './start-metrics.ts';
import { startWorkers } from './start-workers.ts';
import { archiveDirectory, databaseDirectory, openWorkspace } from './workspace.ts';

type Role = Parameters<CommandContext['openGateway']>[0]['role'];

const SYSTEM_CLOCK: Clock = { now: () => instantOf(new Date()) };

/** What the gateway is composed from besides its working directory. */
export interface Surroundings {
  readonly environment: Environment;
  readonly variables: NodeJS.ProcessEnv;
  readonly trial?: Trial;
  readonly clock?: Clock;
}

/** Composes the gateway on a working directory. Throws a Misuse or a Failure that says what is wrong with it. */
export async function openGateway(
  { directory, role }: { readonly directory: string; readonly role: Role },
  { environment, variables, trial, clock = SYSTEM_CLOCK }: Surroundings,
): Promise<Gateway> {
  assertSuitable(environment);
  const workspace = openWorkspace(directory);
  const { configuration, profiles, claimPartners: takers } = workspace;
  const tenantId = configuration.tenant;
  const log = gatewayLog(environment.logLevel);
  const partners = partnerDirectory(workspace, variables);
  const archive = await openDirectoryArchive(archiveDirectory(directory));
  const store = await openStore(directory, role, environment);
  await assertSharedArchive(store, tenantId, archiveDirectory(directory)).catch(closing(store));
  const metrics = gatewayMetrics(store, tenantId);
  const wakeUps = await openWakeUps(store, environment, (event) => {
    metrics.tell(event);
    logEvent(log, event);
  });
  const composition: Composition = {
    tenantId,
    store,
    archive,
    clock,
    wakeUp: wakeUps.wakeUp,
    ...(wakeUps.queue === undefined ? {} : { wakeUpQueue: wakeUps.queue }),
    metrics,
    tell: wakeUps.tell,
    editCodes: editCodesOf(new CodeSets(readCodeLists(directory))),
    ...(trial === undefined ? {} : { trial }),
  };
  return {
    tenantId,
    store,
    archive,
    wakeUp: wakeUps.wakeUp,
    clock,
    profiles,
    profileOf: (partnerId) => partners.profileOf(partnerId),
    transportOf: (partnerId) => partners.transportOf(partnerId),
    acceptClaims: (bytes) => acceptClaims({ ...composition, ...trial, profiles: takers }, tenantId, bytes),
    async startWorkers() {
      warnOfOlderAlgorithms(profiles, log);
      const workers = await startWorkers(composition, { configuration, profiles, partners });
      wakeUps.listeners.add(workers);
      return {
        idle: () => workers.idle(),
        async stop() {
          wakeUps.listeners.delete(workers);
          await workers.stop();
        },
      };
    },
    startApi: () => startApi(composition, { workspace, variables }),
    startMetrics: () => startMetrics(metrics, configuration),
    async close() {
      await wakeUps.close();
      await store.close();
    },
  };
}

function warnOfOlderAlgorithms(profiles: readonly MailboxProfile[], log: Logger): void {
  for (const { id, sftp } of profiles) {
    if (sftp.olderAlgorithms !== undefined) log.warn({ partnerId: id }, 'partner.older-algorithms');
  }
}

function closing(store: Store): (error: unknown) => Promise<never> {
  return async (error) => {
    await store.close();
    throw error;
  };
}

/** How long a command waits for a process that is just opening or closing the embedded database. */
const OWNER_WAIT_MS = 10_000;
const OWNER_POLL_MS = 200;

async function openStore(directory: string, role: Role, { databaseUrl }: Environment): Promise<Store> {
  if (databaseUrl !== undefined) return await openPostgresStore({ databaseUrl });
  const place = { directory: databaseDirectory(directory) };
  if (role === 'owner') return await openEmbeddedStore(place);
  const deadlineMs = performance.now() + OWNER_WAIT_MS;
  for (;;) {
    try {
      return await openEmbeddedStore(place);
    } catch (error) {
      if (!isFailure(error, 'store.locked')) throw error;
    }
    try {
      return await openGuestStore(place);
    } catch (error) {
      // Between the two looks the owner may have come or gone.
      if (!isFailure(error, 'store.no-owner') || performance.now() > deadlineMs) throw error;
    }
    await sleep(OWNER_POLL_MS);
  }
}

function isFailure(error: unknown, code: string): boolean {
  return error instanceof Failure && error.code === code;
}
