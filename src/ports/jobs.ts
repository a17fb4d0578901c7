import type { Instant } from '../base/time.ts';

/** What a worker can be asked to do. The subject is an id, never contents. */
export type JobKind =
  | 'batch-claims'
  | 'deliver-interchange'
  | 'collect-files'
  | 'receive-file'
  | 'find-late-answers'
  | 'find-unpaired-payments';

/** Kinds that talk to the partner's server; the others only work on what is here. */
export const REMOTE_KINDS: readonly JobKind[] = ['deliver-interchange', 'collect-files'];

export interface JobId {
  readonly kind: JobKind;
  /** Partner id, delivery id or file SHA-256, by kind; `all` where the kind is about all partners. */
  readonly subject: string;
}

export interface NewJob extends JobId {
  /** Whose work it is; absent where the subject is the partner. */
  readonly partnerId?: string;
  /** 0 when absent: due at once. */
  readonly delaySeconds?: number;
}

export interface TakenJob extends JobId {
  readonly partnerId: string;
  readonly attempts: number;
  /** Changes when the job is wanted again while it runs. */
  readonly generation: number;
  readonly epoch: number;
  /** How long ago a wake-up was sent for it; absent when none was. */
  readonly announcedSecondsAgo?: number;
}

/**
 * `due`: could be started. `paused`: its partner's circuit is open. `waiting`: for its time. `leased`: at work.
 * `dead`: given up until somebody asks for it.
 */
export type JobState = 'due' | 'paused' | 'waiting' | 'leased' | 'dead';

export interface JobStateCount {
  readonly kind: JobKind;
  readonly state: JobState;
  readonly count: number;
  /** For `due` and `paused`: how long the oldest has been due. */
  readonly oldestSeconds?: number;
}

export interface DeadJob extends JobId {
  readonly partnerId: string;
  /** Tries, the last one included. */
  readonly attempts: number;
  readonly failureCode: string;
  readonly failedAt: Instant;
}

/** Who takes jobs, and how many of one partner it may have at once. */
export interface JobTaker {
  readonly owner: string;
  readonly jobsPerPartner: number;
}

/** The outbox and the work list: rows written in the business transaction. One row for a kind and subject. */
export interface JobWriter {
  /** Adds each job, or makes the existing row due (earlier wins) and raises its generation. */
  enqueue(jobs: readonly NewJob[]): Promise<void>;
}

export interface JobQueue extends JobWriter {
  /**
   * Leases due jobs to `owner`; a job whose lease ran out is due again. No partner gets more than its places. Of a
   * partner whose pause is over one remote job is taken, as a trial. With `only`: that job, or none.
   */
  takeDue(
    options: JobTaker & { limit: number; leaseSeconds: number; only?: JobId },
  ): Promise<readonly TakenJob[]>;
  /**
   * Locks further due jobs of one kind and partner, for work that is done with that of `subject`, until the transaction
   * ends; the longest due first. Those that anybody holds or that have failed before are passed over. Gives the
   * subjects; the job of a subject that is not `finish`ed is as due as it was.
   */
  takeAlong(
    kind: JobKind,
    options: { subject: string; partnerId: string; limit: number },
  ): Promise<readonly string[]>;
  /** Deletes jobs that this transaction took along and has done. */
  finish(kind: JobKind, subjects: readonly string[]): Promise<void>;
  /** Due jobs for which no wake-up was sent since they were asked for, and notes that one is. The longest due first. */
  announceDue(limit: number): Promise<readonly JobId[]>;
  /** Keeps the leases of jobs that are still at work; what another has taken over stays with the other. */
  renew(jobs: readonly TakenJob[], leaseSeconds: number): Promise<void>;
  /** Deletes the job, or makes it due at once where its generation has moved on. */
  complete(job: TakenJob): Promise<void>;
  /** Due again after `delaySeconds`, counted as a failed attempt. */
  retry(job: TakenJob, options: { delaySeconds: number; failureCode: string }): Promise<void>;
  /** No more attempts until somebody asks for it again. */
  bury(job: TakenJob, failureCode: string): Promise<void>;
  /**
   * Asks for a dead job again, or for every one: whoever starts workers may have mended what kept it from succeeding.
   * Gives those it asked for.
   */
  revive(only?: JobId): Promise<readonly DeadJob[]>;
  listDead(options: { limit: number }): Promise<readonly DeadJob[]>;
  /**
   * Seconds until the taker could take its next job (0 when it could now), undefined when none waits. Dead and leased
   * ones do not count, nor those of partners whose places are taken.
   */
  secondsUntilDue(taker: JobTaker): Promise<number | undefined>;
  counts(): Promise<readonly JobStateCount[]>;
}
