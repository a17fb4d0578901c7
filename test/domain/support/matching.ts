import { cents } from '../../../src/base/money.ts';
import type { ProfessionalClaim } from '../../../src/domain/claim/claim.ts';
import { type MatchCandidate, matchCandidate } from '../../../src/domain/matching/match-candidate.ts';
import {
  matchClaimPayments,
  type PaymentsToMatch,
} from '../../../src/domain/matching/match-claim-payments.ts';
import type { MatchDecision } from '../../../src/domain/matching/match-decision.ts';
import type { ClaimPayment } from '../../../src/domain/remittance/remittance.ts';
import { day, soundClaim } from './claims.ts';
import { claimPayment, remittance } from './remittances.ts';

/** The claim of `soundClaim` under this id, sent once as `<id>01`; the payer's numbers are those it gave it. */
export function candidate(
  claimId: string,
  changes: Partial<ProfessionalClaim> = {},
  payerClaimControlNumbers: readonly string[] = [],
): MatchCandidate {
  return matchCandidate(claimId, soundClaim({ accountNumber: claimId, ...changes }), {
    patientControlNumbers: [`${claimId}01`],
    payerClaimControlNumbers,
  });
}

/** A payment whose number is nobody's, of the charge, day and patient of `soundClaim`. */
export function payment(changes: Partial<ClaimPayment> = {}): ClaimPayment {
  return {
    ...claimPayment({ paidCents: 12_500 }),
    patientControlNumber: 'NOBODY',
    claimDates: { start: day('2026-06-03') },
    services: [
      {
        procedure: { qualifier: 'HC', code: '99213', modifiers: [] },
        chargeCents: cents(12_500),
        paidCents: cents(12_500),
        adjustments: [],
        remarkCodes: [],
        place: claimPayment({ paidCents: 0 }).place,
      },
    ],
    ...changes,
  };
}

/** What is decided of these payments of one remittance, in their order. */
export function decisions(
  payments: readonly ClaimPayment[],
  candidates: readonly MatchCandidate[],
  parties: Partial<Pick<PaymentsToMatch, 'payer' | 'payee'>> = {},
): readonly MatchDecision[] {
  const claims = payments.map((one, index) => ({ ...one, ordinal: index + 1 }));
  const decided = matchClaimPayments({ ...remittance(claims), ...parties }, candidates);
  return claims.flatMap(({ ordinal }) => decided.get(ordinal) ?? []);
}
