import type { BankPaymentOnFile } from '../../domain/reassociation/bank-payment.ts';
import { paymentItemId, remittanceItemId } from '../../domain/reassociation/reassociation-work.ts';
import type { StoreTransaction } from '../../ports/store.ts';
import type { StoredWorkItem } from '../../ports/work-item-store.ts';
import { onFile } from './pair-payments.ts';

/** A payment at the bank, the remittance that it pays, and what is open about the two. */
export interface BankPaymentStory {
  readonly payment: BankPaymentOnFile;
  /** The remittance's id; absent: none has come. */
  readonly remittanceId?: string;
  /** Codes of the open work item, the first says it. */
  readonly openCodes: readonly string[];
}

/** What the bank says of a remittance's payment. */
export interface RemittanceAtBank {
  readonly payment?: BankPaymentOnFile;
  readonly openCodes: readonly string[];
}

/** What the bank has of a remittance, and what is open about it. */
export async function tellRemittanceAtBank(
  transaction: StoreTransaction,
  { id, traceNumber }: { readonly id: string; readonly traceNumber: string },
): Promise<RemittanceAtBank> {
  const { pairs } = await onFile(transaction, [traceNumber]);
  const payment = pairs.find(({ remittance }) => remittance.remittanceId === id)?.payment;
  const [item] = await transaction.workItems.byIds([remittanceItemId(id)]);
  return { ...(payment === undefined ? {} : { payment }), openCodes: openCodesOf(item) };
}

/** Tells of each of these payments which remittance it pays. */
export async function tellBankPayments(
  transaction: StoreTransaction,
  payments: readonly BankPaymentOnFile[],
): Promise<readonly BankPaymentStory[]> {
  const traceNumbers = new Set(payments.flatMap(({ trace }) => trace?.traceNumber ?? []));
  const { pairs } = await onFile(transaction, [...traceNumbers]);
  const remittanceOf = new Map(
    pairs.map(({ payment, remittance }) => [paymentItemId(payment), remittance.remittanceId]),
  );
  const items = await transaction.workItems.byIds([
    ...payments.map(paymentItemId),
    ...[...remittanceOf.values()].map(remittanceItemId),
  ]);
  const itemById = new Map(items.map((item) => [item.id, item]));
  return payments.map((payment) => {
    const id = paymentItemId(payment);
    const remittanceId = remittanceOf.get(id);
    const item = itemById.get(remittanceId === undefined ? id : remittanceItemId(remittanceId));
    return {
      payment,
      ...(remittanceId === undefined ? {} : { remittanceId }),
      openCodes: openCodesOf(item),
    };
  });
}

/** The payment that a work item is about: one without its remittance, or that of a remittance. */
export async function paymentOfItem(
  transaction: StoreTransaction,
  item: StoredWorkItem,
): Promise<BankPaymentOnFile | undefined> {
  const { id, fileSha256, remittanceId } = item;
  if (remittanceId !== undefined) {
    const remittance = await transaction.remittances.get(remittanceId);
    return remittance === undefined
      ? undefined
      : (await tellRemittanceAtBank(transaction, remittance)).payment;
  }
  const ordinal = Number(id.slice(id.lastIndexOf(':') + 1));
  return fileSha256 === undefined ? undefined : await transaction.reassociation.payment(fileSha256, ordinal);
}

function openCodesOf(item: StoredWorkItem | undefined): readonly string[] {
  return item === undefined || item.closedAt !== undefined ? [] : item.codes;
}
