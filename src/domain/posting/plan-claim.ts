import { groupBy } from '../../base/groups.ts';
import type { JournalEntry } from '../ledger/journal-entry.ts';
import type { ClaimTerms } from './claim-terms.ts';
import { entriesToReach } from './entries-to-reach.ts';
import type { MovedAmounts } from './moved-amounts.ts';
import type { PaymentOnFile } from './payment-on-file.ts';
import { paymentKey } from './payment-order.ts';
import type { IsKnownReason } from './payment-routing.ts';
import { planClaimPayments } from './plan-claim-payments.ts';
import type { PlannedPayment } from './planned-payment.ts';

/** A claim with everything on file that its books follow from. */
export interface ClaimOnFile {
  readonly terms: ClaimTerms;
  readonly payments: readonly PaymentOnFile[];
  /** All entries of those claim payments, whatever claim they name. */
  readonly posted: readonly JournalEntry[];
  /** What persons moved in the claim's books, by account: open amounts that they wrote off or billed. */
  readonly moved?: MovedAmounts;
}

export interface ClaimPlan {
  readonly payments: readonly PlannedPayment[];
  /** What is missing in the books; none where they are as they should be. */
  readonly entries: readonly JournalEntry[];
}

/** What should stand in the books of a claim, and the entries that bring them there. */
export function planClaim(claim: ClaimOnFile, isKnownReason: IsKnownReason): ClaimPlan {
  const { terms, moved } = claim;
  const payments = planClaimPayments(terms, claim.payments, isKnownReason, moved);
  return { payments, entries: entriesToReachAll(payments, claim.posted) };
}

/** The entries that several planned payments lack, out of all entries of theirs. */
export function entriesToReachAll(
  planned: readonly PlannedPayment[],
  posted: readonly JournalEntry[],
): readonly JournalEntry[] {
  if (posted.length === 0) return planned.flatMap((one) => entriesToReach(one, []));
  const postedByPayment = groupBy(posted, ({ remittanceId, claimPaymentOrdinal: ordinal }) =>
    remittanceId === undefined || ordinal === undefined ? undefined : paymentKey({ remittanceId, ordinal }),
  );
  return planned.flatMap((one) => entriesToReach(one, postedByPayment.get(paymentKey(one)) ?? []));
}
