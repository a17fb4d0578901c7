import type { Failpoint } from '../ports/failpoint.ts';
import type { JobId, TakenJob } from '../ports/jobs.ts';
import type { Store } from '../ports/store.ts';
import type { WakeUp } from '../ports/wake-up.ts';
import type { CircuitPolicy, WorkerReport } from '../ports/workers.ts';
import { type DispatchEvent, failureWords } from './dispatch-event.ts';
import type { JobProcessors } from './job-processors.ts';
import type { RetrySchedule } from './retry-schedule.ts';
import { runJob } from './run-job.ts';

export interface DispatcherOptions {
  readonly store: Store;
  readonly tenants: readonly string[];
  readonly processors: JobProcessors;
  /** Names this process in the leases. */
  readonly owner: string;
  /** Jobs that run at once; 4 when absent. */
  readonly concurrency?: number;
  /** Of those, jobs of one partner; one less than all when absent, so that no partner keeps the others out. */
  readonly jobsPerPartner?: number;
  /** How often to look for work that nobody announced; 15 when absent. */
  readonly sweepSeconds?: number;
  /**
   * When another process may take over a job of one that vanished; 15 when absent. Leases of jobs at work are renewed
   * three times as often. Never a matter of correctness.
   */
  readonly leaseSeconds?: number;
  readonly schedule?: RetrySchedule;
  readonly circuit?: CircuitPolicy;
  /** How this process is woken, for `queue status`. */
  readonly wakeUps?: () => WorkerReport['wakeUps'];
  /** Told at each sweep how many jobs were found since the last whose wake-ups had come to nobody. */
  readonly onSweep?: (sweep: { readonly missed: number }) => void;
  readonly log?: (event: DispatchEvent) => void;
  readonly failpoint?: Failpoint;
}

export interface Dispatcher extends WakeUp {
  /** Runs this job now if it is due and there is room; resolves when it has ended, or at once. */
  offer(tenantId: string, job: JobId): Promise<void>;
  /** Resolves when nothing is running and nothing due but what comes around by itself. */
  idle(): Promise<void>;
  /** Takes no more jobs; resolves when those under way have ended. */
  stop(): Promise<void>;
}

/** Runs due jobs in this process until stopped. The database says what is due; wake-ups only shorten the wait. */
export function startDispatcher(options: DispatcherOptions): Dispatcher {
  const dispatch = new JobDispatch(options);
  dispatch.sweep();
  return dispatch;
}

/** So that a due time just missed does not spin. */
const WAIT_MS_MIN = 20;

/** What is due and yet not to be had is in the hands of another transaction, which may take its time. */
const WAIT_MS_MAX = 1000;

const LEASE_SECONDS = 15;
const SWEEP_SECONDS = 15;

/** A wake-up that found nobody for so long is not on its way any more. */
const MISSED_SECONDS = 5;

interface RunningJob {
  readonly tenantId: string;
  job: TakenJob;
  ended: Promise<void>;
}

