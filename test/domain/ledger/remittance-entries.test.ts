import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Account } from '../../../src/domain/ledger/account.ts';
import type { JournalEntry } from '../../../src/domain/ledger/journal-entry.ts';
import { planRemittanceEntries, type RemittancePlan } from '../../../src/domain/ledger/remittance-entries.ts';
import type { ClaimPayment, Remittance } from '../../../src/domain/remittance/remittance.ts';
import { day } from '../support/claims.ts';
import {
  adjustment,
  arbitraryClaimPayment,
  arbitraryRemittance,
  claimPayment,
  providerAdjustment,
  remittance,
  reversalOf,
  servicePayment,
} from '../support/remittances.ts';

function plan(posted: Remittance, isOurs: (ordinal: number) => boolean = () => true): RemittancePlan {
  const ours = posted.claims.filter((claim) => isOurs(claim.ordinal));
  return planRemittanceEntries({
    remittance: posted,
    remittanceId: 'R1',
    claimIdByOrdinal: new Map(ours.map((claim) => [claim.ordinal, `CLAIM${claim.ordinal}`])),
    rankByClaimId: new Map(ours.map((claim) => [`CLAIM${claim.ordinal}`, 'P'])),
    refusalByOrdinal: new Map(),
    effectiveDate: day('2026-07-20'),
  });
}

