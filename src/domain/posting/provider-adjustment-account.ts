import type { Account } from '../ledger/account.ts';

/**
 * Provider-level adjustments (PLB) that run over several remittances: money to be taken back and what explains it (WO,
 * 72, B2), a balance carried to a later remittance (FB), advances (PI, AP, IP).
 */
export type OpenItemFamily = 'recovery' | 'forwarded' | 'advance';

const FAMILY_OF: ReadonlyMap<string, OpenItemFamily> = new Map([
  ['WO', 'recovery'],
  ['72', 'recovery'],
  ['B2', 'recovery'],
  ['FB', 'forwarded'],
  ['PI', 'advance'],
  ['AP', 'advance'],
  ['IP', 'advance'],
]);

/** L6 interest; E3 a withhold, IR tax, LE a levy. */
const ACCOUNT_OF: ReadonlyMap<string, Account> = new Map([
  ['L6', 'interest'],
  ['E3', 'withholds'],
  ['IR', 'withholds'],
  ['LE', 'withholds'],
]);

/** The family of a reason code (PLB03-1); undefined for those that stand for themselves. */
export function openItemFamily(reasonCode: string): OpenItemFamily | undefined {
  return FAMILY_OF.get(reasonCode);
}

/** Where a provider-level adjustment is booked. */
export function providerAdjustmentAccount(reasonCode: string): Account {
  if (FAMILY_OF.has(reasonCode)) return 'payer-recoupment';
  return ACCOUNT_OF.get(reasonCode) ?? 'provider-level-adjustments';
}
