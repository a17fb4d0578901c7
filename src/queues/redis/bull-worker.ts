import { type Job, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { JobId, JobKind } from '../../ports/jobs.ts';
import type { TellEvent } from '../dispatch-event.ts';
import type { WakeUpListener } from '../wake-up-queue.ts';
import { QUEUE_PREFIX, reconnectDelayMs } from './redis-settings.ts';

/** BullMQ's own lock on a wake-up, renewed while its job runs; the lease in the database is what counts. */
const LOCK_MS = 60_000;
const STALLED_CHECK_MS = 30_000;
const STALLED_MAX = 1;

export interface BullWorkerOptions {
  readonly redisUrl: string;
  readonly tenantId: string;
  readonly concurrency: number;
  readonly onWakeUp: (job: JobId) => Promise<void>;
  readonly tell: TellEvent;
}

interface WakeUpData {
  readonly kind: JobKind;
  readonly id: string;
}

/** Hears wake-ups from BullMQ. Waits for a Redis that is away, for ever. */
export function bullWorker({
  redisUrl,
  tenantId,
  concurrency,
  onWakeUp,
  tell,
}: BullWorkerOptions): WakeUpListener {
  // BullMQ's blocking commands wait for work, and must not fail for that.
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null, retryStrategy: reconnectDelayMs });
  let heardCount = 0;
  let isTold = false;
  // Once for each time that Redis is away: it is tried again every two seconds.
  connection.on('close', () => {
    if (!isTold) tell({ event: 'redis.lost', tenantId });
    isTold = true;
  });
  connection.on('ready', () => {
    isTold = false;
  });
  // Said by `close` too, and in words that hold the address.
  connection.on('error', () => undefined);
  const worker = new Worker<WakeUpData>(
    tenantId,
    async ({ data }: Job<WakeUpData>) => {
      heardCount++;
      await onWakeUp({ kind: data.kind, subject: data.id });
    },
    {
      connection,
      prefix: QUEUE_PREFIX,
      concurrency,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_CHECK_MS,
      maxStalledCount: STALLED_MAX,
    },
  );
  worker.on('error', () => undefined);
  function abandon(): void {
    isTold = true;
    void worker.close(true).catch(() => undefined);
    connection.disconnect();
  }
  return {
    get isConnected() {
      return connection.status === 'ready';
    },
    get heardCount() {
      return heardCount;
    },
    async stop() {
      // With Redis away there is nothing to tell it, and its answer would never come.
      if (connection.status !== 'ready') return abandon();
      await worker.close();
      isTold = true;
      connection.disconnect();
    },
    abandon,
  };
}
