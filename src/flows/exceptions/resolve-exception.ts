import { type Cents, sumCents } from '../../base/money.ts';
import { accepted, type Result, refused } from '../../base/result.ts';
import { utcDayOf } from '../../base/time.ts';
import type { Account } from '../../domain/ledger/account.ts';
import { balancesOf } from '../../domain/ledger/balances.ts';
import type { Posting } from '../../domain/ledger/journal-entry.ts';
import { workRule } from '../../domain/posting/exception-code.ts';
import type { ExceptionAction } from '../../domain/posting/exception-rule.ts';
import { manualEntry, openAmounts } from '../../domain/posting/open-amounts.ts';
import type { Store, StoreTransaction } from '../../ports/store.ts';
import type { SettlingRefusal } from '../settle-payment/settling.ts';
import { type PostingRefusal, postHeldRemittance, type RereadingTerms } from './post-held-remittance.ts';
import { isPostingItem, type PostingItem } from './posting-item.ts';
import { nextResolutionId } from './resolution-id.ts';
import { isPaymentAction, type PaymentAction, settleException } from './settle-exception.ts';

/** What a person decides about an exception. */
export interface Resolving {
  readonly workItemId: string;
  readonly action: ResolutionAction;
  /** With `match`: the claim, by its id, the account number or a patient control number. */
  readonly claim?: string;
  /** In the person's words; kept for ever, not empty. */
  readonly reason: string;
  /** Who; not empty. */
  readonly actor: string;
}

export const RESOLUTION_ACTIONS = [
  'match',
  'unmatch',
  'unpost',
  'post',
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
  | 'nothing-open'
  /** `match` without a claim. */
  | 'claim-needed'
  /** More than one claim has the account number. */
  | 'claim-ambiguous'
  | SettlingRefusal
  | PostingRefusal;

export interface ResolvingDependencies extends RereadingTerms {
  readonly store: Store;
}

export interface Resolved {
  readonly resolutionId: string;
  /** Of the entries that it made; absent: none. */
  readonly publicationId?: string;
  /** Written off, billed, or brought into transit. */
  readonly movedCents?: Cents;
}

/** What a decision did to the books. */
export type Done = Omit<Resolved, 'resolutionId'>;

const MOVES_TO: Readonly<Record<Exclude<ResolutionAction, 'accept' | 'post' | PaymentAction>, Account>> = {
  'write-off': 'write-offs',
  'bill-patient': 'patient-receivable:other',
};

/**
 * Closes an exception by a person's decision, and posts what follows from it, as a publication of its own with reason
 * and actor: open amounts are written off or become the patient's; a claim payment goes to a claim, off it, or out of its
 * books, and its claims are planned again; a held remittance is posted. Accepted: seen, and left as it is posted.
 */
export async function resolveException(
  { store, ...terms }: ResolvingDependencies,
  tenantId: string,
  resolving: Resolving,
): Promise<Result<Resolved, ResolvingRefusal>> {
  return await store.inTransaction(tenantId, async (transaction) => {
    const { workItems, resolutions, claimPayments } = transaction;
    const { workItemId, action, reason, actor } = resolving;
    const [known] = await workItems.byIds([workItemId]);
    if (known === undefined || !isPostingItem(known)) return refused('exception-not-found');
    // Nobody else plans or moves what a claim's books hold, from here to the end.
    if (action !== 'accept') await claimPayments.takeTurn('alone');
    // Closing comes first: whoever closes the item holds it, and whoever comes second finds it closed.
    const [closed] = await workItems.resolve([workItemId]);
    if (closed === undefined) return refused('not-open');
    const [item] = await workItems.byIds([workItemId]);
    const resolutionId = await nextResolutionId(resolutions, tenantId, workItemId);
    // Only the reading above is older than the lock.
    const current = { ...known, ...item, kind: known.kind };
    const done = await carryOut(transaction, current, { resolving, resolutionId, tenantId, terms });
    if (!done.ok) {
      await workItems.reopen([workItemId]);
      return done;
    }
    const { publicationId } = done.value;
    const published = publicationId === undefined ? {} : { publicationId };
    await resolutions.record([{ id: resolutionId, workItemId, action, reason, actor, ...published }]);
    return accepted({ resolutionId, ...done.value });
  });
}

interface Carrying {
  readonly resolving: Resolving;
  readonly resolutionId: string;
  readonly tenantId: string;
  readonly terms: RereadingTerms;
}

async function carryOut(
  transaction: StoreTransaction,
  item: PostingItem,
  { resolving, resolutionId, tenantId, terms }: Carrying,
): Promise<Result<Done, ResolvingRefusal>> {
  const { action, reason, actor } = resolving;
  if (workRule(item)?.actions.includes(action) !== true) return refused('action-not-allowed');
  if (action === 'accept') return accepted({});
  if (isPaymentAction(action)) return await settleException(transaction, item, { ...resolving, action });
  if (action === 'post') return await postHeldRemittance(transaction, item, { tenantId, terms });
  const { claimId } = item;
  const open = await openOf(transaction, item);
  if (claimId === undefined || open.length === 0) return refused('nothing-open');
  const moved = {
    resolutionId,
    claimId,
    effectiveDate: utcDayOf(terms.clock.now()),
    open,
    to: MOVES_TO[action],
  };
  const publication = { kind: 'manual', reason, actor } as const;
  const publicationId = await transaction.ledger.append([manualEntry(moved)], publication);
  const movedCents = sumCents(open.map(({ amountCents }) => amountCents));
  return accepted({ movedCents, ...(publicationId === undefined ? {} : { publicationId }) });
}

async function openOf({ ledger }: StoreTransaction, item: PostingItem): Promise<readonly Posting[]> {
  const { claimId, amountCents } = item;
  if (claimId === undefined || amountCents === undefined) return [];
  const balances = balancesOf(await ledger.entriesForClaim(claimId));
  return openAmounts({ ...item, amountCents }, balances);
}
