import { Failure } from '../base/failure.ts';
import { InvariantViolation } from '../base/invariant.ts';
import type { Failpoint } from '../ports/failpoint.ts';
import type { JobKind, TakenJob } from '../ports/jobs.ts';
import type { Store } from '../ports/store.ts';
import type { WakeUp } from '../ports/wake-up.ts';
import { isPeriodic, type JobProcessors } from './job-processors.ts';
import { type RetrySchedule, verdictOn } from './retry-schedule.ts';

/** What the dispatcher tells the log: codes and ids, never contents. */
export interface DispatchEvent {
  readonly event:
    | 'job.done'
    | 'job.retried'
    | 'job.buried'
    | 'job.unsettled'
    | 'sweep.failed'
    | 'renewal.failed';
  readonly tenantId: string;
  readonly kind?: JobKind;
  readonly subject?: string;
  readonly failureCode?: string;
  readonly delaySeconds?: number;
  readonly elapsedMs?: number;
  /** For mistakes of ours: the broken promise, and where in the code. */
  readonly sentence?: string;
  readonly frames?: readonly string[];
}

export interface DispatcherOptions {
  readonly store: Store;
  readonly tenants: readonly string[];
  readonly processors: JobProcessors;
  /** Names this process in the leases. */
  readonly owner: string;
  /** Jobs that run at once; 4 when absent. */
  readonly concurrency?: number;
  /** How often to look for work that nobody announced; 15 when absent. */
  readonly sweepSeconds?: number;
  /**
   * When another process may take over a job of one that vanished; 15 when absent. Leases of jobs at work are renewed
   * three times as often. Never a matter of correctness.
   */
  readonly leaseSeconds?: number;
  readonly schedule?: RetrySchedule;
  readonly log?: (event: DispatchEvent) => void;
  readonly failpoint?: Failpoint;
}

export interface Dispatcher extends WakeUp {
  /** Resolves when nothing is running and nothing due but what comes around by itself. */
  idle(): Promise<void>;
  /** Takes no more jobs; resolves when those under way have ended. */
  stop(): Promise<void>;
}

/** Runs due jobs in this process until stopped. The database says what is due; wake-ups only shorten the wait. */
export function startDispatcher(options: DispatcherOptions): Dispatcher {
  const dispatch = new InProcessDispatch(options);
  dispatch.sweep();
  return dispatch;
}

/** So that a due time just missed does not spin. */
const WAIT_MS_MIN = 20;

const LEASE_SECONDS = 15;

interface RunningJob {
  readonly tenantId: string;
  job: TakenJob;
  ended: Promise<void>;
}

class InProcessDispatch implements Dispatcher {
  readonly #options: DispatcherOptions;
  /** By tenant, kind and subject. A lease taken anew while its job still runs here replaces the older one. */
  readonly #running = new Map<string, RunningJob>();
  readonly #unlooked = new Set<string>();
  /** When each tenant's next job is due, on this process's clock. */
  readonly #dueAtMs = new Map<string, number>();
  readonly #idleWaiters: (() => void)[] = [];
  readonly #renewal: ReturnType<typeof setInterval>;
  #pass: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStopping = false;
  #isReachable = true;

  constructor(options: DispatcherOptions) {
    this.#options = options;
    this.#renewal = setInterval(() => void this.#renew(), (this.#leaseSeconds * 1000) / 3);
  }

