import type { MatchDecision as Matched } from '../../domain/matching/match-decision.ts';
import type { MatchDecision } from '../../domain/posting/plan-payments.ts';
import type { NewPaymentMatch, PaymentPlace } from '../../ports/claim-payment-store.ts';

/** What is kept of a decision that a rule made: the comparison that decided it, or the claims that it proposes. */
export function matchRow(place: PaymentPlace, decision: Matched): NewPaymentMatch {
  const { remittanceId, ordinal } = place;
  if (decision.isSafe) {
    const { claimId, tier, evidence } = decision;
    return { remittanceId, ordinal, disposition: 'match', claimId, tier, evidence, decidedBy: 'rule' };
  }
  const { tier, code, proposals } = decision;
  return {
    remittanceId,
    ordinal,
    disposition: 'none',
    ...(tier === 'none' ? {} : { tier }),
    evidence: { proposals },
    decidedBy: 'rule',
    reason: code,
  };
}

/** Whose a claim payment is, or why it is nobody's, as posting asks. */
export function postingDecision(decision: Matched): MatchDecision {
  return decision.isSafe ? { claimId: decision.claimId } : { code: decision.code };
}
