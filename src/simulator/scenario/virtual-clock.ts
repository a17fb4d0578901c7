import { addDays, type BusinessDate, type Instant, utcDayOf } from '../../base/time.ts';

/** Every day of a virtual clock is one moment, so that what is written on it has the same bytes in every run. */
const TIME_OF_DAY = 'T09:00:00.000Z';

/** A clock that stands at nine in the morning of a day until it is set forward. */
export class VirtualClock {
  #today: BusinessDate;
  readonly #listeners: (() => void)[] = [];

  constructor(start: BusinessDate) {
    this.#today = start;
  }

  readonly now = (): Date => new Date(`${this.#today}${TIME_OF_DAY}`);

  get today(): BusinessDate {
    return this.#today;
  }

  /** Sets the clock forward; whoever listens is told once. */
  advance(days = 1): void {
    this.#today = addDays(this.#today, days);
    for (const listener of this.#listeners) listener();
  }

  /** Sets the clock to the day of `moment`, where it has not come to it: a simulator goes on where it was stopped. */
  resumeAt(moment: Instant): void {
    const day = utcDayOf(moment);
    if (day > this.#today) this.#today = day;
  }

  onAdvance(listener: () => void): void {
    this.#listeners.push(listener);
  }
}