/** Sum of each account that has postings. */
function balances(entries: readonly JournalEntry[]): Partial<Record<Account, number>> {
  const sums: Partial<Record<Account, number>> = {};
  for (const { account, amountCents } of entries.flatMap((entry) => entry.postings)) {
    sums[account] = (sums[account] ?? 0) + amountCents;
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}

function postedBy(payment: ClaimPayment): Partial<Record<Account, number>> {
  return balances(plan(remittance([payment])).entries);
}

describe('any remittance that balances', () => {
  test('leaves the trial balance at zero and brings exactly BPR02 in transit, whatever is matched', () => {
    fc.assert(
      fc.property(arbitraryRemittance, fc.func(fc.boolean()), (balanced, isOurs) => {
        const sums = balances(plan(balanced, isOurs).entries);
        expect(Object.values(sums).reduce((total, sum) => total + sum, 0)).toBe(0);
        expect(sums['payer-payments-in-transit'] ?? 0).toBe(balanced.payment.amountCents);
      }),
    );
  });

  test('posts each entry under an id of its own, the same every time', () => {
    fc.assert(
      fc.property(arbitraryRemittance, (balanced) => {
        const { entries } = plan(balanced);
        expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
        expect(plan(balanced).entries).toEqual(entries);
      }),
    );
  });

  test('and its reversal cancel each other in every account', () => {
    fc.assert(
      fc.property(arbitraryClaimPayment, (original) => {
        fc.pre(original.statusCode !== '23' && original.statusCode !== '25');
        const { entries } = plan(remittance([original, reversalOf(original, 2)]));
        expect(balances(entries)).toEqual({});
      }),
    );
  });
});

describe('a claim payment', () => {
  test('moves the charge to where the payer said', () => {
    const payment = claimPayment({
      services: [
        servicePayment(6400, [adjustment('CO-45', 2000), adjustment('PR-2', 1600)]),
        servicePayment(0, [adjustment('CO-50', 3000)]),
        servicePayment(0, [adjustment('PR-1', 400), adjustment('PR-3', 300), adjustment('PR-96', 200)]),
        servicePayment(0, [adjustment('OA-94', 50)]),
      ],
    });
    expect(postedBy(payment)).toEqual({
      'payer-payments-in-transit': 6400,
      'contractual-adjustments': 2000,
      'patient-receivable:coinsurance': 1600,
      'patient-receivable:deductible': 400,
      'patient-receivable:copay': 300,
      'patient-receivable:other': 200,
      'denied-open': 3000,
      'adjustments-in-review': 50,
      'insurance-receivable:primary': -13_950,
    });
  });

  test('of a second payer does not count what the first has paid', () => {
    const first = claimPayment({
      services: [servicePayment(6400, [adjustment('CO-45', 2000), adjustment('PR-2', 1600)])],
    });
    const second = claimPayment({
      statusCode: '2',
      services: [servicePayment(1600, [adjustment('OA-23', 8400)])],
    });
    expect(first.chargeCents).toBe(second.chargeCents);
    expect(postedBy(second)).toEqual({
      'payer-payments-in-transit': 1600,
      'insurance-receivable:primary': -1600,
    });
    expect(plan(remittance([second])).workItems).toMatchObject([
      { kind: 'adjustment-review', codes: ['OA-23'], amountCents: 8400 },
    ]);
  });

  test('that is a duplicate moves nothing and is a denial to look at', () => {
    const { entries, workItems } = plan(
      remittance([claimPayment({ services: [servicePayment(0, [adjustment('OA-18', 10_000)])] })]),
    );
    expect(entries).toEqual([]);
    expect(workItems).toMatchObject([{ kind: 'denial', codes: ['OA-18'], amountCents: 10_000 }]);
  });

  test.each(['23', '25'])('of status %s without money posts nothing', (statusCode) => {
    const payment = claimPayment({
      statusCode,
      services: [servicePayment(0, [adjustment('OA-101', 10_000)])],
    });
    expect(plan(remittance([payment]))).toEqual({ entries: [], workItems: [] });
  });

  test('of an estimate that brings money is unapplied, so that the payment still adds up', () => {
    const { entries, workItems } = plan(remittance([claimPayment({ statusCode: '25', paidCents: 500 })]));
    expect(balances(entries)).toEqual({ 'payer-payments-in-transit': 500, 'unapplied-payments': -500 });
    expect(workItems).toMatchObject([{ kind: 'unmatched-claim-payment' }]);
  });

  test('of no claim of ours is unapplied', () => {
    const { entries, workItems } = plan(remittance([claimPayment({ paidCents: 500 })]), () => false);
    expect(entries).toMatchObject([{ id: 'unapplied:R1:1', kind: 'unapplied-payment' }]);
    expect(workItems).toEqual([
      { kind: 'unmatched-claim-payment', claimOrdinal: 1, codes: ['no-claim'], amountCents: 500 },
    ]);
  });
});

describe('work to do', () => {
  test('is one denial and one review a claim, with every code once', () => {
    const services = [
      servicePayment(0, [adjustment('CO-50', 100), adjustment('PI-45', 10)]),
      servicePayment(0, [adjustment('CO-50', 200), adjustment('CO-16', 300)]),
    ];
    expect(plan(remittance([claimPayment({ services })])).workItems).toEqual([
      { kind: 'denial', claimOrdinal: 1, claimId: 'CLAIM1', codes: ['CO-50', 'CO-16'], amountCents: 600 },
      { kind: 'adjustment-review', claimOrdinal: 1, claimId: 'CLAIM1', codes: ['PI-45'], amountCents: 10 },
    ]);
  });

  test('is none for a reversal', () => {
    const denied = claimPayment({ services: [servicePayment(0, [adjustment('CO-50', 100)])] });
    expect(plan(remittance([reversalOf(denied, 1)])).workItems).toEqual([]);
  });
});

test('a provider-level adjustment lowers the payment when it is positive', () => {
  const claims = [claimPayment({ paidCents: 10_000 })];
  const { entries } = plan(
    remittance(claims, [providerAdjustment('WO', 700), providerAdjustment('L6', -50)]),
  );
  expect(entries.map((entry) => entry.id)).toEqual([
    'claim-payment:R1:1',
    'provider-adjustment:R1:1',
    'provider-adjustment:R1:2',
  ]);
  expect(balances(entries)).toMatchObject({
    'payer-payments-in-transit': 9350,
    'payer-recoupment': 700,
    interest: -50,
  });
});
