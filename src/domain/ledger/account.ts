/**
 * The chart of accounts. Debits are positive, credits negative; a journal entry sums to zero.
 * What a payer owes is `insurance-receivable`; a payment moves it to `payer-payments-in-transit`,
 * where it waits for the bank.
 */
export const ACCOUNTS = [
  'insurance-receivable',
  'patient-receivable:deductible',
  'patient-receivable:coinsurance',
  'patient-receivable:copay',
  'patient-receivable:other',
  'contractual-adjustments',
  'denied-open',
  'adjustments-in-review',
  'payer-payments-in-transit',
  'provider-level-adjustments',
  'unapplied-payments',
  'charges',
] as const;

export type Account = (typeof ACCOUNTS)[number];
