import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cents, cents } from '../../../src/base/money.ts';
import { proveBalance } from '../../../src/domain/remittance/balance.ts';
import {
  adjustment,
  arbitraryRemittance,
  claimPayment,
  providerAdjustment,
  remittance,
  servicePayment,
} from '../support/remittances.ts';

function offByOne(amount: number): Cents {
  return cents(amount + 1);
}

describe('the proof of a remittance', () => {
  test('holds when each level does', () => {
    fc.assert(
      fc.property(arbitraryRemittance, (balanced) => {
        expect(proveBalance(balanced)).toMatchObject({ isBalanced: true, failures: [] });
      }),
    );
  });

  test('fails when any amount is one cent off', () => {
    const service = servicePayment(6400, [adjustment('CO-45', 2000), adjustment('PR-2', 1600)]);
    const sound = remittance([claimPayment({ services: [service] })], [providerAdjustment('WO', 1400)]);
    const claim = sound.claims[0] as (typeof sound.claims)[0];
    const variants = [
      { ...sound, payment: { ...sound.payment, amountCents: offByOne(sound.payment.amountCents) } },
      { ...sound, providerAdjustments: [providerAdjustment('WO', 1401)] },
      { ...sound, claims: [{ ...claim, paidCents: offByOne(claim.paidCents) }] },
      { ...sound, claims: [{ ...claim, chargeCents: offByOne(claim.chargeCents) }] },
      { ...sound, claims: [{ ...claim, adjustments: [adjustment('CO-45', 1)] }] },
      {
        ...sound,
        claims: [{ ...claim, services: [{ ...service, paidCents: offByOne(service.paidCents) }] }],
      },
    ];
    for (const variant of variants) expect(proveBalance(variant).isBalanced).toBe(false);
  });

  test('says what was expected, what was reported, and where', () => {
    const claims = [
      claimPayment({ ordinal: 1, paidCents: 100 }),
      { ...claimPayment({ ordinal: 2, services: [servicePayment(500, [])] }), paidCents: cents(450) },
    ];
    const proof = proveBalance({
      ...remittance(claims),
      payment: { ...remittance(claims).payment, amountCents: cents(600) },
    });
    expect(proof).toEqual({
      isBalanced: false,
      checkedCount: { services: 1, claims: 2, transactions: 1 },
      failures: [
        { level: 'claim', claimPaymentOrdinal: 2, expectedCents: 500, reportedCents: 450 },
        { level: 'transaction', expectedCents: 550, reportedCents: 600 },
      ],
      differenceCents: { service: 0, claim: 50, transaction: 50 },
      claimPaidCents: 550,
      providerAdjustmentCents: 0,
      paymentCents: 600,
    });
  });

  test('of tens of thousands of wrong claims keeps the first, and by how much all are wrong', () => {
    const claims = Array.from({ length: 20_000 }, (_, index) => ({
      ...claimPayment({ ordinal: index + 1, paidCents: 100 }),
      chargeCents: cents(index % 2 === 0 ? 101 : 99),
    }));
    const proof = proveBalance({
      ...remittance(claims),
      payment: { ...remittance(claims).payment, amountCents: cents(1) },
    });
    expect(proof.failures).toHaveLength(10_001);
    expect(proof.failures.at(-1)?.level).toBe('transaction');
    expect(proof.differenceCents).toEqual({ service: 0, claim: 20_000, transaction: 1_999_999 });
  });

  test('counts line adjustments in the balance of the claim, and a positive PLB against the payment', () => {
    const payment = claimPayment({
      services: [servicePayment(8000, [adjustment('CO-45', 2000)])],
      adjustments: [adjustment('CO-253', 160)],
    });
    const proof = proveBalance(remittance([payment], [providerAdjustment('WO', 840)]));
    expect(payment).toMatchObject({ chargeCents: 10_000, paidCents: 7840 });
    expect(proof).toMatchObject({ isBalanced: true, paymentCents: 7000 });
  });
});
