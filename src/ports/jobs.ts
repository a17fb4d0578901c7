/** What a worker can be asked to do. The subject is an id, never contents. */
export type JobKind =
  | 'batch-claims'
  | 'deliver-interchange'
  | 'collect-files'
  | 'receive-file'
  | 'find-late-answers';

export interface NewJob {
  readonly kind: JobKind;
  /** Partner id, delivery id or file SHA-256, by kind; `all` where the kind is about all partners. */
  readonly subject: string;
  /** 0 when absent: due at once. */
  readonly delaySeconds?: number;
}

export interface TakenJob {
  readonly kind: JobKind;
  readonly subject: string;
  readonly attempts: number;
  /** Changes when the job is wanted again while it runs. */
  readonly generation: number;
  readonly epoch: number;
}

export interface JobStateCount {
  readonly kind: JobKind;
  readonly state: 'pending' | 'running' | 'dead';
  readonly count: number;
}

/** The outbox and the work list: rows written in the business transaction. One row for a kind and subject. */
export interface JobWriter {
  /** Adds each job, or makes the existing row due (earlier wins) and raises its generation. */
  enqueue(jobs: readonly NewJob[]): Promise<void>;
}

export interface JobQueue extends JobWriter {
  /** Leases due jobs to `owner`; a job whose lease ran out is due again. */
  takeDue(options: { owner: string; limit: number; leaseSeconds: number }): Promise<readonly TakenJob[]>;
  /** Keeps the leases of jobs that are still at work; what another has taken over stays with the other. */
  renew(jobs: readonly TakenJob[], leaseSeconds: number): Promise<void>;
  /** Deletes the job, or makes it due at once where its generation has moved on. */
  complete(job: TakenJob): Promise<void>;
  /** Due again after `delaySeconds`, counted as a failed attempt. */
  retry(job: TakenJob, options: { delaySeconds: number; failureCode: string }): Promise<void>;
  /** No more attempts until somebody asks for it again. */
  bury(job: TakenJob, failureCode: string): Promise<void>;
  /** Asks for every dead job again: whoever starts workers may have mended what kept it from succeeding. */
  revive(): Promise<void>;
  /** Seconds until the next job is due (0 when one is), undefined when none waits. Dead and leased ones do not count. */
  secondsUntilDue(): Promise<number | undefined>;
  counts(): Promise<readonly JobStateCount[]>;
}
