import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import { addDays, type BusinessDate } from '../../../src/base/time.ts';
import type { BankPaymentOnFile } from '../../../src/domain/reassociation/bank-payment.ts';
import { type RemittanceToPair, reassociate } from '../../../src/domain/reassociation/reassociate.ts';
import { reassociationWork } from '../../../src/domain/reassociation/reassociation-work.ts';
import { day } from '../support/claims.ts';
import { eftOf, remittanceOf } from '../support/reassociation.ts';

const TRACES = fc.constantFrom('E1', 'E2');
const ORIGINATORS = fc.constantFrom('1000000001', '1000000002');
const AMOUNTS = fc.constantFrom(10_000, 9000).map(cents);
const DATES: fc.Arbitrary<BusinessDate> = fc.nat(12).map((days) => addDays(day('2026-03-02'), days));

const REMITTANCE = fc.record({
  traceNumber: TRACES,
  originator: ORIGINATORS,
  paidCents: AMOUNTS,
  paymentDate: DATES,
  isPublished: fc.boolean(),
});
const PAYMENT = fc.record({
  trace: fc.record({ traceNumber: TRACES, originatorId: ORIGINATORS }),
  amountCents: AMOUNTS,
  effectiveDate: DATES,
  direction: fc.constantFrom('credit' as const, 'credit' as const, 'debit' as const),
});

const BOTH = fc.record({
  remittances: fc
    .array(REMITTANCE, { maxLength: 5 })
    .map((all) => all.map((one, index) => remittanceOf({ ...one, remittanceId: `R${index}` }))),
  payments: fc
    .array(PAYMENT, { maxLength: 5 })
    .map((all) => all.map((one, index) => eftOf({ ...one, ordinal: index + 1 }))),
});

/** The two lists in another order. */
const IN_ANY_ORDER = BOTH.chain(({ remittances, payments }) =>
  fc.record({
    remittances: fc.constant(remittances),
    payments: fc.constant(payments),
    otherRemittances: fc.shuffledSubarray(remittances, { minLength: remittances.length }),
    otherPayments: fc.shuffledSubarray(payments, { minLength: payments.length }),
  }),
);

const DAY = { today: day('2026-03-31'), terms: { since: day('2026-03-04'), businessDays: 3 } };

describe('pairing remittances and payments', () => {
  test('does not depend on the order in which they came', () => {
    fc.assert(
      fc.property(IN_ANY_ORDER, ({ remittances, payments, otherRemittances, otherPayments }) => {
        const work = (these: readonly RemittanceToPair[], those: readonly BankPaymentOnFile[]): unknown =>
          reassociationWork(reassociate(these, those), DAY).toSorted((a, b) => (a.id < b.id ? -1 : 1));
        expect(work(otherRemittances, otherPayments)).toEqual(work(remittances, payments));
      }),
    );
  });

  test('puts each on one side of one pair, or leaves it, and loses none', () => {
    fc.assert(
      fc.property(BOTH, ({ remittances, payments }) => {
        const found = reassociate(remittances, payments);
        const told = [...found.pairs.map((pair) => pair.remittance), ...found.remittances];
        const paid = [...found.pairs.map((pair) => pair.payment), ...found.payments];
        expect(new Set(told)).toEqual(new Set(remittances));
        expect(told).toHaveLength(remittances.length);
        expect(new Set(paid)).toEqual(new Set(payments));
        expect(paid).toHaveLength(payments.length);
        for (const { remittance, payment } of found.pairs) {
          expect(payment.trace).toEqual({
            traceNumber: remittance.traceNumber,
            originatorId: remittance.originator,
          });
          expect(payment.direction).toBe('credit');
        }
      }),
    );
  });

  test('leaves of one trace number and originator something on one side at most', () => {
    fc.assert(
      fc.property(BOTH, ({ remittances, payments }) => {
        const left = reassociate(remittances, payments);
        const keys = left.remittances.map((one) => `${one.traceNumber} ${one.originator}`);
        for (const { trace, direction } of left.payments) {
          if (direction === 'credit')
            expect(keys).not.toContain(`${trace?.traceNumber} ${trace?.originatorId}`);
        }
      }),
    );
  });

  test('has one work item at most of each remittance and payment', () => {
    fc.assert(
      fc.property(BOTH, ({ remittances, payments }) => {
        const ids = reassociationWork(reassociate(remittances, payments), DAY).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
