import { Failure } from '../base/failure.ts';
import { InvariantViolation } from '../base/invariant.ts';
import type { JobKind } from '../ports/jobs.ts';

/** What the queues tell the log and the metrics: codes and ids, never contents. */
export interface DispatchEvent {
  readonly event:
    | 'job.done'
    | 'job.retried'
    | 'job.buried'
    | 'job.unsettled'
    | 'sweep.failed'
    | 'renewal.failed'
    | 'wake-up.sent'
    | 'wake-up.failed'
    | 'wake-up.listener-renewed'
    | 'redis.lost';
  readonly tenantId: string;
  readonly kind?: JobKind;
  readonly subject?: string;
  readonly failureCode?: string;
  readonly delaySeconds?: number;
  readonly elapsedMs?: number;
  /** Of wake-ups: how many. */
  readonly count?: number;
  /** For mistakes of ours: the broken promise, and where in the code. */
  readonly sentence?: string;
  readonly frames?: readonly string[];
}

export type TellEvent = (event: DispatchEvent) => void;

/** Stack frames after the message: another library's message may hold anything. */
const FRAMES_MAX = 6;

/** What may be told of an error: a Failure's code; of anything else where it came from, and no word of it. */
export function failureWords(error: unknown): Pick<DispatchEvent, 'failureCode' | 'sentence' | 'frames'> {
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
