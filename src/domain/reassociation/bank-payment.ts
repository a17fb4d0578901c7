import type { Cents } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';

/** A health care EFT as a bank's file has it: what a payer sent (credit), or took back (debit). */
export interface BankPayment {
  /** Counts the entries of its file from 1. */
  readonly ordinal: number;
  readonly direction: 'credit' | 'debit';
  readonly amountCents: Cents;
  /** Absent where the bank's date is none. */
  readonly effectiveDate?: BusinessDate;
  /** Who sent it, as the bank has it. */
  readonly companyName: string;
  /** The bank's own number of the entry. */
  readonly entryTrace: string;
  /** TRN of the addenda: what ties it to its remittance (CAQH CORE 370). Absent where the bank passed none on. */
  readonly trace?: ReassociationTrace;
  readonly place: BankPaymentPlace;
}

/** TRN02 and TRN03: the number of a payment, and who gave it. */
export interface ReassociationTrace {
  readonly traceNumber: string;
  readonly originatorId: string;
}

export interface BankPaymentPlace {
  /** Counts the records of the file from 1. */
  readonly recordNumber: number;
  readonly byteStart: number;
  readonly byteStop: number;
}

/** A bank payment and the file that it stands in. */
export interface BankPaymentOnFile extends BankPayment {
  readonly fileSha256: string;
}

/** Names a bank payment among all others. */
export function bankPaymentKey({
  fileSha256,
  ordinal,
}: Pick<BankPaymentOnFile, 'fileSha256' | 'ordinal'>): string {
  return `${fileSha256}:${ordinal}`;
}
