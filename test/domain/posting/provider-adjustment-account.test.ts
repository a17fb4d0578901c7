import { expect, test } from 'vitest';
import {
  openItemFamily,
  providerAdjustmentAccount,
} from '../../../src/domain/posting/provider-adjustment-account.ts';

test.each([
  ['WO', 'payer-recoupment', 'recovery'],
  ['72', 'payer-recoupment', 'recovery'],
  ['B2', 'payer-recoupment', 'recovery'],
  ['FB', 'payer-recoupment', 'forwarded'],
  ['PI', 'payer-recoupment', 'advance'],
  ['AP', 'payer-recoupment', 'advance'],
  ['IP', 'payer-recoupment', 'advance'],
  ['L6', 'interest', undefined],
  ['E3', 'withholds', undefined],
  ['IR', 'withholds', undefined],
  ['LE', 'withholds', undefined],
  ['CS', 'provider-level-adjustments', undefined],
  ['constructor', 'provider-level-adjustments', undefined],
])('%s goes where its kind of money stands', (reasonCode, account, family) => {
  expect(providerAdjustmentAccount(reasonCode)).toBe(account);
  expect(openItemFamily(reasonCode)).toBe(family);
});
