import { addDays, type BusinessDate, instantOf, utcDayOf } from '../../base/time.ts';

const DAY_MS = 86_400_000;

/** The days of an exchange, counted from the one on which its first file was taken, in UTC. */
export class ExchangeDays {
  readonly #first: BusinessDate;

  constructor(firstTaken: Date) {
    this.#first = utcDayOf(instantOf(firstTaken));
  }

  dateOf(day: number): BusinessDate {
    return addDays(this.#first, day);
  }

  dayOf(moment: Date): number {
    return Math.floor((moment.getTime() - this.startOf(0).getTime()) / DAY_MS);
  }

  startOf(day: number): Date {
    return new Date(`${this.dateOf(day)}T00:00:00.000Z`);
  }
}
