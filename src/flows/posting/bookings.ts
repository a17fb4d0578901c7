import { meanwhile } from '../../base/meanwhile.ts';
import type { Fact } from '../../ports/claim-store.ts';

/** What is said of claims, when it is asked for. */
export type Saying = () => readonly Fact[];

type Booking = () => Promise<Saying>;

/**
 * The bookings of one transaction, each after the one before it, as the books of a claim need it: while one goes on, the
 * next payments are read and matched, those of the next remittance too.
 */
export class Bookings {
  readonly #facts: Fact[];
  #last: Promise<Saying> = Promise.resolve(() => []);

  /** @param facts where what is said of claims goes */
  constructor(facts: Fact[]) {
    this.#facts = facts;
  }

  /** Resolves when all before it have ended and it has begun: so that no more payments are held than two groups. */
  async begin(booking: Booking): Promise<void> {
    this.#last = meanwhile(this.#after(await this.#last, booking));
  }

  /** Begins when all before it have ended, whoever goes on. */
  follow(booking: Booking): void {
    const before = this.#last;
    this.#last = meanwhile(before.then((say) => this.#after(say, booking)));
  }

  /** Resolves when all have ended, and their facts are said. */
  async ended(): Promise<void> {
    const say = await this.#last;
    this.#last = Promise.resolve(() => []);
    this.#add(say());
  }

  async #after(say: Saying, booking: Booking): Promise<Saying> {
    const booked = booking();
    // Put into words while the database has something to do.
    this.#add(say());
    return await booked;
  }

  #add(said: readonly Fact[]): void {
    // One by one: there are more than a call takes arguments.
    for (const fact of said) this.#facts.push(fact);
  }
}
