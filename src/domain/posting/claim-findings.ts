import type { PayerRank } from '../claim/claim.ts';
import { balancesOf } from '../ledger/balances.ts';
import type { ClaimTerms } from './claim-terms.ts';
import type { AppliedPayment } from './judge-payments.ts';
import type { Finding } from './line-findings.ts';
import { PAYER_RANKS, RECEIVABLE_OF } from './payer-rank.ts';
import { isForwarded } from './payment-rank.ts';
import { postingException } from './posting-exception.ts';

/** What each rank of payer still owes of a claim, after everything on file. */
export type Receivables = ReadonlyMap<PayerRank, number>;

export function receivablesOf(terms: ClaimTerms, applied: readonly AppliedPayment[]): Receivables {
  const sums = balancesOf(applied);
  const billed = terms.chargeCents - terms.priorDecidedCents;
  return new Map(
    PAYER_RANKS.map((rank) => [
      rank,
      (rank === terms.rank ? billed : 0) + (sums.get(RECEIVABLE_OF[rank]) ?? 0),
    ]),
  );
}

/** What is wrong with a claim's books as a whole. */
export function claimFindings(
  terms: ClaimTerms,
  applied: readonly AppliedPayment[],
  receivables: Receivables,
): readonly Finding[] {
  const live = applied.filter((one) => one.isLive);
  const expected = new Set([
    terms.rank,
    ...terms.laterRanks,
    ...live.flatMap(({ routing }) => (routing.nextRank === undefined ? [] : [routing.nextRank])),
  ]);
  return [
    ...live.flatMap((one) => crossoverFinding(terms, one, expected)),
    ...PAYER_RANKS.filter(
      (rank) => expected.has(rank) || PAYER_RANKS.indexOf(rank) < PAYER_RANKS.indexOf(terms.rank),
    ).flatMap((rank) => overpostedFinding(rank, applied, receivables.get(rank) ?? 0)),
  ];
}

/**
 * Passed on, but nobody knows to whom: no coverage of the claim, and no carrier in the claim payment (NM1*TT). Or decided
 * by a later payer that is none of the claim's and to whom nobody passed it on.
 */
function crossoverFinding(
  { rank: ownRank, laterRanks }: ClaimTerms,
  { onFile, routing }: AppliedPayment,
  expected: ReadonlySet<PayerRank>,
): Finding[] {
  const { payment } = onFile;
  const isLater = PAYER_RANKS.indexOf(routing.rank) > PAYER_RANKS.indexOf(ownRank);
  const hasNext = routing.nextRank !== undefined && laterRanks.includes(routing.nextRank);
  const isToNobody =
    isForwarded(payment) &&
    !hasNext &&
    (payment.crossoverPayer === undefined || routing.nextRank === undefined);
  if (!isToNobody && (!isLater || expected.has(routing.rank))) return [];
  return [
    {
      onFile,
      exception: postingException('crossover-conflict', [`status-${payment.statusCode}`], payment.paidCents),
    },
  ];
}

/** Told with the latest payment that moved the receivable: one of the rank that is live, if there is any. */
function overpostedFinding(
  rank: PayerRank,
  applied: readonly AppliedPayment[],
  receivable: number,
): Finding[] {
  if (receivable >= 0) return [];
  const account = RECEIVABLE_OF[rank];
  const moving = applied.filter((one) => one.postings.some((posting) => posting.account === account));
  const latest = moving.findLast((one) => one.isLive && one.routing.rank === rank) ?? moving.at(-1);
  if (latest === undefined) return [];
  return [{ onFile: latest.onFile, exception: postingException('overposted', [account], receivable) }];
}
