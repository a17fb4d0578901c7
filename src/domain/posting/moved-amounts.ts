import type { Account } from '../ledger/account.ts';
import { balancesOf } from '../ledger/balances.ts';
import type { JournalEntry } from '../ledger/journal-entry.ts';
import type { Receivables } from './claim-findings.ts';
import type { AppliedPayment } from './judge-payments.ts';
import type { Finding } from './line-findings.ts';
import { PAYER_RANKS, RECEIVABLE_OF } from './payer-rank.ts';
import { postingException } from './posting-exception.ts';

/** What persons moved in the books of a claim, by account: below zero where they took it from. */
export type MovedAmounts = ReadonlyMap<Account, number>;

export const NOTHING_MOVED: MovedAmounts = new Map();

/** @param entries of one claim; those that no person made count for nothing */
export function movedAmounts(entries: readonly JournalEntry[]): MovedAmounts {
  return balancesOf(entries.filter(({ kind }) => kind === 'manual'));
}

/**
 * Accounts that hold less than a person moved out of them, since a payer has decided anew: a denial that was written off
 * and is reversed leaves denied-open below zero. Told with the latest payment that moved the account. Nothing that a person
 * decided is taken back without a person.
 */
export function overtakenFindings(
  applied: readonly AppliedPayment[],
  receivables: Receivables,
  moved: MovedAmounts,
): readonly Finding[] {
  if (moved.size === 0) return [];
  const balances = balancesOf(applied);
  return [...moved].flatMap(([account, movedCents]) => {
    const balance = (receivableOn(account, receivables) ?? balances.get(account) ?? 0) + movedCents;
    const latest = applied.findLast(({ postings }) =>
      postings.some((posting) => posting.account === account),
    );
    const isOvertaken = movedCents < 0 && balance < 0 && latest !== undefined;
    return isOvertaken
      ? [{ onFile: latest.onFile, exception: postingException('decision-overtaken', [account], balance) }]
      : [];
  });
}

function receivableOn(account: Account, receivables: Receivables): number | undefined {
  const rank = PAYER_RANKS.find((one) => RECEIVABLE_OF[one] === account);
  return rank === undefined ? undefined : receivables.get(rank);
}
