import { groupBy } from '../../base/groups.ts';
import { invariant } from '../../base/invariant.ts';
import type { MatchDecision } from '../../domain/matching/match-decision.ts';
import { payerIdentifierOf } from '../../domain/posting/payer-key.ts';
import type { StoredClaimPayment } from '../../ports/claim-payment-store.ts';
import type { StoreTransaction } from '../../ports/store.ts';
import { matchRemittance } from '../match-remittance.ts';

/** A claim payment on file, and what the rules say of it now. */
export interface DecidedAnew {
  readonly payment: StoredClaimPayment;
  readonly decision: MatchDecision;
}

/** What the rules say of claim payments as if they came now, each with the others of its remittance that are given. */
export async function decisionsAnew(
  { claims, remittances }: Pick<StoreTransaction, 'claims' | 'remittances'>,
  given: readonly StoredClaimPayment[],
): Promise<readonly DecidedAnew[]> {
  const byRemittance = groupBy(given, ({ remittanceId }) => remittanceId);
  const decided: DecidedAnew[] = [];
  for (const { id, payerName, payee } of await remittances.byIds([...byRemittance.keys()])) {
    const payments = byRemittance.get(id) ?? [];
    const identifier = payerIdentifierOf(payments[0]?.payerKey ?? '');
    const { decisions } = await matchRemittance(claims, {
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

/** Whether a payment is another claim's, or waits for another reason, than the decision that holds says. */
export function differs({ payment: { match }, decision }: DecidedAnew): boolean {
  if (decision.isSafe) return match?.disposition !== 'match' || match.claimId !== decision.claimId;
  return match?.disposition !== 'none' || match.reason !== decision.code;
}
