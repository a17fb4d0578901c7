import { sumCents } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import type { OtherCoverage, PayerRank, ProfessionalClaim } from '../claim/claim.ts';
import { lastServiceDate } from './claim-parts.ts';
import type { BrokenRule } from './edit-finding.ts';

const ORDER: Readonly<Record<PayerRank, number>> = { P: 1, S: 2, T: 3 };

/**
 * Every payer has its own rank, one is primary (2000B and 2320 SBR01), and each that ranks before the destination has
 * decided: charge = paid + adjustments (interpretation 1294; all adjustments stand at claim level here).
 */
export function editOtherCoverages(claim: ProfessionalClaim, today: BusinessDate): BrokenRule[] {
  const broken: BrokenRule[] = [];
  const ranks = new Set<PayerRank>([claim.payerRank]);
  for (const [index, coverage] of claim.otherCoverages.entries()) {
    if (ranks.has(coverage.rank)) {
      broken.push({ code: 'coverage.rank-repeated', pointer: `/otherCoverages/${index}/rank` });
    }
    ranks.add(coverage.rank);
    if (ORDER[coverage.rank] < ORDER[claim.payerRank]) {
      broken.push(...editDecision(claim, coverage, { pointer: `/otherCoverages/${index}`, today }));
    }
  }
  if (!ranks.has('P')) broken.push({ code: 'coverage.primary-missing', pointer: '/otherCoverages' });
  return broken;
}

function editDecision(
  claim: ProfessionalClaim,
  coverage: OtherCoverage,
  { pointer, today }: { readonly pointer: string; readonly today: BusinessDate },
): BrokenRule[] {
  const { paidCents, adjudicationDate } = coverage;
  const broken: BrokenRule[] = [];
  if (adjudicationDate === undefined) {
    broken.push({ code: 'coverage.decision-missing', pointer: `${pointer}/adjudicationDate` });
  } else if (adjudicationDate > today || adjudicationDate < lastServiceDate(claim)) {
    broken.push({ code: 'coverage.decision-date', pointer: `${pointer}/adjudicationDate` });
  }
  if (paidCents === undefined) {
    broken.push({ code: 'coverage.decision-missing', pointer: `${pointer}/paid` });
    return broken;
  }
  const adjustedCents = sumCents(coverage.adjustments.map((adjustment) => adjustment.amountCents));
  if (paidCents + adjustedCents !== claim.chargeCents) {
    broken.push({ code: 'coverage.out-of-balance', pointer });
  }
  return broken;
}
