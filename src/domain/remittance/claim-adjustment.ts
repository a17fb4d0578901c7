import type { Cents } from '../../base/money.ts';
import type { AmountPlace } from '../exchange/source.ts';

/** One reason, one amount (one triple of a CAS segment). A positive amount lowers the payment. */
export interface ClaimAdjustment {
  /** CO contractual, PR patient, OA other, PI payer initiated; CR is read and flagged. */
  readonly groupCode: string;
  /** Claim adjustment reason code (CARC). */
  readonly reasonCode: string;
  readonly amountCents: Cents;
  readonly quantity?: string;
  /** Where its amount was read; absent where the remittance was not read from a file. */
  readonly place?: AmountPlace;
}
