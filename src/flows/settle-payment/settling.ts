import { accepted, type Result, refused } from '../../base/result.ts';
import type { MatchRefusal } from '../../domain/matching/match-decision.ts';
import type { MatchDecision } from '../../domain/posting/plan-payments.ts';
import type { NewPaymentMatch, PaymentPlace, StoredClaimPayment } from '../../ports/claim-payment-store.ts';
import type { StoreTransaction } from '../../ports/store.ts';
import { appendFacts } from '../posting/append-facts.ts';
import { repost } from '../posting/repost.ts';
import { refreshClaimStatuses } from '../refresh-claim-statuses.ts';

/** Which claim payment a person decides about, why, and who. */
export interface Settling {
  readonly payment: PaymentPlace;
  /** In the person's words. */
  readonly reason: string;
  readonly actor: string;
}

export type SettlingRefusal =
  | 'payment-not-found'
  /** Its remittance is held: none of its payments is in any books. */
  | 'remittance-not-published'
  | 'claim-not-found'
  /** The decision that holds says the same. */
  | 'already-so';

export interface Settled {
  /** Of the entries that followed; absent: the books stay as they are. */
  readonly publicationId?: string;
  /** Of the decision that holds now. */
  readonly number: number;
  /** Claims whose books were planned anew. */
  readonly claimIds: readonly string[];
}

/** What a person, or the rule that is asked again, says of the payment. */
export type SettledDecision = Pick<
  NewPaymentMatch,
  'disposition' | 'claimId' | 'tier' | 'evidence' | 'decidedBy' | 'reason'
>;

/** The claim payment with the decision that holds, where it is in the books. */
export async function paymentToSettle(
  { claimPayments, remittances }: StoreTransaction,
  { payment: { remittanceId, ordinal } }: Settling,
): Promise<Result<StoredClaimPayment, SettlingRefusal>> {
  await claimPayments.takeTurn('alone');
  const payment = await claimPayments.get(remittanceId, ordinal);
  if (payment === undefined) return refused('payment-not-found');
  const remittance = await remittances.get(remittanceId);
  return remittance?.state === 'published' ? accepted(payment) : refused('remittance-not-published');
}

/**
 * Keeps a decision about a claim payment, and brings books, work items and claims to it: the entries are one publication,
 * with who decided it and why.
 */
export async function settle(
  transaction: StoreTransaction,
  before: StoredClaimPayment,
  { decision, settling }: { readonly decision: SettledDecision; readonly settling: Settling },
): Promise<Result<Settled, SettlingRefusal>> {
  const { remittanceId, ordinal } = before;
  const { reason, actor } = settling;
  await transaction.claimPayments.decide([{ remittanceId, ordinal, ...decision }]);
  const { facts, ...reposted } = await repost(transaction, {
    changed: [{ before, now: postingDecisionOf(decision) }],
    publication: { kind: 'manual', reason, actor },
  });
  const spokenOf = await appendFacts(transaction, facts);
  await refreshClaimStatuses(transaction, [...reposted.claimIds, ...spokenOf]);
  return accepted({ number: (before.match?.number ?? 0) + 1, ...reposted });
}

/** What a person decides, with their words as the reason. */
export function personsDecision(
  disposition: NewPaymentMatch['disposition'],
  { reason, actor }: Settling,
  claimId?: string,
): SettledDecision {
  const evidence = { actor };
  return {
    disposition,
    ...(claimId === undefined ? {} : { claimId }),
    evidence,
    decidedBy: 'person',
    reason,
  };
}

function postingDecisionOf({ disposition, claimId, decidedBy, reason }: SettledDecision): MatchDecision {
  if (disposition === 'match' && claimId !== undefined) return { claimId };
  if (decidedBy === 'person') return { code: 'unposted' };
  return { code: UNMATCHED.find((code) => code === reason) ?? 'no-claim' };
}

const UNMATCHED = [
  'no-claim',
  'ambiguous-claim',
  'charge-mismatch',
  'wrong-payee',
  'payer-id-conflict',
] as const satisfies readonly MatchRefusal[];
