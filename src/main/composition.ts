import type { EditCodes } from '../domain/edits/edit-codes.ts';
import type { Archive } from '../ports/archive.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import type { WakeUp } from '../ports/wake-up.ts';

/** What the rooms of the composed application share. */
export interface Composition {
  readonly tenantId: string;
  readonly store: Store;
  readonly archive: Archive;
  readonly clock: Clock;
  readonly wakeUp: WakeUp;
  readonly editCodes: EditCodes;
}
