import type { CodeSet } from '../codes/code-set.ts';
import type { DayNumber } from '../codes/code-table.ts';
import type { SegmentPlace } from '../envelope/envelope-handler.ts';
import type { RulePlace } from './rule.ts';

/** A code that is not valid on every day, and where it stands. */
export interface DatedCode {
  readonly set: CodeSet;
  /** As `CodeSet.find` gives it. */
  readonly entry: number;
  readonly place: SegmentPlace;
  readonly at: RulePlace;
}

/** The first and the last day of something, such as a stay in hospital; 0 where they are not known. */
export interface Days {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

/** A claim, a line, or a payment of another payer: the days that it is of, and its codes that wait for them. */
export class DatedCodes implements Days {
  first = 0;
  last = 0;
  /** Whether it has begun and not ended. */
  isOpen = false;
  #waiting: DatedCode[] = [];

  get hasWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  open(): void {
    this.close();
    this.isOpen = true;
  }

  /** It is of these days too; what is no number is no day. */
  cover(first: DayNumber, last: DayNumber): void {
    if (!(first > 0 && last > 0)) return;
    if (this.first === 0 || first < this.first) this.first = first;
    if (last > this.last) this.last = last;
  }

  wait(code: DatedCode): void {
    this.#waiting.push(code);
  }

  /** Tells the codes that wait. */
  release(tell: (code: DatedCode) => void): void {
    for (const code of this.#waiting) tell(code);
  }

  close(): void {
    this.first = 0;
    this.last = 0;
    this.isOpen = false;
    if (this.#waiting.length > 0) this.#waiting = [];
  }
}
