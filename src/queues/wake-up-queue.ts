import type { JobId } from '../ports/jobs.ts';

/**
 * Carries wake-ups from whoever made work to whichever worker has time, on any host. It may lose and repeat them: what
 * it carries is a kind and an id, and the database says whether there is anything to do.
 */
export interface WakeUpQueue {
  /** Throws a Failure at once where the queue does not answer; nothing is kept for later. */
  send(tenantId: string, jobs: readonly JobId[]): Promise<void>;
  /** `onWakeUp` resolves when the job has ended; so many of them run at once. */
  listen(
    tenantId: string,
    options: { readonly concurrency: number; readonly onWakeUp: (job: JobId) => Promise<void> },
  ): WakeUpListener;
  close(): Promise<void>;
}

export interface WakeUpListener {
  /** Whether the queue answers, as far as this process can tell. */
  readonly isConnected: boolean;
  /** Wake-ups that came, since the beginning. */
  readonly heardCount: number;
  /** Takes no more; resolves when those under way have ended. */
  stop(): Promise<void>;
  /** Gives it up where it is; wake-ups under way may come again elsewhere. */
  abandon(): void;
}
