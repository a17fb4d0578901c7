import { adjudicationOf } from '../domain/remittance/adjudication.ts';
import type { Remittance } from '../domain/remittance/remittance.ts';
import type { Fact } from '../ports/claim-store.ts';
import { factFromFile } from './fact-id.ts';

/** What a remittance decided of each claim that it could be matched to. */
export function adjudicatedFacts(published: {
  readonly remittanceId: string;
  readonly remittance: Remittance;
  readonly claimIdByOrdinal: ReadonlyMap<number, string>;
  readonly fileSha256: string;
}): Fact[] {
  const { remittance, remittanceId, fileSha256 } = published;
  const facts: Fact[] = [];
  for (const payment of remittance.claims) {
    const claimId = published.claimIdByOrdinal.get(payment.ordinal);
    if (claimId === undefined) continue;
    const { result, patientResponsibilityCents } = adjudicationOf(payment);
    const { payerClaimControlNumber } = payment;
    facts.push(
      factFromFile(
        { fileSha256, ...payment.place },
        { kind: 'claim', id: claimId },
        {
          kind: 'claim.adjudicated',
          remittanceId,
          claimPaymentOrdinal: payment.ordinal,
          ...(remittance.payment.date === undefined ? {} : { paymentDate: remittance.payment.date }),
          statusCode: payment.statusCode,
          result,
          chargeCents: payment.chargeCents,
          paidCents: payment.paidCents,
          patientResponsibilityCents,
          ...(payerClaimControlNumber === undefined ? {} : { payerClaimControlNumber }),
        },
      ),
    );
  }
  return facts;
}
