import path from 'node:path';
import { filesIn, type Mailbox, moveIfThere } from './mailbox.ts';

/** A longer wait than Node's timers hold is slept in parts. */
const WAIT_MAX_MS = 60_000;

/** The name under which a finished file waits in `pending`: when it is due, then the name it gets in `outbound`. */
export function pendingName(due: Date, name: string): string {
  return `${due.toISOString().replaceAll(/[-:.]/g, '')}_${name}`;
}

export interface PendingOptions {
  readonly clock: () => Date;
  /** Told of an error that kept a due remittance where it is; it is tried again. */
  readonly onFailure?: (error: unknown) => void;
}

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * Remittances that are written and wait for their time. To publish one is to move it, one step of the file system:
 * it is never lost and never sent twice, whenever the simulator ends.
 */
export class PendingRemittances {
  readonly #mailbox: Mailbox;
  readonly #options: PendingOptions;
  #timer: NodeJS.Timeout | undefined;
  #waiting: Waiting[] = [];

  constructor(mailbox: Mailbox, options: PendingOptions) {
    this.#mailbox = mailbox;
    this.#options = options;
    this.publishDue();
  }

  get count(): number {
    return filesIn(this.#mailbox.pending).length;
  }

  /** Moves what is due to `outbound` and sets the timer for the next. */
  publishDue(): void {
    clearTimeout(this.#timer);
    const now = this.#options.clock();
    for (const name of filesIn(this.#mailbox.pending)) {
      const due = dueOf(name);
      // Names sort by time.
      if (due > now) {
        this.#wakeAfter(due.getTime() - now.getTime());
        return;
      }
      const published = name.slice(name.indexOf('_') + 1);
      // What the bank says stands in a directory of its own.
      const folder = published.endsWith('.ach') ? this.#mailbox.bank : this.#mailbox.outbound;
      moveIfThere(path.join(this.#mailbox.pending, name), path.join(folder, published));
    }
    for (const { resolve } of this.#waiting) resolve();
    this.#waiting = [];
  }

  /** Resolves when nothing waits any more; throws where the simulator is stopped first. */
  async whenEmpty(): Promise<void> {
    if (this.count === 0) return;
    await new Promise<void>((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  stop(): void {
    clearTimeout(this.#timer);
    for (const { reject } of this.#waiting)
      reject(new Error('the simulator stopped with remittances pending'));
    this.#waiting = [];
  }

  #wakeAfter(waitMs: number): void {
    this.#timer = setTimeout(
      () => {
        try {
          this.publishDue();
        } catch (error) {
          this.#options.onFailure?.(error);
          this.#wakeAfter(WAIT_MAX_MS);
        }
      },
      Math.min(Math.max(waitMs, 1), WAIT_MAX_MS),
    );
  }
}

function dueOf(name: string): Date {
  const digits = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z_/.exec(name);
  // What somebody else put there goes out at once.
  if (!digits) return new Date(0);
  const [, year, month, day, hour, minute, second, millisecond] = digits;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`);
}
