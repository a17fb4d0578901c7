import { claimIdWithin } from '../domain/claim/control-numbers.ts';
import { paymentDays } from '../domain/matching/compare-claim.ts';
import type { MatchCandidate } from '../domain/matching/match-candidate.ts';
import { matchClaimPayments, type PaymentsToMatch } from '../domain/matching/match-claim-payments.ts';
import type { MatchDecision } from '../domain/matching/match-decision.ts';
import type { ClaimPayment } from '../domain/remittance/remittance.ts';
import type { ClaimReader } from '../ports/claim-store.ts';

/** Which claim each claim payment belongs to, by CLP ordinal, and all claims that came into question. */
export interface MatchedPayments {
  readonly decisions: ReadonlyMap<number, MatchDecision>;
  readonly candidates: readonly MatchCandidate[];
}

/**
 * Which claim of ours each claim payment of a remittance belongs to, and how sure that is. The claims that any number of
 * the payments names come in one query; those that a payment may mean whose numbers name none, in two more.
 */
export async function matchRemittance(
  claims: ClaimReader,
  remittance: PaymentsToMatch,
): Promise<MatchedPayments> {
  const named = await claims.candidatesByNumbers(numbersOf(remittance.claims));
  const decisions = matchClaimPayments(remittance, named);
  const left = remittance.claims.filter(({ ordinal }) => isWithoutNumber(decisions.get(ordinal)));
  if (left.length === 0) return { decisions, candidates: named };
  const found = await Promise.all([
    claims.candidatesByIds(left.flatMap((payment) => claimIdWithin(payment.patientControlNumber) ?? [])),
    claims.candidatesByMembers(left.flatMap(servicesOf)),
  ]);
  const known = new Set(named.map(({ claimId }) => claimId));
  const more = found.flat().filter(({ claimId }) => !known.has(claimId));
  if (more.length === 0) return { decisions, candidates: named };
  const candidates = [...named, ...more];
  return { decisions: matchClaimPayments(remittance, candidates), candidates };
}

/** Claims that other payments name may resemble it; that says nothing of the member's claims that nobody names. */
function isWithoutNumber(decision: MatchDecision | undefined): boolean {
  return decision?.tier === 'none' || decision?.tier === 4;
}

function numbersOf(payments: readonly ClaimPayment[]): Parameters<ClaimReader['candidatesByNumbers']>[0] {
  return {
    patientControlNumbers: payments.map((payment) => payment.patientControlNumber),
    payerClaimControlNumbers: payments.flatMap((payment) =>
      [payment.payerClaimControlNumber, payment.originalPayerClaimControlNumber].filter(
        (number) => number !== undefined,
      ),
    ),
  };
}

/** Whom and which day a payment is for: the patient's number or the subscriber's, whichever is the member's. */
function servicesOf(payment: ClaimPayment): Parameters<ClaimReader['candidatesByMembers']>[0] {
  const serviceDate = paymentDays(payment).toSorted()[0];
  if (serviceDate === undefined) return [];
  const members = new Set([payment.patient?.memberId, payment.insured?.memberId]);
  return [...members].flatMap((memberId) => (memberId === undefined ? [] : [{ memberId, serviceDate }]));
}
