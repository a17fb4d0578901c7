import { meanwhile } from './meanwhile.ts';

/** The items of a generator, each made while the one before it is worked on. */
export class Ahead<T> {
  readonly #items: AsyncGenerator<T, void>;
  #next: Promise<IteratorResult<T, void>> | undefined;

  constructor(items: AsyncGenerator<T, void>) {
    this.#items = items;
  }

  /** Resolves when the first item is made, if there is one, before it is asked for. */
  async begin(): Promise<void> {
    this.#next ??= meanwhile(this.#items.next());
    await this.#next;
  }

  /** The next item; undefined when there is none. */
  async next(): Promise<T | undefined> {
    const next = this.#next ?? this.#items.next();
    // A generator makes its items one after the other, whenever they are asked for.
    this.#next = meanwhile(this.#items.next());
    const { value, done } = await next;
    return done === true ? undefined : value;
  }

  /** Lets the generator end, wherever it is. */
  async end(): Promise<void> {
    await this.#items.return();
  }
}
