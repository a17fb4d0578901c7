/**
 * The list with `map` of each item; the very same list where each is what it was. Most of a claim is sent as it is, and
 * not to copy it takes half the time of writing a file.
 */
export function sameOrMapped<Item>(
  items: readonly Item[],
  map: (item: Item, index: number) => Item,
): readonly Item[] {
  let mapped: Item[] | undefined;
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as Item;
    const one = map(item, index);
    if (mapped === undefined && one !== item) mapped = items.slice(0, index);
    mapped?.push(one);
  }
  return mapped ?? items;
}
