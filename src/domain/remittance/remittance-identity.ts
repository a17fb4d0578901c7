import type { RemittanceParticulars } from './remittance.ts';

/**
 * What makes a remittance this one and no other: payer (TRN03), trace number (TRN02), date, amount and payee. The
 * envelope's control numbers are no part of it: the same remittance under a new envelope is the same remittance. A payer
 * may use a trace number twice against the rule (interpretation 1874), so whoever compares, compares content as well.
 */
export function remittanceIdentity(remittance: RemittanceParticulars): string {
  const { payment, payer, payee } = remittance;
  return JSON.stringify([
    payment.originatorId || payer.identifier || payer.name,
    payment.traceNumber,
    payment.date ?? '',
    payment.amountCents,
    payee.npi ?? payee.taxId ?? payee.name,
  ]);
}