  get #leaseSeconds(): number {
    return this.#options.leaseSeconds ?? LEASE_SECONDS;
  }

  wake(tenantId: string): void {
    if (this.#isStopping) return;
    this.#unlooked.add(tenantId);
    this.#pass ??= this.#look().finally(() => {
      this.#pass = undefined;
      this.#restOrGoOn();
    });
  }

  sweep(): void {
    for (const tenantId of this.#options.tenants) this.wake(tenantId);
  }

  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#idleWaiters.push(resolve);
      this.sweep();
    });
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#timer);
    await this.#pass;
    await Promise.all([...this.#running.values()].map(({ ended }) => ended));
    clearInterval(this.#renewal);
  }

  /** A renewal that fails is made up for by the next; should all fail, another process repeats what this one does. */
  async #renew(): Promise<void> {
    const leaseSeconds = this.#leaseSeconds;
    for (const tenantId of this.#options.tenants) {
      const jobs = [...this.#running.values()]
        .filter((entry) => entry.tenantId === tenantId)
        .map((entry) => entry.job);
      if (jobs.length === 0) continue;
      try {
        await this.#options.store.inTransaction(tenantId, (transaction) =>
          transaction.jobs.renew(jobs, leaseSeconds),
        );
      } catch (error) {
        this.#tell({ event: 'renewal.failed', tenantId, ...failureWords(error) });
      }
    }
  }

  /** Looks at each announced tenant until nothing is due there or every place is taken. */
  async #look(): Promise<void> {
    clearTimeout(this.#timer);
    for (const tenantId of this.#unlooked) {
      if (this.#isStopping || this.#freeCount() === 0) break;
      this.#unlooked.delete(tenantId);
      // Where the database does not answer, the next sweep asks again.
      this.#dueAtMs.delete(tenantId);
      try {
        await this.#takeFrom(tenantId);
        this.#isReachable = true;
      } catch (error) {
        this.#isReachable = false;
        this.#tell({ event: 'sweep.failed', tenantId, ...failureWords(error) });
      }
    }
    if (this.#isStopping) return;
    const nowMs = performance.now();
    const sweepAtMs = nowMs + (this.#options.sweepSeconds ?? 15) * 1000;
    // With every place taken, the next job to end looks again.
    const nextMs = this.#freeCount() > 0 ? Math.min(sweepAtMs, ...this.#dueAtMs.values()) : sweepAtMs;
    this.#timer = setTimeout(() => this.sweep(), Math.max(nextMs - nowMs, WAIT_MS_MIN));
  }

  /** Starts what is due, and notes when more is. */
  async #takeFrom(tenantId: string): Promise<void> {
    const { store, owner } = this.#options;
    const leaseSeconds = this.#leaseSeconds;
    const limit = this.#freeCount();
    const { taken, dueSeconds } = await store.inTransaction(tenantId, async ({ jobs }) => ({
      taken: await jobs.takeDue({ owner, limit, leaseSeconds }),
      dueSeconds: await jobs.secondsUntilDue(),
    }));
    if (taken.length > 0) await this.#options.failpoint?.('job.taken');
    if (dueSeconds !== undefined) this.#dueAtMs.set(tenantId, performance.now() + dueSeconds * 1000);
    for (const job of taken) this.#start(tenantId, job);
  }

  #freeCount(): number {
    return (this.#options.concurrency ?? 4) - this.#running.size;
  }

  #start(tenantId: string, job: TakenJob): void {
    const key = [tenantId, job.kind, job.subject].join('\n');
    const same = this.#running.get(key);
    if (same !== undefined) {
      same.job = job;
      return;
    }
    const entry: RunningJob = { tenantId, job, ended: Promise.resolve() };
    this.#running.set(key, entry);
    entry.ended = this.#run(tenantId, entry).finally(() => {
      this.#running.delete(key);
      // What the job left to do, and what found no place before it.
      this.wake(tenantId);
    });
  }

  async #run(tenantId: string, entry: { readonly job: TakenJob }): Promise<void> {
    const { store, processors, failpoint } = this.#options;
    const { kind, subject } = entry.job;
    const startedMs = performance.now();
    try {
      const answer = await processors[kind](tenantId, subject);
      await failpoint?.('job.done');
      await store.inTransaction(tenantId, async ({ jobs }) => {
        await jobs.complete(entry.job);
        if (answer.repeatAfterSeconds === undefined) return;
        await jobs.enqueue([{ kind, subject, delaySeconds: answer.repeatAfterSeconds }]);
      });
      await failpoint?.('job.completed');
      const elapsedMs = Math.round(performance.now() - startedMs);
      this.#tell({ event: 'job.done', tenantId, kind, subject, elapsedMs });
    } catch (error) {
      await this.#settleFailed(tenantId, entry, error);
    }
  }

  async #settleFailed(tenantId: string, entry: { readonly job: TakenJob }, error: unknown): Promise<void> {
    const { store, schedule } = this.#options;
    const { kind, subject, attempts } = entry.job;
    const verdict = verdictOn(error, {
      attempts,
      isPeriodic: isPeriodic(kind),
      ...(schedule === undefined ? {} : { schedule }),
    });
    const job = { tenantId, kind, subject };
    try {
      await store.inTransaction(tenantId, ({ jobs }) =>
        verdict.kind === 'retry' ? jobs.retry(entry.job, verdict) : jobs.bury(entry.job, verdict.failureCode),
      );
      const { delaySeconds } = { delaySeconds: undefined, ...verdict };
      this.#tell({
        event: verdict.kind === 'retry' ? 'job.retried' : 'job.buried',
        ...job,
        ...(delaySeconds === undefined ? {} : { delaySeconds }),
        ...failureWords(error),
        failureCode: verdict.failureCode,
      });
    } catch (storeError) {
      // The lease runs out, and the job is due again.
      this.#tell({ event: 'job.unsettled', ...job, ...failureWords(storeError) });
    }
  }

  #restOrGoOn(): void {
    if (this.#isStopping) return;
    if (this.#unlooked.size > 0 && this.#freeCount() > 0) {
      for (const tenantId of this.#unlooked) this.wake(tenantId);
      return;
    }
    if (this.#unlooked.size > 0 || this.#running.size > 0 || !this.#isReachable) return;
    for (const resolve of this.#idleWaiters.splice(0)) resolve();
  }

  #tell(event: DispatchEvent): void {
    this.#options.log?.(event);
  }
}

/** Stack frames after the message: another library's message may hold anything. */
const FRAMES_MAX = 6;

function failureWords(error: unknown): Pick<DispatchEvent, 'failureCode' | 'sentence' | 'frames'> {
  if (error instanceof Failure) return { failureCode: error.code };
  const frames = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return {
    ...(error instanceof InvariantViolation ? { sentence: error.message } : {}),
    frames: frames
      .filter((line) => /^\s+at /.test(line))
      .slice(0, FRAMES_MAX)
      .map((line) => line.trim()),
  };
}
