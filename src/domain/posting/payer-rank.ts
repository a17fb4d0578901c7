import type { PayerRank } from '../claim/claim.ts';
import type { Account } from '../ledger/account.ts';

/** In the order in which payers decide. */
export const PAYER_RANKS: readonly PayerRank[] = ['P', 'S', 'T'];

/** Where stands what the payer of a rank owes. */
export const RECEIVABLE_OF: Readonly<Record<PayerRank, Account>> = {
  P: 'insurance-receivable:primary',
  S: 'insurance-receivable:secondary',
  T: 'insurance-receivable:tertiary',
};
