import { invariant } from '../../base/invariant.ts';
import { sumCents } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import type { PayerRank } from '../claim/claim.ts';
import type { MatchRefusal } from '../matching/match-decision.ts';
import type { Remittance } from '../remittance/remittance.ts';
import { claimPaymentEntry } from './claim-payment-entry.ts';
import type { JournalEntry } from './journal-entry.ts';
import { adjustmentWorkItems, type PostingWorkItem, unmatchedWorkItem } from './posting-work-items.ts';
import { providerAdjustmentEntry } from './provider-adjustment-entry.ts';
import { unappliedEntry } from './unapplied-entry.ts';

export interface RemittancePlan {
  /** None without postings. */
  readonly entries: readonly JournalEntry[];
  readonly workItems: readonly PostingWorkItem[];
}

export interface RemittanceToPost {
  readonly remittanceId: string;
  /** Proven to balance, with nothing unreadable. */
  readonly remittance: Remittance;
  /** Which claim each CLP ordinal belongs to; absent: none of ours. */
  readonly claimIdByOrdinal: ReadonlyMap<number, string>;
  /** Of the payer that each of these claims was sent to. */
  readonly rankByClaimId: ReadonlyMap<string, PayerRank>;
  /** Why the others belong to none. */
  readonly refusalByOrdinal: ReadonlyMap<number, MatchRefusal>;
  readonly effectiveDate: BusinessDate;
}

/** CLP02 that decides nothing: 23 the claim is another payer's, 25 what would be paid, were the service done. */
const UNDECIDED = new Set(['23', '25']);

/**
 * The journal entries of a whole remittance and what it leaves to do. Payments in transit grow by exactly BPR02,
 * whatever could be matched.
 */
export function planRemittanceEntries(options: RemittanceToPost): RemittancePlan {
  const { remittance, remittanceId, effectiveDate, claimIdByOrdinal, refusalByOrdinal } = options;
  const entries: JournalEntry[] = [];
  const workItems: PostingWorkItem[] = [];
  for (const payment of remittance.claims) {
    const isUndecided = UNDECIDED.has(payment.statusCode);
    if (isUndecided && payment.paidCents === 0) continue;
    // Money that comes with no decision belongs to no claim yet.
    const claimId = isUndecided ? undefined : claimIdByOrdinal.get(payment.ordinal);
    if (claimId === undefined) {
      entries.push(unappliedEntry({ remittanceId, effectiveDate, payment }));
      workItems.push(unmatchedWorkItem(payment, refusalByOrdinal.get(payment.ordinal) ?? 'no-claim'));
    } else {
      const rank = options.rankByClaimId.get(claimId);
      invariant(rank !== undefined, 'a claim that is paid has a payer');
      entries.push(claimPaymentEntry({ remittanceId, effectiveDate, payment, claimId, rank }));
      workItems.push(...adjustmentWorkItems(payment, claimId));
    }
  }
  for (const [index, adjustment] of remittance.providerAdjustments.entries()) {
    entries.push(providerAdjustmentEntry({ remittanceId, effectiveDate, adjustment, ordinal: index + 1 }));
  }
  const transit = entries
    .flatMap((entry) => entry.postings)
    .filter((posting) => posting.account === 'payer-payments-in-transit');
  invariant(
    sumCents(transit.map((posting) => posting.amountCents)) === remittance.payment.amountCents,
    'payments in transit grow by the payment of the remittance',
  );
  return { entries: entries.filter((entry) => entry.postings.length > 0), workItems };
}
