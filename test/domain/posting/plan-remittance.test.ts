import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import { reversalNumbers } from '../../../src/domain/posting/open-item.ts';
import type { ClaimOnFile } from '../../../src/domain/posting/plan-claim.ts';
import type { MatchDecision } from '../../../src/domain/posting/plan-payments.ts';
import type { Remittance } from '../../../src/domain/remittance/remittance.ts';
import { day } from '../support/claims.ts';
import {
  adjustment,
  arbitraryRemittance,
  claimPayment,
  providerAdjustment,
  remittance,
  reversalOf,
  servicePayment,
} from '../support/remittances.ts';
import { balances, isKnownReason, sums, terms } from './support/books.ts';
import {
  onFileOf,
  planRemittance,
  type RemittancePlan,
  type RemittanceToPlan,
} from './support/plan-remittance.ts';

interface Given {
  readonly remittanceId?: string;
  readonly date?: string;
  readonly decisions?: ReadonlyMap<number, MatchDecision>;
  readonly claims?: readonly ClaimOnFile[];
  readonly openItems?: RemittanceToPlan['openItems'];
}

/** Everything is matched to claim CLAIM1, unless decisions say otherwise. */
function planned(posted: Remittance, given: Given = {}): RemittancePlan {
  const claims = given.claims ?? [{ terms: terms(), payments: [], posted: [] }];
  return planRemittance({
    remittanceId: given.remittanceId ?? 'R1',
    remittance: posted,
    effectiveDate: day(given.date ?? '2026-07-20'),
    decisions:
      given.decisions ?? new Map(posted.claims.map(({ ordinal }) => [ordinal, { claimId: 'CLAIM1' }])),
    claims: new Map(claims.map((claim) => [claim.terms.claimId, claim])),
    openItems: given.openItems ?? [],
    isKnownReason,
  });
}

const decision = fc.constantFrom<MatchDecision>(
  { claimId: 'CLAIM1' },
  { claimId: 'CLAIM2' },
  { code: 'no-claim' },
  { code: 'ambiguous-claim' },
);

test('any remittance, matched to whatever claims, keeps the trial balance at zero and brings BPR02 in transit', () => {
  const arbitrary = fc.record({
    first: arbitraryRemittance,
    second: arbitraryRemittance,
    decisions: fc.array(decision, { minLength: 8, maxLength: 8 }),
    chargeCents: fc.constantFrom(1_000_000, 100_000_000),
  });
  fc.assert(
    fc.property(arbitrary, ({ first, second, decisions, chargeCents }) => {
      const byOrdinal = new Map(decisions.map((one, index) => [index + 1, one]));
      const claims = ['CLAIM1', 'CLAIM2'].map((claimId) => ({
        terms: terms({ claimId, chargeCents: cents(chargeCents) }),
        payments: [],
        posted: [],
      }));
      const one = planned(first, { decisions: byOrdinal, claims });
      const onFile = onFileOf({
        remittanceId: 'R1',
        remittance: first,
        effectiveDate: day('2026-07-20'),
      });
      const later = claims.map((claim) => ({
        ...claim,
        payments: onFile.filter((payment) => {
          const assigned = byOrdinal.get(payment.ordinal);
          return assigned !== undefined && 'claimId' in assigned && assigned.claimId === claim.terms.claimId;
        }),
        posted: one.entries,
      }));
      const two = planned(second, { remittanceId: 'R2', decisions: byOrdinal, claims: later });
      const entries = [...one.entries, ...two.entries];
      const all = sums(entries.flatMap((entry) => entry.postings));
      expect(Object.values(all).reduce((total, sum) => total + sum, 0)).toBe(0);
      const cash = balances(entries);
      expect(cash['R1 payer-payments-in-transit'] ?? 0).toBe(first.payment.amountCents);
      expect(cash['R2 payer-payments-in-transit'] ?? 0).toBe(second.payment.amountCents);
      expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
      const items = two.workItems.map((item) => item.id);
      expect(new Set(items).size).toBe(items.length);
    }),
    { numRuns: 200 },
  );
});

