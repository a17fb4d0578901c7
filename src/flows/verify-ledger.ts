import type { ChainFault, ChainPlace } from '../ports/ledger-store.ts';
import type { Store } from '../ports/store.ts';

export interface LedgerVerdict {
  /** Publications and entries that agree, up to the first that does not. */
  readonly publicationCount: number;
  readonly entryCount: number;
  readonly fault?: ChainFault;
}

/** Short enough for nobody to wait for it where all share one session. */
const PUBLICATIONS_CHECKED = 200;

/**
 * Walks the chain of publications from its beginning, recomputes every hash from the rows and stops at the first thing
 * that does not agree. What is published meanwhile is walked too.
 */
export async function verifyLedger(
  { store }: { readonly store: Store },
  tenantId: string,
): Promise<LedgerVerdict> {
  let publicationCount = 0;
  let entryCount = 0;
  let place: { readonly after?: ChainPlace } = {};
  for (;;) {
    const { after } = place;
    const checked = await store.inTransaction(tenantId, ({ ledger }) =>
      ledger.checkChain({ limit: PUBLICATIONS_CHECKED, ...(after === undefined ? {} : { after }) }),
    );
    publicationCount += checked.publicationCount;
    entryCount += checked.entryCount;
    const { fault, next } = checked;
    if (fault !== undefined) return { publicationCount, entryCount, fault };
    if (next === undefined) return { publicationCount, entryCount };
    place = { after: next };
  }
}
