import type { DeliveryStep } from '../domain/exchange/delivery-protocol.ts';

/** Places between two effects, at which a trial stops the process or kills it (`scripts/torture`). */
export type FailpointName =
  | `accept.${'archived' | 'before-commit' | 'after-commit'}`
  | `batch.${'numbered' | 'archived' | 'before-commit' | 'after-commit'}`
  | 'delivery.leased'
  | `delivery.${'before' | 'after'}-${DeliveryStep}`
  | `collect.${'fetched' | 'before-commit' | 'after-commit' | 'removed'}`
  | `receive.${'surveyed' | 'before-commit' | 'after-commit'}`
  | `post.${'entered' | 'published'}`
  | `job.${'taken' | 'done' | 'completed'}`;

/** Called at each place that is passed. Absent everywhere but in trials. */
export type Failpoint = (name: FailpointName) => void | Promise<void>;
