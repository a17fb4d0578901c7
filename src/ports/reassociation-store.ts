import type { BusinessDate } from '../base/time.ts';
import type { BankPaymentOnFile } from '../domain/reassociation/bank-payment.ts';
import type { RemittanceToPair } from '../domain/reassociation/reassociate.ts';

/** Health care EFTs of bank files, and the remittances that may be theirs. Which belongs to which is never stored. */
export interface ReassociationReader {
  /** By file and place in it. */
  paymentsByTraceNumbers(traceNumbers: readonly string[]): Promise<readonly BankPaymentOnFile[]>;
  /** The latest first. */
  payments(options: { limit: number }): Promise<readonly BankPaymentOnFile[]>;
  payment(fileSha256: string, ordinal: number): Promise<BankPaymentOnFile | undefined>;
  /** Published and held ones. */
  remittancesByTraceNumbers(traceNumbers: readonly string[]): Promise<readonly RemittanceToPair[]>;
  /**
   * Trace numbers under which a published remittance that is paid by EFT, or a payment, dated from `since` to `until`
   * has nothing on the other side, and no work item yet. Sorted by code point, behind `after`.
   */
  unpaired(options: {
    since: BusinessDate;
    until: BusinessDate;
    after?: string;
    limit: number;
  }): Promise<readonly string[]>;
}

export interface ReassociationWriter {
  insert(payments: readonly BankPaymentOnFile[]): Promise<void>;
}
