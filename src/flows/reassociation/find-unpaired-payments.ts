import { utcDayOf } from '../../base/time.ts';
import { lastOverdueDay } from '../../domain/reassociation/eft-terms.ts';
import type { Store } from '../../ports/store.ts';
import { type PairingTerms, pairPayments } from './pair-payments.ts';

/** Trace numbers of one transaction. */
const TRACE_NUMBERS_MAX = 500;

/**
 * Looks at remittances and bank payments whose term is over with nothing on the other side, and opens their work items.
 * Where no bank reports there is nothing to do. May run at any time, twice and at once with others. Gives the number of
 * trace numbers looked at.
 */
export async function findUnpairedPayments(
  { store, ...terms }: { readonly store: Store } & PairingTerms,
  tenantId: string,
): Promise<number> {
  const { clock, eft } = terms;
  if (eft === undefined) return 0;
  const until = lastOverdueDay(eft, utcDayOf(clock.now()));
  let after = '';
  for (let lookedAt = 0; ; ) {
    const traceNumbers = await store.inTransaction(tenantId, async (transaction) => {
      const { reassociation, claimPayments } = transaction;
      const page = { since: eft.since, until, after, limit: TRACE_NUMBERS_MAX };
      const found = await reassociation.unpaired(page);
      if (found.length === 0) return found;
      // What came in between counts.
      await claimPayments.takeTurn('alone');
      await pairPayments(transaction, { traceNumbers: found }, terms);
      return found;
    });
    lookedAt += traceNumbers.length;
    const last = traceNumbers.at(-1);
    if (last === undefined) return lookedAt;
    after = last;
  }
}
