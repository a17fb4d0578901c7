import { afterEach } from 'vitest';
import type { Store } from '../../../src/ports/store.ts';

/** Keeps what a test opens and closes it after the test, last opened first: guests before their owner. */
export function openedStores(): (opening: Promise<Store> | Store) => Promise<Store> {
  const open: Store[] = [];
  afterEach(async () => {
    for (const store of open.splice(0).toReversed()) await store.close();
  });
  return async (opening) => {
    const store = await opening;
    open.push(store);
    return store;
  };
}

/** One transaction with one row, found again by its id. */
export function commitItem(store: Store, id: string): Promise<void> {
  return store.inTransaction('t', ({ workItems }) => workItems.open([{ id, kind: 'denial', codes: [] }]));
}

export async function itemIds(store: Store): Promise<string[]> {
  const items = await store.inTransaction('t', ({ workItems }) => workItems.list({ limit: 100_000 }));
  return items.map(({ id }) => id);
}
