import { invariant } from '../../base/invariant.ts';
import type { MatchDecision } from '../../domain/matching/match-decision.ts';
import { payerIdentifierOf } from '../../domain/posting/payer-key.ts';
import type { ClaimPaymentReader, StoredClaimPayment } from '../../ports/claim-payment-store.ts';
import type { Fact } from '../../ports/claim-store.ts';
import type { StoreTransaction } from '../../ports/store.ts';
import { matchRemittance } from '../match-remittance.ts';
import { matchRow } from './match-rows.ts';
import { repost } from './repost.ts';

type Numbers = Parameters<ClaimPaymentReader['unmatchedByNumbers']>[0];

/**
 * Matches claim payments anew that no rule found a claim for and that have one of these numbers, which claims have only
 * now: those that match safely are posted to their claims, others may wait for another reason now. What a person decided
 * is left alone. Gives the facts that follow, to be added. Where no payment waits, that is one look.
 */
export async function rematchPayments(transaction: StoreTransaction, numbers: Numbers): Promise<Fact[]> {
  const { claimPayments } = transaction;
  const asked = numbers.patientControlNumbers.length + numbers.payerClaimControlNumbers.length;
  if (asked === 0 || !(await claimPayments.hasUnmatched())) return [];
  if ((await claimPayments.unmatchedByNumbers(numbers)).length === 0) return [];
  await claimPayments.takeTurn('alone');
  // What another transaction has decided in the meantime is decided.
  return await matchAgain(transaction, await claimPayments.unmatchedByNumbers(numbers), {
    kind: 'reposting',
  });
}

/** Matches these claim payments as if they came now, each with those of its own remittance. */
export async function matchAgain(
  transaction: StoreTransaction,
  waiting: readonly StoredClaimPayment[],
  publication: Parameters<typeof repost>[1]['publication'],
): Promise<Fact[]> {
  const decided = await decisionsOf(transaction, waiting);
  const changed = decided.filter(({ payment, decision }) => differs(payment, decision));
  if (changed.length === 0) return [];
  await transaction.claimPayments.decide(changed.map(({ payment, decision }) => matchRow(payment, decision)));
  const { facts } = await repost(transaction, {
    changed: changed.map(({ payment, decision }) => ({
      before: payment,
      now: decision.isSafe ? { claimId: decision.claimId } : { code: decision.code },
    })),
    publication,
  });
  return facts;
}

interface Decided {
  readonly payment: StoredClaimPayment;
  readonly decision: MatchDecision;
}

async function decisionsOf(
  { claims, remittances }: StoreTransaction,
  waiting: readonly StoredClaimPayment[],
): Promise<readonly Decided[]> {
  const byRemittance = new Map<string, StoredClaimPayment[]>();
  for (const payment of waiting) {
    const known = byRemittance.get(payment.remittanceId);
    if (known === undefined) byRemittance.set(payment.remittanceId, [payment]);
    else known.push(payment);
  }
  const decided: Decided[] = [];
  for (const { id, payerName, payee } of await remittances.byIds([...byRemittance.keys()])) {
    const payments = byRemittance.get(id) ?? [];
    const identifier = payerIdentifierOf(payments[0]?.payerKey ?? '');
    const decisions = await matchRemittance(claims, {
      payer: { name: payerName, ...(identifier === undefined ? {} : { identifier }) },
      payee: payee ?? { name: '' },
      claims: payments.map(({ payment }) => payment),
    });
    for (const payment of payments) {
      const decision = decisions.get(payment.ordinal);
      invariant(decision, 'every claim payment is decided');
      decided.push({ payment, decision });
    }
  }
  return decided;
}

/** Whether it is another claim's, or waits for another reason, than the decision that holds says. */
function differs({ match }: StoredClaimPayment, decision: MatchDecision): boolean {
  if (decision.isSafe) return match?.disposition !== 'match' || match.claimId !== decision.claimId;
  return match?.disposition !== 'none' || match.reason !== decision.code;
}
