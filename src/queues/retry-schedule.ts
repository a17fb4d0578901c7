import { Failure } from '../base/failure.ts';
import { InvariantViolation } from '../base/invariant.ts';

/** Seconds before the second, third … try; the last repeats. */
const DELAYS_SECONDS = [1, 5, 30, 120, 600];

/** At ten minutes each, about three days: a partner that is down over a long weekend costs no job. */
const ATTEMPTS_MAX = 450;

/** What becomes of a job whose run ended with an error. */
export type Verdict =
  | { readonly kind: 'retry'; readonly delaySeconds: number; readonly failureCode: string }
  | { readonly kind: 'bury'; readonly failureCode: string };

export interface RetrySchedule {
  readonly delaysSeconds: readonly number[];
  readonly attemptsMax: number;
}

export const RETRY_SCHEDULE: RetrySchedule = { delaysSeconds: DELAYS_SECONDS, attemptsMax: ATTEMPTS_MAX };

/**
 * Judges an error after `attempts` failed tries before this one. Only a `Failure` that says so is tried again;
 * whatever else was thrown is a mistake of ours, which no waiting mends.
 */
export function verdictOn(
  error: unknown,
  options: { attempts: number; isPeriodic: boolean; schedule?: RetrySchedule },
): Verdict {
  const { delaysSeconds, attemptsMax } = options.schedule ?? RETRY_SCHEDULE;
  if (!(error instanceof Failure)) {
    const isOurs = error instanceof InvariantViolation;
    return { kind: 'bury', failureCode: isOurs ? 'job.invariant-violated' : 'job.unexpected-error' };
  }
  // What comes around anyway is tried for ever: nobody would ask for it again.
  const isSpent = !options.isPeriodic && options.attempts + 1 >= attemptsMax;
  if (!error.isRetryable || isSpent) return { kind: 'bury', failureCode: error.code };
  const delaySeconds = delaysSeconds[Math.min(options.attempts, delaysSeconds.length - 1)] ?? 0;
  return { kind: 'retry', delaySeconds, failureCode: error.code };
}
