/**
 * Numbers that count from 1 by 1. A number is right when it is how many have come, or follows the one before: after a
 * number too high or too low the rest is judged as it was meant, so that one fault is told once.
 */
export class Sequence {
  /** How many have come. */
  count = 0;
  #before = 0;

  /** Whether `number` is the next one; NaN is not. */
  take(number: number): boolean {
    this.count++;
    const isNext = number === this.count || number === this.#before + 1;
    this.#before = Number.isNaN(number) ? this.#before + 1 : number;
    return isNext;
  }

  restart(): void {
    this.count = 0;
    this.#before = 0;
  }
}
