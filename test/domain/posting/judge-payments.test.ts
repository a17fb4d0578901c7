import { describe, expect, test } from 'vitest';
import { adjustment, claimPayment, reversalOf, servicePayment } from '../support/remittances.ts';
import { books, exceptionsOf, onFile, plan, SECOND_PAYER, workItemsOf } from './support/books.ts';
import { forwarded, secondary, told } from './support/decisions.ts';

describe('a split claim (MA15)', () => {
  const first = claimPayment({ services: [servicePayment(5000, [adjustment('CO-45', 1000)])] });
  const second = claimPayment({ ordinal: 2, services: [servicePayment(3000, [adjustment('CO-45', 1000)])] });

  test('is applied part by part, in one remittance or two', () => {
    for (const place of ['R1/20', 'R2/25']) {
      const planned = plan([onFile(first), onFile(second, place)]);
      expect(planned.map((one) => one.disposition)).toEqual(['applied', 'applied']);
      expect(books(planned)).toEqual({
        'payer-payments-in-transit': 8000,
        'contractual-adjustments': 2000,
        'insurance-receivable:primary': -10_000,
      });
      expect(exceptionsOf(planned)).toEqual([]);
    }
  });

  test('holds a part that makes it more than the claim, be it by a cent', () => {
    const cent = claimPayment({ ordinal: 3, paidCents: 1 });
    expect(plan([onFile(first), onFile(second), onFile(cent)]).map((one) => one.disposition)).toEqual([
      'applied',
      'applied',
      'held',
    ]);
    const planned = plan([onFile(first), onFile(second), onFile({ ...second, ordinal: 3 })]);
    expect(planned.map((one) => one.disposition)).toEqual(['applied', 'applied', 'held']);
  });
});

test('a first decision of more than the claim’s charge stands, since only a person matches one, and is overposted', () => {
  const more = claimPayment({ services: [servicePayment(10_500, [adjustment('CO-45', 1500)])] });
  const duplicate = claimPayment({
    ordinal: 2,
    services: [servicePayment(0, [adjustment('OA-18', 12_000)])],
  });
  const planned = plan([onFile(more), onFile(duplicate)]);
  expect(planned.map((one) => one.disposition)).toEqual(['applied', 'applied']);
  expect(planned.flatMap((one) => one.exceptions)).toContainEqual({
    code: 'overposted',
    details: ['insurance-receivable:primary'],
    amountCents: 2000,
  });
});

describe('a second full decision', () => {
  const again = claimPayment({ ordinal: 2, services: [servicePayment(9000, [adjustment('CO-45', 1000)])] });

  test('without a reversal waits unapplied; the earlier one stands', () => {
    const planned = plan([onFile(again, 'R2/25'), onFile(told)]);
    expect(planned.map((one) => [one.remittanceId, one.disposition])).toEqual([
      ['R1', 'applied'],
      ['R2', 'held'],
    ]);
    expect(planned[1]?.postings).toEqual([
      { account: 'payer-payments-in-transit', amountCents: 9000 },
      { account: 'unapplied-payments', amountCents: -9000 },
    ]);
    expect(planned[1]?.workItems).toMatchObject([
      { id: 'posting-exception:R2:2:correction-without-reversal', claimId: 'CLAIM1', amountCents: 9000 },
    ]);
  });

  test('is applied once the reversal is there, before it or behind', () => {
    const reversal = { ...reversalOf(told, 3), statusCode: '22' };
    for (const place of ['R2/25', 'R3/24', 'R3/27']) {
      const planned = plan([onFile(told), onFile(again, 'R2/25'), onFile(reversal, place)]);
      expect(planned.map((one) => one.disposition)).toEqual(['applied', 'applied', 'applied']);
      expect(books(planned)).toEqual(books(plan([onFile(again, 'R2/25')])));
      expect(workItemsOf(planned)).toEqual([]);
    }
  });
});

describe('a reversal', () => {
  test('keeps the sign of every amount: a negative CO stays negative', () => {
    const planned = plan([onFile(told), onFile(reversalOf(told, 2), 'R2/25')]);
    expect(planned[1]).toMatchObject({
      reverses: { remittanceId: 'R1', ordinal: 1 },
      postings: [
        { account: 'payer-payments-in-transit', amountCents: -6400 },
        { account: 'contractual-adjustments', amountCents: -2000 },
        { account: 'patient-receivable:coinsurance', amountCents: -1600 },
        { account: 'insurance-receivable:primary', amountCents: 10_000 },
      ],
    });
  });

  test('without its original waits unapplied', () => {
    const planned = plan([onFile(reversalOf(told, 1))]);
    expect(planned[0]).toMatchObject({
      disposition: 'held',
      postings: [
        { account: 'payer-payments-in-transit', amountCents: -6400 },
        { account: 'unapplied-payments', amountCents: 6400 },
      ],
      exceptions: [{ code: 'reversal-no-original', amountCents: 6400 }],
    });
  });

  test('takes no correction for its original, though the charge is the same', () => {
    const correction = claimPayment({
      ordinal: 2,
      services: [servicePayment(9000, [adjustment('CO-45', 1000)])],
    });
    const planned = plan([onFile(reversalOf(told, 1)), onFile(correction)]);
    expect(planned.map((one) => one.disposition)).toEqual(['held', 'applied']);
  });

  test('finds its original by the payer’s number, and posts what it says where the original went', () => {
    const original = { ...forwarded, payerClaimControlNumber: 'CGP1' };
    const blurred = claimPayment({
      ordinal: 2,
      statusCode: '22',
      services: [servicePayment(-6000, [adjustment('CO-45', -2400), adjustment('PR-2', -1600)])],
    });
    const planned = plan([
      onFile(original),
      onFile({ ...blurred, originalPayerClaimControlNumber: 'CGP1' }, 'R2/25'),
    ]);
    expect(planned[1]?.exceptions).toEqual([
      { code: 'reversal-amount-differs', details: [], amountCents: 400 },
    ]);
    expect(books(planned)).toEqual({ 'payer-payments-in-transit': 400, 'contractual-adjustments': -400 });
  });

  test('goes the way of its own payer’s decision, though another payer’s has the same charge', () => {
    const planned = plan([
      onFile(forwarded),
      onFile(secondary, 'R2/25', SECOND_PAYER),
      onFile(reversalOf(secondary, 3), 'R3/26', SECOND_PAYER),
    ]);
    expect(planned[2]?.reverses).toEqual({ remittanceId: 'R2', ordinal: 2 });
    expect(books(planned)).toEqual(books(plan([onFile(forwarded)])));
  });

  test('of one of two alike takes back the latest', () => {
    const twice = { ...told, ordinal: 2 };
    const planned = plan([onFile(told), onFile(twice, 'R2/21'), onFile(reversalOf(told, 3), 'R3/22')]);
    expect(planned[2]?.reverses).toEqual({ remittanceId: 'R2', ordinal: 2 });
    expect(books(planned)).toEqual(books(plan([onFile(told)])));
  });
});
