import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import type { JournalEntry } from '../../../src/domain/ledger/journal-entry.ts';
import { entriesToReach } from '../../../src/domain/posting/entries-to-reach.ts';
import type { PaymentOnFile } from '../../../src/domain/posting/payment-on-file.ts';
import { planClaim } from '../../../src/domain/posting/plan-claim.ts';
import { planClaimPayments } from '../../../src/domain/posting/plan-claim-payments.ts';
import { planUnmatched } from '../../../src/domain/posting/plan-unmatched.ts';
import type { PlannedPayment } from '../../../src/domain/posting/planned-payment.ts';
import { arbitraryClaimPayment, reversalOf } from '../support/remittances.ts';
import { arbitraryHistory } from './support/arbitrary-history.ts';
import { balances, books, isKnownReason, onFile, terms } from './support/books.ts';

type History = typeof arbitraryHistory extends fc.Arbitrary<infer Value> ? Value : never;

/** The books and the plan after payments came one by one, each planned and made up for when it came. */
function afterArrivals(
  history: History,
  arrivals: readonly PaymentOnFile[],
): {
  readonly entries: readonly JournalEntry[];
  readonly payments: readonly PlannedPayment[];
} {
  const entries: JournalEntry[] = [];
  const arrived: PaymentOnFile[] = [];
  let payments: readonly PlannedPayment[] = [];
  for (const one of arrivals) {
    arrived.push(one);
    const plan = planClaim({ terms: history.terms, payments: arrived, posted: entries }, isKnownReason);
    entries.push(...plan.entries);
    payments = plan.payments;
  }
  return { entries, payments };
}

/** A history, and its payments in any order, some of them more than once. */
const shuffled = arbitraryHistory.chain((history) =>
  fc.record({
    history: fc.constant(history),
    arrivals: fc
      .tuple(
        fc.shuffledSubarray([...history.payments], { minLength: history.payments.length }),
        fc.subarray([...history.payments]),
      )
      .map(([all, again]) => [...all, ...again]),
  }),
);

describe('the books of a claim', () => {
  test('and what is left to do are the same in whatever order, and however often, its payments come', () => {
    fc.assert(
      fc.property(shuffled, ({ history, arrivals }) => {
        const canonical = afterArrivals(history, history.payments);
        const other = afterArrivals(history, arrivals);
        expect(balances(other.entries)).toEqual(balances(canonical.entries));
        expect(other.payments).toEqual(canonical.payments);
      }),
      { numRuns: 500 },
    );
  });

  test('are those of the plan, and the plan asks for nothing more', () => {
    fc.assert(
      fc.property(shuffled, ({ history, arrivals }) => {
        const { entries, payments } = afterArrivals(history, arrivals);
        const once = payments.flatMap((one) => entriesToReach(one, []));
        expect(balances(entries)).toEqual(balances(once));
        const again = planClaim({ ...history, posted: entries }, isKnownReason);
        expect(again.entries).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('have entries that each sum to zero, under an id of their own', () => {
    fc.assert(
      fc.property(shuffled, ({ history, arrivals }) => {
        const { entries } = afterArrivals(history, arrivals);
        for (const { postings } of entries) {
          expect(postings.reduce((sum, one) => sum + one.amountCents, 0)).toBe(0);
        }
        expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
      }),
    );
  });

  test('have in transit what was paid, whatever was matched, and only by the first entry of a payment', () => {
    fc.assert(
      fc.property(shuffled, ({ history, arrivals }) => {
        const { entries } = afterArrivals(history, arrivals);
        const paid = history.payments.reduce((sum, one) => sum + one.payment.paidCents, 0);
        const cash = entries.flatMap((entry) =>
          entry.postings
            .filter((posting) => posting.account === 'payer-payments-in-transit')
            .map((posting) => ({ kind: entry.kind, amountCents: posting.amountCents })),
        );
        expect(cash.reduce((sum, one) => sum + one.amountCents, 0)).toBe(paid);
        expect(cash.map((one) => one.kind)).not.toContain('reposting');
      }),
    );
  });
});

describe('a reversal', () => {
  const decision = arbitraryClaimPayment.map((payment) => ({
    ...payment,
    statusCode: payment.statusCode === '23' || payment.statusCode === '25' ? '1' : payment.statusCode,
  }));

  test('and its original cancel each other in every account, and leave no work', () => {
    fc.assert(
      fc.property(decision, fc.constantFrom('R1/20', 'R2/20', 'R0/20', 'R2/25'), (original, place) => {
        const of = terms({ chargeCents: cents(Math.max(0, original.chargeCents)) });
        const plan = planClaimPayments(
          of,
          [onFile(reversalOf(original, 2), place), onFile(original)],
          isKnownReason,
        );
        expect(books(plan)).toEqual({});
        expect(plan.map((one) => one.disposition)).toEqual(['applied', 'applied']);
        expect(plan.flatMap((one) => one.workItems)).toEqual([]);
      }),
    );
  });

  test('and then a correction are the correction alone', () => {
    fc.assert(
      fc.property(decision, decision, (original, correction) => {
        const of = terms({ chargeCents: cents(Math.max(0, original.chargeCents, correction.chargeCents)) });
        const corrected = onFile({ ...correction, ordinal: 3 }, 'R2/25');
        const plan = planClaimPayments(
          of,
          [onFile(original), onFile(reversalOf(original, 2), 'R2/25'), corrected],
          isKnownReason,
        );
        const alone = planClaimPayments(of, [corrected], isKnownReason);
        expect(books(plan)).toEqual(books(alone));
        expect(plan.at(-1)).toEqual(alone[0]);
        expect(plan.flatMap((one) => one.workItems)).toEqual(alone.flatMap((one) => one.workItems));
      }),
    );
  });
});

test('a claim payment that is matched, moved and taken off again ends where its last assignment says', () => {
  const assignments = fc.array(fc.constantFrom('CLAIM1', 'CLAIM2', 'nobody', 'unposted'), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(arbitraryClaimPayment, assignments, (payment, path) => {
      const one = onFile(payment);
      const planned = path.map((assignment) => plannedFor(one, assignment));
      const entries: JournalEntry[] = [];
      for (const each of planned) entries.push(...entriesToReach(each, entries));
      const last = planned.at(-1) as PlannedPayment;
      expect(balances(entries)).toEqual(balances(entriesToReach(last, [])));
      expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
    }),
    { numRuns: 300 },
  );
});

function plannedFor(one: PaymentOnFile, assignment: string): PlannedPayment {
  if (assignment === 'nobody') return planUnmatched(one, 'no-claim');
  if (assignment === 'unposted') return planUnmatched(one, 'unposted');
  const of = terms({ claimId: assignment, chargeCents: one.payment.chargeCents });
  return planClaimPayments(of, [one], isKnownReason)[0] as PlannedPayment;
}
