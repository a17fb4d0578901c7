import { cents, negateCents, sumCents } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import type { Account } from '../ledger/account.ts';
import { type JournalEntry, journalEntry, type Posting } from '../ledger/journal-entry.ts';
import { adjustmentMeaning } from '../remittance/reason.ts';
import { PAYER_RANKS, RECEIVABLE_OF } from './payer-rank.ts';
import type { PostingWorkItem } from './posting-work-item.ts';

/** What of a work item says how much is open, and where. */
export type OpenWork = Pick<PostingWorkItem, 'kind' | 'codes' | 'amountCents'>;

/**
 * What a work item leaves open in the books of its claim: its amount, as far as the accounts that it stands in still
 * hold it. Nothing is taken that is not there, so that what was given up before is not given up twice.
 *
 * @param balances of the claim, by account
 */
export function openAmounts(work: OpenWork, balances: ReadonlyMap<Account, number>): readonly Posting[] {
  let left = work.amountCents as number;
  const open: Posting[] = [];
  for (const account of accountsOf(work)) {
    const amount = Math.min(left, balances.get(account) ?? 0);
    if (amount <= 0) continue;
    open.push({ account, amountCents: cents(amount) });
    left -= amount;
  }
  return open;
}

/** A person moves open amounts of a claim: to `write-offs`, or to what the patient owes. It names no claim payment, as no plan of payments is to take it back. */
export function manualEntry(moved: {
  readonly resolutionId: string;
  readonly claimId: string;
  readonly effectiveDate: BusinessDate;
  readonly open: readonly Posting[];
  readonly to: Account;
}): JournalEntry {
  const { resolutionId, claimId, effectiveDate, open, to } = moved;
  return journalEntry({
    id: manualEntryId(resolutionId),
    kind: 'manual',
    effectiveDate,
    claimId,
    postings: [
      { account: to, amountCents: sumCents(open.map(({ amountCents }) => amountCents)) },
      ...open.map(({ account, amountCents }) => ({ account, amountCents: negateCents(amountCents) })),
    ],
  });
}

/** The entry that takes another one back, every amount negated. */
export function oppositeEntry(
  entry: JournalEntry,
  { resolutionId, effectiveDate }: { readonly resolutionId: string; readonly effectiveDate: BusinessDate },
): JournalEntry {
  const { claimId, postings } = entry;
  return journalEntry({
    id: manualEntryId(resolutionId),
    kind: 'manual',
    effectiveDate,
    ...(claimId === undefined ? {} : { claimId }),
    postings: postings.map(({ account, amountCents }) => ({
      account,
      amountCents: negateCents(amountCents),
    })),
  });
}

/** The id of the entry that a resolution makes. */
export function manualEntryId(resolutionId: string): string {
  return `manual:${resolutionId}`;
}

/**
 * A refused amount is open as denied, one in review as that; a duplicate, and what prior payers did, moved no money, so
 * that what they are about is still the payer's. Other exceptions are about what the payer has left owing.
 */
function accountsOf({ kind, codes }: OpenWork): readonly Account[] {
  const receivables = PAYER_RANKS.map((rank) => RECEIVABLE_OF[rank]);
  if (kind === 'denial') return ['denied-open', ...(isUnmoved(codes) ? receivables : [])];
  if (kind === 'adjustment-review')
    return ['adjustments-in-review', ...(isUnmoved(codes) ? receivables : [])];
  return codes[0] === 'unknown-carc' ? ['adjustments-in-review'] : receivables;
}

function isUnmoved(codes: readonly string[]): boolean {
  return codes.some((code) => {
    const [groupCode = '', reasonCode = ''] = code.split('-');
    const meaning = adjustmentMeaning({ groupCode, reasonCode });
    return meaning === 'duplicate' || meaning === 'informational';
  });
}
