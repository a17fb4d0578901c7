import { groupBy } from '../../base/groups.ts';
import type { MatchCandidate } from '../../domain/matching/match-candidate.ts';
import { claimTermsOf } from '../../domain/posting/claim-terms.ts';
import { movedAmounts } from '../../domain/posting/moved-amounts.ts';
import { paymentKey } from '../../domain/posting/payment-order.ts';
import type { ClaimOnFile } from '../../domain/posting/plan-claim.ts';
import type { StoreTransaction } from '../../ports/store.ts';

/** A claim and the numbers that it went out under. */
type SentClaim = Pick<MatchCandidate, 'claimId' | 'claim' | 'patientControlNumbers'>;

type Stores = Pick<StoreTransaction, 'claims' | 'claimPayments' | 'ledger'>;

/**
 * Claims with everything that their books follow from, by id: their terms, the claim payments that are matched to them,
 * the entries of those, and what persons moved. One query for each of these, however many claims.
 */
export async function claimsOnFile(
  { claimPayments, ledger }: Omit<Stores, 'claims'>,
  claims: readonly SentClaim[],
): Promise<ReadonlyMap<string, ClaimOnFile>> {
  if (claims.length === 0) return new Map();
  const payments = await claimPayments.onFile(claims.map(({ claimId }) => claimId));
  const claimIdByPayment = new Map(
    [...payments].flatMap(([claimId, own]) => own.map((one) => [paymentKey(one), claimId] as const)),
  );
  const all = [...payments.values()].flat();
  const entries = all.length === 0 ? [] : await ledger.entriesForPayments(all);
  const posted = groupBy(entries, ({ remittanceId = '', claimPaymentOrdinal: ordinal = 0 }) =>
    claimIdByPayment.get(paymentKey({ remittanceId, ordinal })),
  );
  // Only what a payment has left open can a person have moved.
  const booked = payments.size === 0 ? undefined : await ledger.entriesForClaims([...payments.keys()]);
  return new Map(
    claims.map(({ claimId, claim, patientControlNumbers }) => [
      claimId,
      {
        terms: claimTermsOf(claimId, claim, patientControlNumbers),
        payments: payments.get(claimId) ?? [],
        posted: posted.get(claimId) ?? [],
        moved: movedAmounts(booked?.get(claimId) ?? []),
      },
    ]),
  );
}

/** The same of claims that are known by their ids alone. */
export async function claimsOnFileByIds(
  stores: Stores,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, ClaimOnFile>> {
  if (claimIds.length === 0) return new Map();
  const attempts = groupBy(await stores.claims.attemptsByClaims(claimIds), ({ claimId }) => claimId);
  const stored = await stores.claims.byIds(claimIds);
  return await claimsOnFile(
    stores,
    stored.map(({ id, claim }) => ({
      claimId: id,
      claim,
      patientControlNumbers: (attempts.get(id) ?? []).map((one) => one.patientControlNumber),
    })),
  );
}
