import { lastWords, paymentOf } from '../../domain/claim/fold-adjudication.ts';
import type { FoldedFact } from '../../domain/claim/folded-fact.ts';
import type { PaymentOnFile } from '../../domain/posting/payment-on-file.ts';
import { adjudicationOf } from '../../domain/remittance/adjudication.ts';
import type { Fact } from '../../ports/claim-store.ts';
import { factFromFile, gatewayFact } from '../fact-id.ts';

/** A claim payment and whether it stands in a claim's books. */
export interface StandingPayment {
  readonly claimId: string;
  readonly onFile: PaymentOnFile;
  readonly stands: boolean;
}

/**
 * The facts that bring what is said of claims to how their payments stand: a claim payment that is held, or another
 * claim's, decides nothing of a claim. None where the last word says so already, and none for a payment that never stood.
 *
 * @param said what was said of these claims before, by id
 * @param fileOf the SHA-256 of the file in which a remittance was read
 */
export function adjudicationFacts(
  payments: readonly StandingPayment[],
  said: ReadonlyMap<string, readonly FoldedFact[]>,
  fileOf: (remittanceId: string) => string,
): Fact[] {
  const words = new Map([...said].map(([claimId, facts]) => [claimId, lastWords(facts)]));
  return payments.flatMap(({ claimId, onFile, stands }) => {
    const { remittanceId, ordinal: claimPaymentOrdinal } = onFile;
    const last = words.get(claimId)?.get(paymentOf({ remittanceId, claimPaymentOrdinal }));
    if ((last?.stands ?? false) === stands) return [];
    const number = (last?.number ?? 0) + 1;
    return stands
      ? [adjudicatedFact(claimId, onFile, { number, fileSha256: fileOf(remittanceId) })]
      : [withdrawnFact(claimId, onFile, number)];
  });
}

function adjudicatedFact(
  claimId: string,
  { remittanceId, ordinal, effectiveDate, payment }: PaymentOnFile,
  { number, fileSha256 }: { readonly number: number; readonly fileSha256: string },
): Fact {
  const { result, patientResponsibilityCents } = adjudicationOf(payment);
  const { payerClaimControlNumber } = payment;
  const isFirst = number === 1;
  return factFromFile(
    { fileSha256, ...payment.place },
    { kind: 'claim', id: claimId },
    {
      kind: 'claim.adjudicated',
      remittanceId,
      claimPaymentOrdinal: ordinal,
      ...(isFirst ? {} : { number }),
      paymentDate: effectiveDate,
      statusCode: payment.statusCode,
      result,
      chargeCents: payment.chargeCents,
      paidCents: payment.paidCents,
      patientResponsibilityCents,
      ...(payerClaimControlNumber === undefined ? {} : { payerClaimControlNumber }),
    },
    isFirst ? '' : String(number),
  );
}

function withdrawnFact(claimId: string, { remittanceId, ordinal }: PaymentOnFile, number: number): Fact {
  return gatewayFact(
    claimId,
    { kind: 'claim.adjudication-withdrawn', remittanceId, claimPaymentOrdinal: ordinal, number },
    `${remittanceId}:${ordinal}:${number}`,
  );
}
