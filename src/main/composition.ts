import type { EditCodes } from '../domain/edits/edit-codes.ts';
import type { Archive } from '../ports/archive.ts';
import type { Clock } from '../ports/clock.ts';
import type { Failpoint } from '../ports/failpoint.ts';
import type { Store } from '../ports/store.ts';
import type { WakeUp } from '../ports/wake-up.ts';
import type { TellEvent } from '../queues/dispatch-event.ts';
import type { WakeUpQueue } from '../queues/wake-up-queue.ts';
import type { GatewayMetrics } from './metrics.ts';

/** What the rooms of the composed application share. */
export interface Composition {
  readonly tenantId: string;
  readonly store: Store;
  readonly archive: Archive;
  readonly clock: Clock;
  readonly wakeUp: WakeUp;
  /** Present where wake-ups go through Redis. */
  readonly wakeUpQueue?: WakeUpQueue;
  readonly metrics: GatewayMetrics;
  /** To the log and the metrics. */
  readonly tell: TellEvent;
  readonly editCodes: EditCodes;
  readonly trial?: Trial;
}

/** What only trials of the composed application set; the program itself never does. */
export interface Trial {
  readonly failpoint: Failpoint;
  /** Short, so that a trial that kills need not wait for the leases of the dead. */
  readonly leaseSeconds: number;
}
