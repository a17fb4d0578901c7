/**
 * A list whose length is known only when it ends, given out without the room for more that a list keeps which grew: the
 * claims of a file would keep it. One of these serves list after list.
 */
export class CollectedList<Item> {
  readonly #items: Item[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(item: Item): void {
    this.#items[this.#length++] = item;
  }

  /** All that was added since the last time. */
  take(): Item[] {
    const { length } = this;
    this.#length = 0;
    return length === 0 ? [] : this.#items.slice(0, length);
  }
}
