import type { Account } from './account.ts';

/**
 * What belongs together as one open item with a payer, beside the reference: overpayments to be recovered and what
 * settles them, balances carried from one remittance to the next, and payments in advance.
 */
export type OpenItemFamily = 'recovery' | 'forwarded' | 'advance';

export interface ProviderAdjustmentAccount {
  readonly account: Account;
  /** Absent: settled where it stands, with no balance to keep. */
  readonly family?: OpenItemFamily;
}

const RECOVERY = { account: 'payer-recoupment', family: 'recovery' } as const;
const ADVANCE = { account: 'payer-recoupment', family: 'advance' } as const;
const WITHHELD = { account: 'withholds' } as const;

const BY_REASON: ReadonlyMap<string, ProviderAdjustmentAccount> = new Map<string, ProviderAdjustmentAccount>([
  // WO recovers an overpayment, 72 acknowledges a refund of ours, B2 gives one back: all three name the claim.
  ['WO', RECOVERY],
  ['72', RECOVERY],
  ['B2', RECOVERY],
  // A payment cannot be negative, so what is left of it is carried on (interpretations 2051, 2660).
  ['FB', { account: 'payer-recoupment', family: 'forwarded' }],
  // Paid before claims were decided, and taken back as they are (interpretation 427).
  ['PI', ADVANCE],
  ['AP', ADVANCE],
  ['IP', ADVANCE],
  ['L6', { account: 'interest' }],
  // Withheld for a later settlement; kept back for a tax office or another creditor.
  ['E3', WITHHELD],
  ['IR', WITHHELD],
  ['LE', WITHHELD],
]);

const OTHER: ProviderAdjustmentAccount = { account: 'provider-level-adjustments' };

/** Where a provider-level adjustment goes, by its reason code (PLB03-1); any code that is not known is for review. */
export function providerAdjustmentAccount(reasonCode: string): ProviderAdjustmentAccount {
  return BY_REASON.get(reasonCode) ?? OTHER;
}
