import type { BusinessDate } from '../../base/time.ts';
import type { Address } from '../../domain/party/party.ts';

/** What an 835 must say that a `Remittance`, which is what an 835 is read as, does not keep. */
export interface RemittanceDetails {
  /** DTM*405: when the remittance was made. */
  readonly productionDate: BusinessDate;
  readonly payerAddress: Address;
  /** Whom the payee asks about the file (PER*BL); telephone of ten digits. */
  readonly payerContact: { readonly name: string; readonly telephone: string };
  /** The accounts of an electronic transfer. The guide asks for them with ACH, BOP and FWT; payers often mask them. */
  readonly transfer?: { readonly payerAccount: BankAccount; readonly payeeAccount: BankAccount };
}

export interface BankAccount {
  /** ABA routing number, nine digits. */
  readonly routingNumber: string;
  readonly accountNumber: string;
}
