import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import type { BankPaymentOnFile } from '../../../src/domain/reassociation/bank-payment.ts';
import { lastOverdueDay } from '../../../src/domain/reassociation/eft-terms.ts';
import { type RemittanceToPair, reassociate } from '../../../src/domain/reassociation/reassociate.ts';
import {
  type ReassociationDay,
  reassociationWork,
} from '../../../src/domain/reassociation/reassociation-work.ts';
import { day } from '../support/claims.ts';
import { eftOf, remittanceOf } from '../support/reassociation.ts';

const TERMS = { since: day('2026-03-01'), businessDays: 3 };
/** Three business days after Tuesday the tenth end with Friday the thirteenth. */
const IN_TIME: ReassociationDay = { today: day('2026-03-13'), terms: TERMS };
const OVERDUE: ReassociationDay = { today: day('2026-03-14'), terms: TERMS };
const NO_BANK: ReassociationDay = { today: day('2026-12-31') };

function workOf(
  remittances: readonly RemittanceToPair[],
  payments: readonly BankPaymentOnFile[],
  on = OVERDUE,
): string[] {
  return reassociationWork(reassociate(remittances, payments), on).map(
    ({ id, codes, amountCents }) => `${id.replace('f'.repeat(64), 'F')} ${codes.join(' ')} ${amountCents}`,
  );
}

describe('a remittance that is paid by EFT', () => {
  test('and its payment leave nothing to do', () => {
    expect(workOf([remittanceOf()], [eftOf()])).toEqual([]);
  });

  test('waits for its payment until the third business day, and is missed from the day after', () => {
    expect(workOf([remittanceOf()], [], IN_TIME)).toEqual([]);
    expect(workOf([remittanceOf()], [])).toEqual(['reassociation:R1 eft-missing 10000']);
  });

  test.each([
    ['no bank reports', remittanceOf(), NO_BANK],
    ['it was paid before the bank reported', remittanceOf({ paymentDate: day('2026-02-27') }), OVERDUE],
    ['it is paid by cheque, or nobody knows how', remittanceOf({ isByEft: false }), OVERDUE],
    ['it pays nothing', remittanceOf({ paidCents: cents(0) }), OVERDUE],
    ['it is held', remittanceOf({ isPublished: false }), OVERDUE],
  ])('misses no payment where %s', (_, remittance, on) => {
    expect(workOf([remittance], [], on)).toEqual([]);
  });

  test('differs from its payment by so much', () => {
    const less = eftOf({ amountCents: cents(9000) });
    expect(workOf([remittanceOf()], [less], NO_BANK)).toEqual(['reassociation:R1 eft-amount-differs 1000']);
    const more = eftOf({ amountCents: cents(10_001) });
    expect(workOf([remittanceOf()], [more])).toEqual(['reassociation:R1 eft-amount-differs 1']);
  });

  test('may be dated three business days from its payment, and no more', () => {
    const near = eftOf({ effectiveDate: day('2026-03-13') });
    const far = eftOf({ effectiveDate: day('2026-03-16') });
    const before = eftOf({ effectiveDate: day('2026-03-04') });
    expect(workOf([remittanceOf()], [near])).toEqual([]);
    expect(workOf([remittanceOf()], [far])).toEqual(['reassociation:R1 eft-date-differs 10000']);
    expect(workOf([remittanceOf()], [before])).toEqual(['reassociation:R1 eft-date-differs 10000']);
    expect(workOf([remittanceOf()], [far], NO_BANK)).toEqual([]);
  });

  test('may differ in both, and is one thing to look at', () => {
    const other = eftOf({ amountCents: cents(9000), effectiveDate: day('2026-04-01') });
    expect(workOf([remittanceOf()], [other])).toEqual([
      'reassociation:R1 eft-amount-differs eft-date-differs 1000',
    ]);
  });

  test('is not paid by the payment of another payer under the same number', () => {
    const other = eftOf({ trace: { traceNumber: 'E1', originatorId: '1000000002' } });
    expect(workOf([remittanceOf()], [other])).toEqual([
      'reassociation:R1 eft-missing 10000',
      'reassociation:F:1 remittance-missing 10000',
    ]);
  });

  test('that is held takes its payment, and differs in nothing that is in the books', () => {
    const held = remittanceOf({ isPublished: false });
    expect(workOf([held], [eftOf({ amountCents: cents(9000) })])).toEqual([]);
  });
});

describe('two remittances under one trace number', () => {
  test('take the payments of their own amounts', () => {
    const other = remittanceOf({ remittanceId: 'R2', paidCents: cents(5000) });
    const payments = [eftOf({ amountCents: cents(5000) }), eftOf({ ordinal: 2 })];
    expect(workOf([remittanceOf(), other], payments)).toEqual([]);
  });

  test('leave the payment to the one that is posted', () => {
    const held = remittanceOf({ remittanceId: 'R0', isPublished: false });
    expect(workOf([held, remittanceOf()], [eftOf()])).toEqual([]);
  });

  test('leave one payment to the nearer one', () => {
    const later = remittanceOf({ remittanceId: 'R2', paymentDate: day('2026-03-12') });
    const payment = eftOf({ effectiveDate: day('2026-03-12') });
    expect(workOf([remittanceOf(), later], [payment])).toEqual(['reassociation:R1 eft-missing 10000']);
  });
});

describe('a payment at the bank', () => {
  test('waits for its remittance as long as a remittance for its payment', () => {
    expect(workOf([], [eftOf()], IN_TIME)).toEqual([]);
    expect(workOf([], [eftOf()], NO_BANK)).toEqual([]);
    expect(workOf([], [eftOf()])).toEqual(['reassociation:F:1 remittance-missing 10000']);
  });

  test('from before the bank reported waits for nothing', () => {
    expect(workOf([], [eftOf({ effectiveDate: day('2026-02-27') })])).toEqual([]);
  });

  test('without a date is missed at once', () => {
    const { effectiveDate: _, ...undated } = eftOf();
    expect(workOf([], [undated], IN_TIME)).toEqual(['reassociation:F:1 remittance-missing 10000']);
  });

  test('under a number that another one has is a duplicate, whether the remittance has come or not', () => {
    const second = eftOf({ ordinal: 2, effectiveDate: day('2026-03-11') });
    const duplicate = 'reassociation:F:2 eft-duplicate 10000';
    expect(workOf([remittanceOf()], [second, eftOf()], NO_BANK)).toEqual([duplicate]);
    expect(workOf([], [second, eftOf()], IN_TIME)).toEqual([duplicate]);
  });

  test('without a trace number is told at once', () => {
    const { trace: _, ...untraced } = eftOf();
    expect(workOf([], [untraced], NO_BANK)).toEqual(['reassociation:F:1 eft-trace-missing 10000']);
  });

  test('that is taken back is told at once, and pays no remittance', () => {
    const debit = eftOf({ direction: 'debit' });
    expect(workOf([remittanceOf()], [debit], IN_TIME)).toEqual(['reassociation:F:1 eft-taken-back 10000']);
  });
});

test('the last day of which everything should have come lies before the weekend that does not count', () => {
  // On Saturday the fourteenth the term of Tuesday the tenth is over; on Monday that of the tenth still is the last.
  expect(lastOverdueDay(TERMS, day('2026-03-14'))).toBe('2026-03-10');
  expect(lastOverdueDay(TERMS, day('2026-03-16'))).toBe('2026-03-10');
  expect(lastOverdueDay(TERMS, day('2026-03-17'))).toBe('2026-03-11');
});
