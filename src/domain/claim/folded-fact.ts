import type { Source } from '../exchange/source.ts';
import type { FactBody } from './fact.ts';

/** A fact as the fold sees it: what happened, in which interchange, read where. */
export interface FoldedFact {
  readonly body: FactBody;
  /** The interchange it speaks of, for facts of a whole interchange. */
  readonly interchangeId?: string;
  readonly source?: Source;
}

export type FoldedFactOf<Kind extends FactBody['kind']> = FoldedFact & {
  readonly body: Extract<FactBody, { kind: Kind }>;
};

export function ofKind<Kind extends FactBody['kind']>(
  facts: readonly FoldedFact[],
  kind: Kind,
): FoldedFactOf<Kind>[] {
  return facts.filter((fact): fact is FoldedFactOf<Kind> => fact.body.kind === kind);
}

/** Sorts what was read in files: by file, transaction set and segment. Two facts of one place have one key. */
export function placeKey(source: Source | undefined): string {
  if (source === undefined) return '';
  return [
    source.fileSha256,
    source.interchangeControlNumber,
    source.groupControlNumber,
    source.setControlNumber,
    String(source.segmentOrdinal).padStart(9, '0'),
  ].join('|');
}

/** The one with the highest key; undefined of none. */
export function highest<T>(items: readonly T[], keyOf: (item: T) => string): T | undefined {
  // Nearly every claim has one of a kind, which needs no key.
  if (items.length < 2) return items[0];
  let found: { readonly key: string; readonly item: T } | undefined;
  for (const item of items) {
    const key = keyOf(item);
    if (found === undefined || key > found.key) found = { key, item };
  }
  return found?.item;
}
