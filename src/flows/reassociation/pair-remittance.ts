import type { StoreTransaction } from '../../ports/store.ts';
import { type PairingTerms, pairPayments } from './pair-payments.ts';

/** A remittance has been put on file, by who has the turn: what the bank said of its payment before is compared with it. */
export async function pairRemittance(
  transaction: StoreTransaction,
  traceNumber: string,
  terms: PairingTerms,
): Promise<void> {
  const payments = await transaction.reassociation.paymentsByTraceNumbers([traceNumber]);
  // Where the bank has said nothing yet, only its term is waited for.
  if (payments.length > 0) await pairPayments(transaction, { traceNumbers: [traceNumber] }, terms);
}