class JobDispatch implements Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #concurrency: number;
  readonly #leaseSeconds: number;
  readonly #sweepMs: number;
  /** By tenant, kind and subject. A lease taken anew while its job still runs here replaces the older one. */
  readonly #running = new Map<string, RunningJob>();
  readonly #unlooked = new Set<string>();
  /** When each tenant's next job is due, on this process's clock. */
  readonly #dueAtMs = new Map<string, number>();
  /** How long to wait for what is due and in other hands; twice as long after each look in vain. */
  #waitMs = WAIT_MS_MIN;
  readonly #idleWaiters: (() => void)[] = [];
  readonly #renewal: ReturnType<typeof setInterval>;
  /** Jobs taken since the last sweep that had waited in vain for a wake-up. */
  #missedCount = 0;
  #sweptAtMs = Number.NEGATIVE_INFINITY;
  #pass: Promise<void> | undefined;
  /** Jobs are taken one look at a time: two at once would each give the last place away. */
  #taking: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStopping = false;
  #isReachable = true;

  constructor(options: DispatcherOptions) {
    this.#options = options;
    this.#concurrency = options.concurrency ?? 4;
    this.#leaseSeconds = options.leaseSeconds ?? LEASE_SECONDS;
    this.#sweepMs = (options.sweepSeconds ?? SWEEP_SECONDS) * 1000;
    this.#renewal = setInterval(() => void this.#renew(), (this.#leaseSeconds * 1000) / 3);
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

  async offer(tenantId: string, job: JobId): Promise<void> {
    if (this.#isStopping) return;
    try {
      await this.#takeFrom(tenantId, job);
    } catch (error) {
      this.#tell({ event: 'sweep.failed', tenantId, ...failureWords(error) });
    }
    await this.#running.get(keyOf(tenantId, job))?.ended;
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
    await this.#taking;
    await Promise.all([...this.#running.values()].map(({ ended }) => ended));
    clearInterval(this.#renewal);
    for (const tenantId of this.#options.tenants) {
      // Where the database does not answer, the entry grows old by itself.
      await this.#options.store
        .inTransaction(tenantId, ({ workers }) => workers.leave(this.#options.owner))
        .catch(() => undefined);
    }
  }

  /** A renewal that fails is made up for by the next; should all fail, another process repeats what this one does. */
  async #renew(): Promise<void> {
    for (const tenantId of this.#options.tenants) {
      const jobs = [...this.#running.values()]
        .filter((entry) => entry.tenantId === tenantId)
        .map((entry) => entry.job);
      if (jobs.length === 0) continue;
      try {
        await this.#options.store.inTransaction(tenantId, (transaction) =>
          transaction.jobs.renew(jobs, this.#leaseSeconds),
        );
      } catch (error) {
        this.#tell({ event: 'renewal.failed', tenantId, ...failureWords(error) });
      }
    }
  }

  /** Looks at each announced tenant until nothing is due there or every place is taken. */
  async #look(): Promise<void> {
    clearTimeout(this.#timer);
    const isSweep = performance.now() - this.#sweptAtMs >= this.#sweepMs;
    if (isSweep) {
      this.#sweptAtMs = performance.now();
      for (const tenantId of this.#options.tenants) this.#unlooked.add(tenantId);
    }
    for (const tenantId of this.#unlooked) {
      if (this.#isStopping) break;
      try {
        if (isSweep) await this.#report(tenantId);
        if (this.#freeCount() === 0) continue;
        this.#unlooked.delete(tenantId);
        // Where the database does not answer, the next sweep asks again.
        this.#dueAtMs.delete(tenantId);
        await this.#takeFrom(tenantId);
        this.#isReachable = true;
      } catch (error) {
        this.#unlooked.delete(tenantId);
        this.#isReachable = false;
        this.#tell({ event: 'sweep.failed', tenantId, ...failureWords(error) });
      }
    }
    if (this.#isStopping) return;
    if (isSweep) {
      this.#options.onSweep?.({ missed: this.#missedCount });
      this.#missedCount = 0;
    }
    this.#setTimer();
  }

  #setTimer(): void {
    const nowMs = performance.now();
    const sweepAtMs = this.#sweptAtMs + this.#sweepMs;
    // With every place taken, the next job to end looks again.
    const nextMs = this.#freeCount() > 0 ? Math.min(sweepAtMs, ...this.#dueAtMs.values()) : sweepAtMs;
    this.#timer = setTimeout(() => this.sweep(), Math.max(nextMs - nowMs, WAIT_MS_MIN));
  }

  async #report(tenantId: string): Promise<void> {
    const { store, owner, wakeUps } = this.#options;
    await store.inTransaction(tenantId, ({ workers }) =>
      workers.sweep({
        owner,
        sweepSeconds: this.#sweepMs / 1000,
        wakeUps: wakeUps?.() ?? 'in-process',
      }),
    );
  }

  /** Starts what is due, or `only` that, and notes when more is. */
  #takeFrom(tenantId: string, only?: JobId): Promise<void> {
    const taking = this.#taking.then(() => this.#take(tenantId, only));
    this.#taking = taking.catch(() => undefined);
    return taking;
  }

  async #take(tenantId: string, only: JobId | undefined): Promise<void> {
    const limit = this.#freeCount();
    // What finds no place here stays due: the next job to end looks.
    if (this.#isStopping || limit <= 0) return;
    const { store, owner, jobsPerPartner = Math.max(1, this.#concurrency - 1) } = this.#options;
    const taker = { owner, jobsPerPartner };
    const { taken, dueSeconds } = await store.inTransaction(tenantId, async ({ jobs }) => ({
      taken: await jobs.takeDue({
        ...taker,
        limit,
        leaseSeconds: this.#leaseSeconds,
        ...(only === undefined ? {} : { only }),
      }),
      dueSeconds: only === undefined ? await jobs.secondsUntilDue(taker) : undefined,
    }));
    if (taken.length > 0) await this.#options.failpoint?.('job.taken');
    if (dueSeconds !== undefined) this.#noteDue(tenantId, dueSeconds * 1000, taken.length > 0);
    for (const job of taken) {
      if (only === undefined && (job.announcedSecondsAgo ?? 0) > MISSED_SECONDS) this.#missedCount++;
      this.#start(tenantId, job);
    }
  }

  #noteDue(tenantId: string, dueMs: number, hasTaken: boolean): void {
    const isInOtherHands = dueMs === 0 && !hasTaken;
    this.#waitMs = isInOtherHands ? Math.min(this.#waitMs * 2, WAIT_MS_MAX) : WAIT_MS_MIN;
    this.#dueAtMs.set(tenantId, performance.now() + (isInOtherHands ? this.#waitMs : dueMs));
  }

  #freeCount(): number {
    return this.#concurrency - this.#running.size;
  }

  #start(tenantId: string, job: TakenJob): void {
    const key = keyOf(tenantId, job);
    const same = this.#running.get(key);
    if (same !== undefined) {
      same.job = job;
      return;
    }
    const entry: RunningJob = { tenantId, job, ended: Promise.resolve() };
    this.#running.set(key, entry);
    entry.ended = runJob({ ...this.#options, tell: (event) => this.#tell(event) }, entry).finally(() => {
      this.#running.delete(key);
      // What the job left to do, and what found no place before it.
      this.wake(tenantId);
    });
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

function keyOf(tenantId: string, { kind, subject }: JobId): string {
  return [tenantId, kind, subject].join('\n');
}
