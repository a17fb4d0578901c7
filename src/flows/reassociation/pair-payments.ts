import { utcDayOf } from '../../base/time.ts';
import type { BankPaymentOnFile } from '../../domain/reassociation/bank-payment.ts';
import type { EftTerms } from '../../domain/reassociation/eft-terms.ts';
import { type Reassociation, reassociate } from '../../domain/reassociation/reassociate.ts';
import {
  paymentItemId,
  reassociationWork,
  remittanceItemId,
} from '../../domain/reassociation/reassociation-work.ts';
import type { Clock } from '../../ports/clock.ts';
import type { StoreTransaction } from '../../ports/store.ts';

/** Whose payments the bank's files tell, and what day it is. */
export interface PairingTerms {
  readonly clock: Clock;
  /** Absent where no bank reports. */
  readonly eft?: EftTerms | undefined;
}

/** What is to be looked at. */
export interface PairingScope {
  readonly traceNumbers: readonly string[];
  /** Payments that the bank passed no trace number on of. */
  readonly untraced?: readonly BankPaymentOnFile[];
}

/**
 * Brings the work items about payments at the bank in line with what is on file under these trace numbers. A bank's
 * file, a remittance and the end of a term all end here, so that it does not matter which was first. Whoever has just put
 * something on file has taken the turn: what another transaction puts on file at the same time is then seen by one of
 * the two.
 */
export async function pairPayments(
  transaction: StoreTransaction,
  { traceNumbers, untraced = [] }: PairingScope,
  { clock, eft }: PairingTerms,
): Promise<void> {
  const found = await onFile(transaction, traceNumbers, untraced);
  const items = reassociationWork(found, { today: utcDayOf(clock.now()), terms: eft });
  const remittances = [...found.remittances, ...found.pairs.map(({ remittance }) => remittance)];
  const payments = [...found.payments, ...found.pairs.map(({ payment }) => payment)];
  await transaction.workItems.keep(
    {
      kinds: ['reassociation'],
      ids: [
        ...remittances.map(({ remittanceId }) => remittanceItemId(remittanceId)),
        ...payments.map(paymentItemId),
      ],
    },
    items,
  );
}

/** What is on file under these trace numbers, paired. */
export async function onFile(
  { reassociation }: Pick<StoreTransaction, 'reassociation'>,
  traceNumbers: readonly string[],
  untraced: readonly BankPaymentOnFile[] = [],
): Promise<Reassociation> {
  const payments = await reassociation.paymentsByTraceNumbers(traceNumbers);
  const remittances = await reassociation.remittancesByTraceNumbers(traceNumbers);
  return reassociate(remittances, [...payments, ...untraced]);
}
