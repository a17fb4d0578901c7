import { accepted, type Result, refused } from '../../base/result.ts';
import { type Instant, utcDayOf } from '../../base/time.ts';
import { manualEntryId, oppositeEntry } from '../../domain/posting/open-amounts.ts';
import type { Clock } from '../../ports/clock.ts';
import type { StoredResolution } from '../../ports/resolution-store.ts';
import type { Store, StoreTransaction } from '../../ports/store.ts';
import { nextResolutionId } from './resolution-id.ts';
import type { Done } from './resolve-exception.ts';
import { isPaymentAction, takeBackSettling } from './settle-exception.ts';

export interface Undoing {
  readonly resolutionId: string;
  /** In the person's words; not empty. */
  readonly reason: string;
  /** Who; not empty. */
  readonly actor: string;
}

export type UndoRefusal =
  | 'resolution-not-found'
  /** It takes another one back itself; resolve the exception anew instead. */
  | 'is-undo'
  | 'already-undone'
  /** It moved nothing, and its exception is open again already, or closed by something later. */
  | 'nothing-to-undo'
  /** It posted a remittance, which stays posted. */
  | 'is-posted'
  /** Whose the claim payment is was decided again since. */
  | 'decided-since';

export interface Undone {
  /** Of the undoing, which is a resolution itself. */
  readonly resolutionId: string;
  readonly workItemId: string;
  /** Of the entries that take back what was moved; absent: nothing was. */
  readonly publicationId?: string;
  /** It waits for a person again by this; else it does already, or something later closed it. */
  readonly isReopened: boolean;
}

/**
 * Takes a person's decision back: posts the opposite of its entries, and opens the exception again where that decision
 * is what closed it. Nothing that was posted or decided is changed.
 */
export async function undoResolution(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  tenantId: string,
  undoing: Undoing,
): Promise<Result<Undone, UndoRefusal>> {
  return await store.inTransaction(tenantId, async (transaction) => {
    const { resolutions, workItems, claimPayments } = transaction;
    const { reason, actor } = undoing;
    const [resolution] = await resolutions.byIds([undoing.resolutionId]);
    if (resolution === undefined) return refused('resolution-not-found');
    const { workItemId } = resolution;
    if (resolution.undoes !== undefined) return refused('is-undo');
    if (resolution.action === 'post') return refused('is-posted');
    // One after the other: what is taken back is taken back once, and still what was decided.
    await claimPayments.takeTurn('alone');
    const all = await resolutions.ofWorkItems([workItemId]);
    const undone = new Set(all.map(({ undoes }) => undoes));
    if (undone.has(resolution.id)) return refused('already-undone');
    const resolutionId = await nextResolutionId(resolutions, tenantId, workItemId);
    const taken = isPaymentAction(resolution.action)
      ? await takeBackSettling(transaction, resolution, undoing)
      : await takeBack(transaction, resolution, { resolutionId, undoing, now: clock.now() });
    if (taken === undefined) return refused('decided-since');
    // A later decision than this one is what keeps the exception closed; it stands.
    const latest = all.findLast(({ id, undoes }) => undoes === undefined && !undone.has(id));
    const reopened = latest?.id === resolution.id ? await workItems.reopen([workItemId]) : [];
    if (reopened.length === 0 && resolution.action === 'accept') return refused('nothing-to-undo');
    const { publicationId } = taken;
    const published = publicationId === undefined ? {} : { publicationId };
    await resolutions.record([
      { id: resolutionId, workItemId, action: 'undo', reason, actor, undoes: resolution.id, ...published },
    ]);
    return accepted({ resolutionId, workItemId, isReopened: reopened.length > 0, ...published });
  });
}

/** Posts the opposite of the entry that a resolution made, where it made one. */
async function takeBack(
  { ledger }: StoreTransaction,
  resolution: StoredResolution,
  by: { readonly resolutionId: string; readonly undoing: Undoing; readonly now: Instant },
): Promise<Done> {
  const entry = await ledger.entry(manualEntryId(resolution.id));
  if (entry === undefined) return {};
  const { resolutionId, now } = by;
  const { reason, actor } = by.undoing;
  const opposite = oppositeEntry(entry, { resolutionId, effectiveDate: utcDayOf(now) });
  const publicationId = await ledger.append([opposite], { kind: 'manual', reason, actor });
  return publicationId === undefined ? {} : { publicationId };
}
