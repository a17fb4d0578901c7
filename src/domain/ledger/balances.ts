import type { Account } from './account.ts';
import type { Posting } from './journal-entry.ts';

/** What stands on each account after these postings, in cents: debits positive, credits negative. */
export function balancesOf(
  posted: readonly { readonly postings: readonly Posting[] }[],
): ReadonlyMap<Account, number> {
  const balances = new Map<Account, number>();
  for (const { postings } of posted) {
    for (const { account, amountCents } of postings) {
      balances.set(account, (balances.get(account) ?? 0) + amountCents);
    }
  }
  return balances;
}
