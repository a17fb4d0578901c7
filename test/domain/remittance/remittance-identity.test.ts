import { expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import type { Remittance } from '../../../src/domain/remittance/remittance.ts';
import { remittanceIdentity } from '../../../src/domain/remittance/remittance-identity.ts';
import { day } from '../support/claims.ts';
import { claimPayment, remittance } from '../support/remittances.ts';

const one = remittance([claimPayment({ paidCents: 100 })]);

test('a remittance keeps its identity in another envelope and with the claims told otherwise', () => {
  const place = { ...one.place, interchangeControlNumber: '000000999', setControlNumber: '0009' };
  const claims = [claimPayment({ paidCents: 60 }), claimPayment({ ordinal: 2, paidCents: 40 })];
  expect(remittanceIdentity({ ...remittance(claims), place })).toBe(remittanceIdentity(one));
});

test.each<[string, Partial<Remittance>]>([
  ['trace number', { payment: { ...one.payment, traceNumber: 'TRACE2' } }],
  ['payer', { payment: { ...one.payment, originatorId: '1900000098' } }],
  ['date', { payment: { ...one.payment, date: day('2026-07-21') } }],
  ['amount', { payment: { ...one.payment, amountCents: cents(101) } }],
  ['payee', { payee: { ...one.payee, npi: '1234567893' } }],
])('another %s is another remittance', (_, change) => {
  expect(remittanceIdentity({ ...one, ...change })).not.toBe(remittanceIdentity(one));
});
