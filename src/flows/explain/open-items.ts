import type { Cents } from '../../base/money.ts';
import {
  type OpenItemKey,
  openItemKeyOf,
  openItemsOf,
  type ProviderAdjustmentOnFile,
} from '../../domain/posting/open-item.ts';
import type { ProviderAdjustmentReader } from '../../ports/provider-adjustment-store.ts';

/** Under what a provider-level adjustment runs with the payer, and what that comes to by now. */
export interface OpenItemStory extends Pick<OpenItemKey, 'family' | 'reference'> {
  /** Zero: it is closed. */
  readonly balanceCents: Cents;
}

/** The open item of each of these adjustments that is part of one. */
export async function openItemStories(
  reader: ProviderAdjustmentReader,
  adjustments: readonly ProviderAdjustmentOnFile[],
): Promise<ReadonlyMap<ProviderAdjustmentOnFile, OpenItemStory>> {
  const keys = new Map<string, OpenItemKey>();
  for (const one of adjustments) {
    const key = openItemKeyOf(one);
    if (key !== undefined) keys.set(nameOf(key), key);
  }
  const stories = new Map<ProviderAdjustmentOnFile, OpenItemStory>();
  if (keys.size === 0) return stories;
  const items = openItemsOf(await reader.ofItems([...keys.values()]));
  const itemByName = new Map(items.map((item) => [nameOf(item), item]));
  for (const one of adjustments) {
    const key = openItemKeyOf(one);
    const item = key === undefined ? undefined : itemByName.get(nameOf(key));
    if (item === undefined) continue;
    stories.set(one, { family: item.family, reference: item.reference, balanceCents: item.balanceCents });
  }
  return stories;
}

function nameOf({ payerOrigin, family, reference }: OpenItemKey): string {
  return JSON.stringify([payerOrigin, family, reference]);
}
