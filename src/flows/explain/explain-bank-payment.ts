import { type BankPaymentStory, tellBankPayments } from '../reassociation/tell-bank-payment.ts';
import type { ExplainDependencies } from './explain-entry.ts';

/** Payments at the bank under a trace number that no remittance has for its own: those are told with it. */
export async function explainBankPayments(
  { store }: Pick<ExplainDependencies, 'store'>,
  tenantId: string,
  traceNumber: string,
): Promise<readonly BankPaymentStory[]> {
  return await store.inTransaction(tenantId, async (transaction) => {
    const payments = await transaction.reassociation.paymentsByTraceNumbers([traceNumber]);
    const told = await tellBankPayments(transaction, payments);
    return told.filter(({ remittanceId }) => remittanceId === undefined);
  });
}
