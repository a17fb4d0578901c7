import { expect, test } from 'vitest';
import { providerAdjustmentAccount } from '../../../src/domain/ledger/provider-adjustment-account.ts';

test.each([
  ['WO', { account: 'payer-recoupment', family: 'recovery' }],
  ['72', { account: 'payer-recoupment', family: 'recovery' }],
  ['B2', { account: 'payer-recoupment', family: 'recovery' }],
  ['FB', { account: 'payer-recoupment', family: 'forwarded' }],
  ['PI', { account: 'payer-recoupment', family: 'advance' }],
  ['AP', { account: 'payer-recoupment', family: 'advance' }],
  ['IP', { account: 'payer-recoupment', family: 'advance' }],
  ['L6', { account: 'interest' }],
  ['E3', { account: 'withholds' }],
  ['IR', { account: 'withholds' }],
  ['LE', { account: 'withholds' }],
  ['CS', { account: 'provider-level-adjustments' }],
  ['constructor', { account: 'provider-level-adjustments' }],
])('%s goes where its kind of money stands', (reasonCode, expected) => {
  expect(providerAdjustmentAccount(reasonCode)).toEqual(expected);
});
