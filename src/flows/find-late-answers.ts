import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { settleLateAnswers } from './settle-late-answers.ts';

/** Looked at in one transaction: their silent claims are held together, some thousands of each. */
const INTERCHANGES_MAX = 4;

/**
 * Looks at every deadline that is over and was not looked at yet. What has been answered in time costs a look; where an
 * interchange or claims in it are silent, a work item opens. May run at any time, twice and at once with others.
 * Gives the number of interchanges looked at.
 */
export async function findLateAnswers(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  tenantId: string,
): Promise<number> {
  const now = clock.now();
  for (let lookedAt = 0; ; ) {
    const count = await store.inTransaction(tenantId, async (transaction) => {
      const interchangeIds = await transaction.awaitedAnswers.due(now, INTERCHANGES_MAX);
      if (interchangeIds.length > 0) await settleLateAnswers(transaction, interchangeIds, now);
      return interchangeIds.length;
    });
    if (count === 0) return lookedAt;
    lookedAt += count;
  }
}
