import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { Failure } from '../../base/failure.ts';
import type { JobId } from '../../ports/jobs.ts';
import type { TellEvent } from '../dispatch-event.ts';
import type { WakeUpListener, WakeUpQueue } from '../wake-up-queue.ts';
import { bullWorker } from './bull-worker.ts';
import { QUEUE_PREFIX, reconnectDelayMs } from './redis-settings.ts';

/** A first connection may take so long, an answer too; whoever made work is not kept longer. */
const ANSWER_MS = 2000;

/** Nothing of a wake-up outlives it, and none is tried twice: schedule and dead letters stand in the database. */
const WAKE_UP_OPTIONS = { removeOnComplete: true, removeOnFail: true, attempts: 1 } as const;

/** Wake-ups through BullMQ on Redis, a queue for each tenant. Connects when first used, and again by itself. */
export class RedisWakeUps implements WakeUpQueue {
  readonly #redisUrl: string;
  readonly #tell: TellEvent;
  readonly #queues = new Map<string, Queue>();
  #connection: Redis | undefined;

  constructor({ redisUrl, tell }: { readonly redisUrl: string; readonly tell: TellEvent }) {
    this.#redisUrl = redisUrl;
    this.#tell = tell;
  }

  async send(tenantId: string, jobs: readonly JobId[]): Promise<void> {
    this.#connection ??= this.#connect();
    try {
      if (this.#connection.status !== 'ready') await firstReady(this.#connection);
      const queue = this.#queueOf(tenantId, this.#connection);
      await within(queue.addBulk(jobs.map((job) => wakeUpOf(job))), ANSWER_MS);
    } catch (error) {
      this.#forget(tenantId);
      throw new Failure({
        code: 'redis.unavailable',
        message: 'Redis does not answer; the sweeper finds the work all the same',
        isRetryable: true,
        cause: error,
      });
    }
  }

  listen(tenantId: string, options: Parameters<WakeUpQueue['listen']>[1]): WakeUpListener {
    return bullWorker({ redisUrl: this.#redisUrl, tenantId, tell: this.#tell, ...options });
  }

  async close(): Promise<void> {
    const queues = [...this.#queues.values()];
    await Promise.all(queues.map((queue) => within(queue.close(), ANSWER_MS).catch(() => undefined)));
    this.#connection?.disconnect();
  }

  #connect(): Redis {
    const connection = new Redis(this.#redisUrl, {
      // Fails at once while Redis is away: the sweeper finds the work sooner than a queue in memory would tell of it.
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: ANSWER_MS,
      retryStrategy: reconnectDelayMs,
    });
    // Told where it matters: as a wake-up that failed.
    connection.on('error', () => undefined);
    return connection;
  }

  #queueOf(tenantId: string, connection: Redis): Queue {
    const known = this.#queues.get(tenantId);
    if (known !== undefined) return known;
    const queue = new Queue(tenantId, {
      connection,
      prefix: QUEUE_PREFIX,
      defaultJobOptions: WAKE_UP_OPTIONS,
    });
    queue.on('error', () => undefined);
    this.#queues.set(tenantId, queue);
    return queue;
  }

  /** What failed to start with Redis stays so: the next wake-up begins anew. */
  #forget(tenantId: string): void {
    const queue = this.#queues.get(tenantId);
    this.#queues.delete(tenantId);
    void queue?.close().catch(() => undefined);
  }
}

/**
 * One wake-up for a job at a time, and another after one that is at work: an id of BullMQ's own would swallow what is
 * asked for while it runs.
 */
function wakeUpOf({ kind, subject }: JobId) {
  return {
    name: kind,
    data: { kind, id: subject },
    opts: { deduplication: { id: `${kind}-${subject}`, keepLastIfActive: true } },
  };
}

/** A connection that was just made is waited for; one that was lost is not. */
async function firstReady(redis: Redis): Promise<void> {
  if (redis.status !== 'connecting' && redis.status !== 'connect') throw new Error('not connected');
  await within(
    new Promise<void>((resolve, reject) => {
      redis.once('ready', resolve);
      redis.once('close', () => reject(new Error('not connected')));
    }),
    ANSWER_MS,
  );
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
