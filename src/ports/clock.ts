import type { Instant } from '../base/time.ts';

/** The time now. Leases use the database's clock instead, so that hosts need not agree. */
export interface Clock {
  now(): Instant;
}
