import { setImmediate } from 'node:timers/promises';
import type { Clearinghouse } from './clearinghouse.ts';

/** Has a clearinghouse take files one after another, in the order in which they are told. */
export class TakingQueue {
  readonly #clearinghouse: Clearinghouse;
  readonly #onFailure: (error: unknown) => void;
  #last: Promise<void> = Promise.resolve();
  #firstFailure: { readonly error: unknown } | undefined;

  constructor(clearinghouse: Clearinghouse, onFailure: (error: unknown) => void) {
    this.#clearinghouse = clearinghouse;
    this.#onFailure = onFailure;
  }

  /** Takes the file of that name in `inbound` when those before it are taken. */
  add(fileName: string): void {
    this.#last = this.#takeAfter(this.#last, fileName);
  }

  /** Resolves when all files are taken, also those that are told meanwhile. */
  async whenDone(): Promise<void> {
    let seen: Promise<void>;
    do {
      seen = this.#last;
      await seen;
    } while (seen !== this.#last);
  }

  /** Throws the first error that kept a file from being taken. */
  throwFailure(): void {
    if (this.#firstFailure !== undefined) throw this.#firstFailure.error;
  }

  async #takeAfter(earlier: Promise<void>, fileName: string): Promise<void> {
    await earlier;
    // The client gets its answer before the file is taken: a slow disk here must not look like one there.
    await setImmediate();
    try {
      this.#clearinghouse.take(fileName);
      this.#clearinghouse.publishDue();
    } catch (error) {
      this.#firstFailure ??= { error };
      this.#onFailure(error);
    }
  }
}
