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
    const length = this.#length;
    const items = this.#items;
    this.#length = 0;
    // Most lists are as short, and a literal is made in a part of the time that a slice takes.
    if (length === 0) return [];
    if (length === 1) return [items[0] as Item];
    if (length === 2) return [items[0] as Item, items[1] as Item];
    return items.slice(0, length);
  }
}
