/** Before the names of all our keys in Redis, so that others may use the same server. */
export const QUEUE_PREFIX = 'claimgate';

/** Tried again for ever: a tenth of a second at first, two seconds from then on. */
export function reconnectDelayMs(attempt: number): number {
  return Math.min(100 * 2 ** attempt, 2000);
}