describe('a remittance', () => {
  test('posts matched, unmatched and provider-level money, each where it belongs', () => {
    const claims = [
      claimPayment({ services: [servicePayment(8000, [adjustment('CO-45', 2000)])] }),
      claimPayment({ ordinal: 2, paidCents: 500 }),
    ];
    const adjustments = [
      { ...providerAdjustment('WO', 700), reference: 'CGP9' },
      providerAdjustment('L6', -50),
      providerAdjustment('E3', 30),
      providerAdjustment('CS', 20),
    ];
    const { entries, workItems } = planned(remittance(claims, adjustments), {
      decisions: new Map([[1, { claimId: 'CLAIM1' }]]),
    });
    expect(entries.map((entry) => [entry.id, entry.kind])).toEqual([
      ['claim-payment:R1:1', 'claim-payment'],
      ['unapplied:R1:2', 'unapplied-payment'],
      ['provider-adjustment:R1:1', 'provider-adjustment'],
      ['provider-adjustment:R1:2', 'provider-adjustment'],
      ['provider-adjustment:R1:3', 'provider-adjustment'],
      ['provider-adjustment:R1:4', 'provider-adjustment'],
    ]);
    expect(sums(entries.flatMap((entry) => entry.postings))).toEqual({
      'payer-payments-in-transit': 7800,
      'contractual-adjustments': 2000,
      'insurance-receivable:primary': -10_000,
      'unapplied-payments': -500,
      'payer-recoupment': 700,
      interest: -50,
      withholds: 30,
      'provider-level-adjustments': 20,
    });
    expect(workItems.map(({ id, codes, amountCents }) => [id, codes, amountCents])).toEqual([
      ['unmatched-claim-payment:R1:2', ['no-claim'], 500],
      ['provider-adjustment:R1:4', ['plb-review', 'CS'], 20],
      ['provider-adjustment:R1:1', ['plb-unlinked', 'WO'], 700],
    ]);
  });

  test('that pays nothing, because a balance is carried forward, brings nothing in transit', () => {
    const original = claimPayment({ services: [servicePayment(8000, [adjustment('CO-45', 2000)])] });
    const onFile = onFileOf({
      remittanceId: 'R0',
      remittance: remittance([original]),
      effectiveDate: day('2026-07-13'),
    });
    const forwarded = { ...providerAdjustment('FB', -8000), reference: 'TRACE1' };
    const zero = remittance([reversalOf(original, 1)], [forwarded]);
    const claims = [{ terms: terms(), payments: onFile, posted: [] }];
    const { entries, workItems } = planned(zero, { claims });
    expect(zero.payment.amountCents).toBe(0);
    expect(balances(entries.filter((entry) => entry.remittanceId === 'R1'))).toEqual({
      ' payer-recoupment': -8000,
      'CLAIM1 contractual-adjustments': -2000,
      'CLAIM1 insurance-receivable:primary': 10_000,
    });
    expect(workItems).toEqual([]);
  });

  test('with the reversal of a claim explains the recovery that bears its number', () => {
    const reversal = { ...reversalOf(claimPayment({ paidCents: 500 }), 1), payerClaimControlNumber: 'CGP1' };
    expect(reversalNumbers(reversal)).toContain('CGP1');
    const plan = planned(
      remittance(
        [reversal, claimPayment({ ordinal: 2, paidCents: 2000 })],
        [{ ...providerAdjustment('WO', 700), reference: 'CGP1' }],
      ),
    );
    expect(plan.workItems.filter((item) => item.kind === 'provider-adjustment')).toEqual([]);
  });

  test('posts again what an earlier remittance posted, where the two together say something else', () => {
    const second = claimPayment({ services: [servicePayment(9000, [adjustment('CO-45', 1000)])] });
    const late = planned(remittance([second]), { remittanceId: 'R2', date: '2026-07-27' });
    const claims = [
      {
        terms: terms(),
        payments: onFileOf({
          remittanceId: 'R2',
          remittance: remittance([second]),
          effectiveDate: day('2026-07-27'),
        }),
        posted: late.entries,
      },
    ];
    // The first decision comes behind the second one: the second must wait for a reversal.
    const first = claimPayment({ services: [servicePayment(8000, [adjustment('CO-45', 2000)])] });
    const { entries } = planned(remittance([first]), { claims });
    expect(entries).toMatchObject([
      { id: 'claim-payment:R1:1' },
      {
        id: 'reposting:R2:1:1',
        kind: 'reposting',
        effectiveDate: '2026-07-27',
        claimId: 'CLAIM1',
        postings: [
          { account: 'contractual-adjustments', amountCents: -1000 },
          { account: 'insurance-receivable:primary', amountCents: 10_000 },
          { account: 'unapplied-payments', amountCents: -9000 },
        ],
      },
    ]);
  });
});

describe('interest', () => {
  const of = (toldCents: number | undefined, paidCents: number[]): unknown[] => {
    const payment = claimPayment({ paidCents: 10_000 });
    const claim = toldCents === undefined ? payment : { ...payment, interestCents: cents(toldCents) };
    const plan = planned(
      remittance(
        [claim],
        paidCents.map((amount) => providerAdjustment('L6', 0 - amount)),
      ),
    );
    return plan.workItems.map(({ id, codes, amountCents }) => [id, codes, amountCents]);
  };

  test('that is paid as the claims tell it is no exception', () => {
    expect(of(150, [100, 50])).toEqual([]);
    expect(of(undefined, [100])).toEqual([]);
  });

  test('that is not is told with its PLB, or with the remittance where there is none', () => {
    expect(of(150, [100])).toEqual([['provider-adjustment:R1:1', ['interest-mismatch', 'L6'], 50]]);
    expect(of(150, [])).toEqual([['provider-adjustment:R1:0', ['interest-mismatch', 'L6'], 150]]);
  });
});
