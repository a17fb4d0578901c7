import type { Counters } from './journal.ts';

/** Gives out the simulator's own control numbers; they are promised only with the journal line that holds `counters`. */
export class Numbering {
  #counters: Counters;

  constructor(counters: Counters) {
    this.#counters = counters;
  }

  get counters(): Counters {
    return this.#counters;
  }

  /** ISA13: nine digits. */
  interchange(): string {
    return String(this.#next('interchange')).padStart(9, '0');
  }

  /** GS06. */
  group(): number {
    return this.#next('group');
  }

  /** TRN02 of a payment, unique for all payers here (X12 interpretation 1874). */
  trace(): string {
    return `SIM${String(this.#next('trace')).padStart(9, '0')}`;
  }

  /** Takes back what `write` was given where it comes to nothing: an answer that is not written uses no number up. */
  unlessNothing<T>(write: () => T | undefined): T | undefined {
    const before = this.#counters;
    const written = write();
    if (written === undefined) this.#counters = before;
    return written;
  }

  #next(kind: keyof Counters): number {
    const next = this.#counters[kind] + 1;
    this.#counters = { ...this.#counters, [kind]: next };
    return next;
  }
}
