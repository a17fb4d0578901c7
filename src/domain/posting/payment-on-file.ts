import type { BusinessDate } from '../../base/time.ts';
import type { ClaimPayment } from '../remittance/remittance.ts';

/** A claim payment of a published remittance, as it is kept. */
export interface PaymentOnFile {
  readonly remittanceId: string;
  /** CLP ordinal. */
  readonly ordinal: number;
  /** Who paid, as `payerKeyOf` writes it. */
  readonly payerKey: string;
  readonly effectiveDate: BusinessDate;
  readonly payment: ClaimPayment;
}
