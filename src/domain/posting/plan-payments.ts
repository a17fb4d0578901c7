import { addToGroup } from '../../base/groups.ts';
import { invariant } from '../../base/invariant.ts';
import type { JournalEntry } from '../ledger/journal-entry.ts';
import type { UnmatchedCode } from './exception-code.ts';
import type { PaymentOnFile } from './payment-on-file.ts';
import type { IsKnownReason } from './payment-routing.ts';
import { type ClaimOnFile, entriesToReachAll, planClaim } from './plan-claim.ts';
import { planUnmatched } from './plan-unmatched.ts';
import type { PlannedPayment } from './planned-payment.ts';

/** Whose a claim payment is, or why it is nobody's. */
export type MatchDecision = { readonly claimId: string } | { readonly code: UnmatchedCode };

/** Claim payments of a remittance: all, or some of a large one. */
export interface PaymentsToPlan {
  readonly payments: readonly PaymentOnFile[];
  /** By CLP ordinal; one that is missing belongs to no claim of ours. */
  readonly decisions: ReadonlyMap<number, MatchDecision>;
  /** By claim id: every claim of the decisions, with what was on file before these payments. */
  readonly claims: ReadonlyMap<string, ClaimOnFile>;
  readonly isKnownReason: IsKnownReason;
}

export interface PaymentsPlan {
  /** Every claim payment of the claims concerned, these and earlier ones, and those without a claim. */
  readonly payments: readonly PlannedPayment[];
  /** What these post, and what must change in the books of their claims. None without postings. */
  readonly entries: readonly JournalEntry[];
}

/** What should stand in the books for arriving claim payments and those that are on file of their claims. */
export function planPayments({ payments, decisions, claims, isKnownReason }: PaymentsToPlan): PaymentsPlan {
  const unmatched: PlannedPayment[] = [];
  const newByClaim = new Map<string, [PaymentOnFile, ...PaymentOnFile[]]>();
  for (const onFile of payments) {
    const decision = decisions.get(onFile.ordinal) ?? { code: 'no-claim' };
    if ('code' in decision) unmatched.push(planUnmatched(onFile, decision.code));
    else addToGroup(newByClaim, decision.claimId, onFile);
  }
  const plans = [...newByClaim].map(([claimId, arriving]) => {
    const claim = claims.get(claimId);
    invariant(claim, 'every claim that is matched is handed in');
    return planClaim({ ...claim, payments: [...claim.payments, ...arriving] }, isKnownReason);
  });
  return {
    payments: [...plans.flatMap((plan) => plan.payments), ...unmatched],
    entries: [...plans.flatMap((plan) => plan.entries), ...entriesToReachAll(unmatched, [])],
  };
}
