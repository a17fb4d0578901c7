import type { Store } from '../ports/store.ts';
import type { WakeUp } from '../ports/wake-up.ts';
import { failureWords, type TellEvent } from './dispatch-event.ts';
import type { WakeUpQueue } from './wake-up-queue.ts';

/** Jobs of one look at the outbox. */
const CHUNK_JOBS = 500;

export interface RelayOptions {
  readonly store: Store;
  readonly queue: WakeUpQueue;
  /** What could not be sent: workers of this process look for themselves. */
  readonly onUnsent: (tenantId: string) => void;
  readonly tell: TellEvent;
}

/**
 * Sends a wake-up for each row of the outbox that is due and has none on its way yet. Called after the commit that
 * wrote the rows; reads them in a transaction of its own and sends outside of any.
 */
export class Relay implements WakeUp {
  readonly #options: RelayOptions;
  readonly #waiting = new Set<string>();
  #running: Promise<void> | undefined;

  constructor(options: RelayOptions) {
    this.#options = options;
  }

  wake(tenantId: string): void {
    this.#waiting.add(tenantId);
    if (this.#running === undefined) this.#start();
  }

  /** Resolves when everything asked for so far is sent or given up. */
  async settled(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  #start(): void {
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      // Asked for just as the last look ended.
      if (this.#waiting.size > 0) this.#start();
    });
  }

  async #run(): Promise<void> {
    for (const tenantId of this.#waiting) {
      this.#waiting.delete(tenantId);
      try {
        await this.#relay(tenantId);
      } catch (error) {
        this.#options.tell({ event: 'wake-up.failed', tenantId, ...failureWords(error) });
        this.#options.onUnsent(tenantId);
      }
    }
  }

  async #relay(tenantId: string): Promise<void> {
    const { store, queue, tell } = this.#options;
    for (;;) {
      const due = await store.inTransaction(tenantId, ({ jobs }) => jobs.announceDue(CHUNK_JOBS));
      if (due.length === 0) return;
      await queue.send(tenantId, due);
      tell({ event: 'wake-up.sent', tenantId, count: due.length });
      if (due.length < CHUNK_JOBS) return;
    }
  }
}
