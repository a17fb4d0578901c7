import { type Cents, cents, sumCents } from '../../base/money.ts';
import { type BilledLine, billedLine } from '../claim/billed-line.ts';
import type { PayerRank, ProfessionalClaim } from '../claim/claim.ts';
import type { PayerHints } from './payer-key.ts';
import { PAYER_RANKS } from './payer-rank.ts';

/** What posting must know of a claim of ours. */
export interface ClaimTerms {
  readonly claimId: string;
  readonly chargeCents: Cents;
  /** Of the payer to whom the claim is sent. */
  readonly rank: PayerRank;
  /** The payer to whom the claim is sent. */
  readonly payerKeyHints: PayerHints;
  /** What payers before that one settled: this part of the charge is not that payer's to pay. */
  readonly priorDecidedCents: Cents;
  /** Ranks of the claim's other coverages behind its own, in order. */
  readonly laterRanks: readonly PayerRank[];
  readonly lines: readonly BilledLine[];
}

/** The terms of a claim that was sent under the given patient control numbers (CLM01), one for each attempt. */
export function claimTermsOf(
  claimId: string,
  claim: ProfessionalClaim,
  patientControlNumbers: readonly string[],
): ClaimTerms {
  const ownPlace = PAYER_RANKS.indexOf(claim.payerRank);
  const otherRanks = new Set(claim.otherCoverages.map((coverage) => coverage.rank));
  return {
    claimId,
    chargeCents: claim.chargeCents,
    rank: claim.payerRank,
    payerKeyHints: { identifier: claim.payer.identifier, name: claim.payer.name },
    priorDecidedCents: priorDecidedCents(claim),
    laterRanks: PAYER_RANKS.filter((rank, place) => place > ownPlace && otherRanks.has(rank)),
    lines: claim.lines.map((line) => billedLine(line, patientControlNumbers)),
  };
}

/**
 * The part of the charge that payers before the claim's own payer settled: what they paid and adjusted, but for what
 * they left to the patient, which is what the claim's own payer is asked for. Between nothing and the charge.
 */
export function priorDecidedCents(
  claim: Pick<ProfessionalClaim, 'chargeCents' | 'payerRank' | 'otherCoverages'>,
): Cents {
  const ownPlace = PAYER_RANKS.indexOf(claim.payerRank);
  const prior = claim.otherCoverages.filter((coverage) => PAYER_RANKS.indexOf(coverage.rank) < ownPlace);
  const decided = sumCents(
    prior.flatMap(({ paidCents, adjustments }) => [
      paidCents ?? 0,
      ...adjustments.filter((one) => one.groupCode !== 'PR').map((one) => one.amountCents),
    ]),
  );
  return cents(Math.min(Math.max(decided, 0), claim.chargeCents));
}
