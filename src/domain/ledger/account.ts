/**
 * The chart of accounts. Debits are positive, credits negative; a journal entry sums to zero.
 * What a payer owes is the `insurance-receivable` of its rank; a payment moves it to `payer-payments-in-transit`,
 * where it waits for the bank.
 */
export const ACCOUNTS = [
  'insurance-receivable:primary',
  'insurance-receivable:secondary',
  'insurance-receivable:tertiary',
  'patient-receivable:deductible',
  'patient-receivable:coinsurance',
  'patient-receivable:copay',
  'patient-receivable:other',
  'contractual-adjustments',
  /** Refused by the payer and still fought for. */
  'denied-open',
  'adjustments-in-review',
  /** The part of a charge that payers before the claim's own had settled when the claim was sent. */
  'prior-payer-decisions',
  /** Of each remittance exactly its payment (BPR02). */
  'payer-payments-in-transit',
  /** Open items with the payer: overpayments to recover, balances carried forward, advances. */
  'payer-recoupment',
  'interest',
  'withholds',
  'provider-level-adjustments',
  'unapplied-payments',
  /** Only ever by a person's decision. */
  'write-offs',
  'charges',
] as const;

export type Account = (typeof ACCOUNTS)[number];
