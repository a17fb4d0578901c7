import type { Failpoint } from '../ports/failpoint.ts';
import type { TakenJob } from '../ports/jobs.ts';
import type { Store } from '../ports/store.ts';
import type { CircuitPolicy } from '../ports/workers.ts';
import { CIRCUIT_POLICY, noteOnCircuit } from './circuit-breaker.ts';
import { failureWords, type TellEvent } from './dispatch-event.ts';
import { isPeriodic, type JobProcessors } from './job-processors.ts';
import { type RetrySchedule, verdictOn } from './retry-schedule.ts';

export interface JobRunOptions {
  readonly store: Store;
  readonly processors: JobProcessors;
  readonly schedule?: RetrySchedule;
  readonly circuit?: CircuitPolicy;
  readonly tell: TellEvent;
  readonly failpoint?: Failpoint;
}

/** A job under way. Its lease may be taken anew while it runs. */
export interface JobUnderWay {
  readonly tenantId: string;
  readonly job: TakenJob;
}

/**
 * Runs a leased job and settles it in the database: done, due again later, or dead. Never throws; where not even the
 * settling succeeds, the lease runs out and the job is due again.
 */
export async function runJob(options: JobRunOptions, underWay: JobUnderWay): Promise<void> {
  const { store, processors, tell, failpoint, circuit: policy = CIRCUIT_POLICY } = options;
  const { tenantId } = underWay;
  const { kind, subject, partnerId } = underWay.job;
  const startedMs = performance.now();
  try {
    const answer = await processors[kind](tenantId, subject);
    await failpoint?.('job.done');
    await store.inTransaction(tenantId, async ({ jobs, circuits }) => {
      await jobs.complete(underWay.job);
      await noteOnCircuit(circuits, underWay.job, { policy });
      if (answer.repeatAfterSeconds === undefined) return;
      await jobs.enqueue([{ kind, subject, partnerId, delaySeconds: answer.repeatAfterSeconds }]);
    });
    await failpoint?.('job.completed');
    tell({ event: 'job.done', tenantId, kind, subject, elapsedMs: elapsedSince(startedMs) });
  } catch (error) {
    await settleFailed(options, underWay, { error, elapsedMs: elapsedSince(startedMs) });
  }
}

async function settleFailed(
  { store, schedule, tell, circuit: policy = CIRCUIT_POLICY }: JobRunOptions,
  underWay: JobUnderWay,
  { error, elapsedMs }: { readonly error: unknown; readonly elapsedMs: number },
): Promise<void> {
  const { tenantId } = underWay;
  const { kind, subject, attempts } = underWay.job;
  const verdict = verdictOn(error, {
    attempts,
    isPeriodic: isPeriodic(kind),
    ...(schedule === undefined ? {} : { schedule }),
  });
  const job = { tenantId, kind, subject, elapsedMs };
  try {
    await store.inTransaction(tenantId, async ({ jobs, circuits }) => {
      await (verdict.kind === 'retry'
        ? jobs.retry(underWay.job, verdict)
        : jobs.bury(underWay.job, verdict.failureCode));
      await noteOnCircuit(circuits, underWay.job, { error, policy });
    });
    const told = { ...job, ...failureWords(error), failureCode: verdict.failureCode };
    if (verdict.kind === 'retry') {
      tell({ event: 'job.retried', ...told, delaySeconds: verdict.delaySeconds });
    } else {
      tell({ event: 'job.buried', ...told });
    }
  } catch (storeError) {
    tell({ event: 'job.unsettled', ...job, ...failureWords(storeError) });
  }
}

function elapsedSince(startedMs: number): number {
  return Math.round(performance.now() - startedMs);
}
