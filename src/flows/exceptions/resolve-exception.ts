import { type Cents, sumCents, ZERO_CENTS } from '../../base/money.ts';
import { accepted, type Result, refused } from '../../base/result.ts';
import { type BusinessDate, utcDayOf } from '../../base/time.ts';
import type { Account } from '../../domain/ledger/account.ts';
import type { Posting } from '../../domain/ledger/journal-entry.ts';
import { type ExceptionAction, workRule } from '../../domain/posting/exception-code.ts';
import { manualEntry, openAmounts } from '../../domain/posting/open-amounts.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store, StoreTransaction } from '../../ports/store.ts';
import { isPostingItem, type PostingItem } from './posting-item.ts';
import { nextResolutionId } from './resolution-id.ts';

/** What a person decides about an exception. */
export interface Resolving {
  readonly workItemId: string;
  readonly action: ResolutionAction;
  /** In the person's words; kept for ever, not empty. */
  readonly reason: string;
  /** Who; not empty. */
  readonly actor: string;
}

export const RESOLUTION_ACTIONS = [
  'write-off',
  'bill-patient',
  'accept',
] as const satisfies readonly ExceptionAction[];

export type ResolutionAction = (typeof RESOLUTION_ACTIONS)[number];

export type ResolvingRefusal =
  | 'exception-not-found'
  /** It was closed before. */
  | 'not-open'
  | 'action-not-allowed'
  /** The claim's books hold nothing of it any more. */
  | 'nothing-open';

export interface Resolved {
  readonly resolutionId: string;
  /** Of the entries that it made; absent: none. */
  readonly publicationId?: string;
  readonly movedCents: Cents;
}

const MOVES_TO: Readonly<Record<Exclude<ResolutionAction, 'accept'>, Account>> = {
  'write-off': 'write-offs',
  'bill-patient': 'patient-receivable:other',
};

/**
 * Closes an exception by a person's decision, and posts what the decision moves: open amounts are written off or become
 * the patient's, as entries of a publication of its own, with reason and actor. Accepted: seen, and left as it is posted.
 */
export async function resolveException(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  tenantId: string,
  resolving: Resolving,
): Promise<Result<Resolved, ResolvingRefusal>> {
  return await store.inTransaction(tenantId, async (transaction) => {
    const { workItems } = transaction;
    const { workItemId } = resolving;
    const [known] = await workItems.byIds([workItemId]);
    if (known === undefined || !isPostingItem(known)) return refused('exception-not-found');
    // Closing comes first: whoever closes the item holds it, and whoever comes second finds it closed.
    const [closed] = await workItems.resolve([workItemId]);
    if (closed === undefined) return refused('not-open');
    const [item] = await workItems.byIds([workItemId]);
    const settling = { tenantId, today: utcDayOf(clock.now()), resolving };
    // Only the reading above is older than the lock.
    const outcome = await settle(transaction, { ...known, ...item, kind: known.kind }, settling);
    if (!outcome.ok) await workItems.reopen([workItemId]);
    return outcome;
  });
}

async function settle(
  transaction: StoreTransaction,
  item: PostingItem,
  settling: { readonly tenantId: string; readonly today: BusinessDate; readonly resolving: Resolving },
): Promise<Result<Resolved, ResolvingRefusal>> {
  const { tenantId, today, resolving } = settling;
  const { action, reason, actor } = resolving;
  if (workRule(item)?.actions.includes(action) !== true) return refused('action-not-allowed');
  const resolutionId = await nextResolutionId(transaction.resolutions, tenantId, item.id);
  const { claimId } = item;
  const open = action === 'accept' ? [] : await openOf(transaction, item);
  let publicationId: string | undefined;
  if (action !== 'accept') {
    if (claimId === undefined || open.length === 0) return refused('nothing-open');
    const moved = { resolutionId, claimId, effectiveDate: today, open, to: MOVES_TO[action] };
    publicationId = await transaction.ledger.append([manualEntry(moved)], { kind: 'manual', reason, actor });
  }
  const published = publicationId === undefined ? {} : { publicationId };
  await transaction.resolutions.record([
    { id: resolutionId, workItemId: item.id, action, reason, actor, ...published },
  ]);
  const movedCents = sumCents([ZERO_CENTS, ...open.map(({ amountCents }) => amountCents)]);
  return accepted({ resolutionId, ...published, movedCents });
}

async function openOf({ ledger }: StoreTransaction, item: PostingItem): Promise<readonly Posting[]> {
  const { claimId, amountCents } = item;
  if (claimId === undefined || amountCents === undefined) return [];
  const balances = new Map<Account, number>();
  for (const { postings } of await ledger.entriesForClaim(claimId)) {
    for (const posting of postings) {
      balances.set(posting.account, (balances.get(posting.account) ?? 0) + posting.amountCents);
    }
  }
  return openAmounts({ ...item, amountCents }, balances);
}
