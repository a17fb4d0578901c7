import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import { adjustment, claimPayment, reversalOf, servicePayment } from '../support/remittances.ts';
import { books, exceptionsOf, onFile, plan, SECOND_PAYER, workItemsOf } from './support/books.ts';

/** Charge 100.00: paid 64.00, contract 20.00, coinsurance 16.00. */
const primary = claimPayment({
  services: [servicePayment(6400, [adjustment('CO-45', 2000), adjustment('PR-2', 1600)])],
});
const told = { ...primary, patientResponsibilityCents: cents(1600) };
const forwarded = { ...told, statusCode: '19', crossoverPayer: { name: 'CLAIMGATE SAMPLE SUPPLEMENT' } };
/** The next payer pays 12.80 of the 16.00 and leaves 3.20; 84.00 were decided before. */
const secondary = {
  ...claimPayment({
    ordinal: 2,
    statusCode: '2',
    services: [servicePayment(1280, [adjustment('OA-23', 8400), adjustment('PR-2', 320)])],
  }),
  patientResponsibilityCents: cents(320),
};

describe('a claim that one payer decides', () => {
  test('moves out of its receivable to where the payer said', () => {
    const payment = claimPayment({
      services: [
        servicePayment(3400, [adjustment('CO-45', 2000), adjustment('PR-2', 1600)]),
        servicePayment(0, [adjustment('CO-50', 1900)]),
        servicePayment(0, [adjustment('PR-1', 400), adjustment('PR-3', 300), adjustment('PR-96', 200)]),
        servicePayment(0, [adjustment('OA-94', 50), adjustment('PI-16', 100), adjustment('PI-45', 50)]),
      ],
    });
    expect(payment.chargeCents).toBe(10_000);
    expect(books(plan([onFile(payment)]))).toEqual({
      'payer-payments-in-transit': 3400,
      'contractual-adjustments': 2000,
      'patient-receivable:coinsurance': 1600,
      'patient-receivable:deductible': 400,
      'patient-receivable:copay': 300,
      'patient-receivable:other': 200,
      'denied-open': 2000,
      'adjustments-in-review': 100,
      'insurance-receivable:primary': -10_000,
    });
  });

  test('and refuses under CO is never written off', () => {
    const planned = plan([
      onFile(claimPayment({ services: [servicePayment(0, [adjustment('CO-50', 10_000)])] })),
    ]);
    expect(books(planned)).toEqual({ 'denied-open': 10_000, 'insurance-receivable:primary': -10_000 });
    expect(planned[0]?.workItems).toEqual([
      {
        id: 'denial:R1:1',
        kind: 'denial',
        claimId: 'CLAIM1',
        remittanceId: 'R1',
        codes: ['CO-50'],
        amountCents: 10_000,
      },
    ]);
  });

  test('and reduces under PI is never a contractual write-off', () => {
    const planned = plan([
      onFile(claimPayment({ services: [servicePayment(8000, [adjustment('PI-45', 2000)])] })),
    ]);
    expect(books(planned)).toEqual({
      'payer-payments-in-transit': 8000,
      'adjustments-in-review': 2000,
      'insurance-receivable:primary': -10_000,
    });
    expect(workItemsOf(planned)).toEqual(['adjustment-review:R1:1']);
  });

  test('and calls a duplicate (OA 18) moves nothing, and is no second decision', () => {
    const duplicate = claimPayment({
      ordinal: 2,
      services: [servicePayment(0, [adjustment('OA-18', 10_000)])],
    });
    const planned = plan([onFile(told), onFile(duplicate, 'R2/21')]);
    expect(planned[1]).toMatchObject({ disposition: 'applied', postings: [] });
    expect(books(planned)).toEqual(books(plan([onFile(told)])));
    expect(planned[1]?.workItems).toMatchObject([{ kind: 'denial', codes: ['OA-18'], amountCents: 10_000 }]);
  });

  test('and adjusts in group CR is reviewed, and the group told', () => {
    const planned = plan([
      onFile(claimPayment({ services: [servicePayment(8000, [adjustment('CR-45', 2000)])] })),
    ]);
    expect(books(planned)).toMatchObject({ 'adjustments-in-review': 2000 });
    expect(exceptionsOf(planned)).toEqual(['R1:1 group-code-noncompliant']);
    expect(workItemsOf(planned)).toEqual(['adjustment-review:R1:1']);
  });

  test('and adjusts for a reason in no list waits in review, whatever the group, with an exception of its own', () => {
    const services = [servicePayment(8000, [adjustment('CO-9999', 1500), adjustment('PR-8888', 500)])];
    const planned = plan([onFile({ ...claimPayment({ services }), patientResponsibilityCents: cents(500) })]);
    expect(books(planned)).toMatchObject({ 'adjustments-in-review': 2000 });
    expect(planned[0]?.workItems).toEqual([
      {
        id: 'posting-exception:R1:1:unknown-carc',
        kind: 'posting-exception',
        claimId: 'CLAIM1',
        remittanceId: 'R1',
        codes: ['unknown-carc', 'CO-9999', 'PR-8888'],
        amountCents: 2000,
      },
    ]);
  });

  test('and pays nothing of posts no cash', () => {
    const planned = plan([
      onFile(claimPayment({ services: [servicePayment(0, [adjustment('CO-24', 10_000)])] })),
    ]);
    expect(books(planned)).toEqual({
      'contractual-adjustments': 10_000,
      'insurance-receivable:primary': -10_000,
    });
    expect(workItemsOf(planned)).toEqual([]);
  });

  test('with another CLP05 than its PR adjustments is told, and posts the adjustments', () => {
    const planned = plan([onFile({ ...primary, patientResponsibilityCents: cents(1500) })]);
    expect(planned[0]?.exceptions).toEqual([{ code: 'clp05-mismatch', details: [], amountCents: 100 }]);
    expect(workItemsOf(planned)).toEqual([]);
  });

  test('as an estimate (CLP02 25) posts nothing and asks nobody; with money it waits unapplied', () => {
    const estimate = claimPayment({
      statusCode: '25',
      services: [servicePayment(0, [adjustment('OA-101', 10_000)])],
    });
    expect(plan([onFile(estimate)])[0]).toMatchObject({
      disposition: 'none',
      postings: [],
      exceptions: [{ code: 'predetermination' }],
      workItems: [],
    });
    const paid = plan([onFile(claimPayment({ statusCode: '25', paidCents: 500 }))]);
    expect(books(paid)).toEqual({ 'payer-payments-in-transit': 500, 'unapplied-payments': -500 });
    expect(workItemsOf(paid)).toEqual(['unmatched-claim-payment:R1:1']);
  });
});

describe('a claim that a second payer decides too', () => {
  const after = {
    'payer-payments-in-transit': 7680,
    'contractual-adjustments': 2000,
    'patient-receivable:coinsurance': 320,
    'insurance-receivable:primary': -10_000,
  };

  test.each([
    ['first', ['R1/20', 'R2/25']],
    ['last', ['R1/25', 'R2/20']],
  ])('owes the rest to nobody but the patient, the primary payer coming %s', (_, [of1 = '', of2 = '']) => {
    const planned = plan([onFile(forwarded, of1), onFile(secondary, of2, SECOND_PAYER)]);
    expect(books(planned)).toEqual(after);
    expect(exceptionsOf(planned)).toEqual([]);
    expect(workItemsOf(planned)).toEqual([]);
  });

  test('does the same where the next payer is a coverage of the claim and nobody said forwarded', () => {
    const planned = plan([onFile(told), onFile(secondary, 'R2/25', SECOND_PAYER)], { laterRanks: ['S'] });
    expect(books(planned)).toEqual(after);
    expect(exceptionsOf(planned)).toEqual([]);
  });

  test('is overposted as long as the first decision is missing', () => {
    const planned = plan([onFile(secondary, 'R2/25', SECOND_PAYER)], { laterRanks: ['S'] });
    expect(books(planned)).toMatchObject({ 'insurance-receivable:secondary': -1600 });
    expect(planned[0]?.exceptions).toEqual([
      { code: 'overposted', details: ['insurance-receivable:secondary'], amountCents: 1600 },
    ]);
  });

  test('is a conflict where nobody knows of a second payer, and one where nobody knows the next', () => {
    expect(exceptionsOf(plan([onFile(told), onFile(secondary, 'R2/25', SECOND_PAYER)]))).toEqual([
      'R2:2 crossover-conflict',
    ]);
    const { crossoverPayer: _, ...unnamed } = forwarded;
    expect(exceptionsOf(plan([onFile(unnamed)]))).toEqual(['R1:1 crossover-conflict']);
    expect(exceptionsOf(plan([onFile(unnamed)], { laterRanks: ['S'] }))).toEqual([]);
  });

  test('keeps what is left reviewed where the payers do not agree on what was decided before', () => {
    const services = [servicePayment(1000, [adjustment('OA-23', 9000)])];
    const less = claimPayment({ ordinal: 2, statusCode: '2', services });
    const planned = plan([onFile(forwarded), onFile(less, 'R2/25', SECOND_PAYER)]);
    expect(books(planned)).toMatchObject({ 'insurance-receivable:secondary': 600 });
    expect(workItemsOf(planned)).toEqual(['adjustment-review:R2:2']);
  });

  test('sent to the second payer, has only what prior payers left to be decided', () => {
    const own = onFile({ ...secondary, statusCode: '1' }, 'R2/25', SECOND_PAYER);
    const planned = plan([own], {
      rank: 'S',
      payerKeyHints: { name: 'Claimgate Sample Supplement' },
      priorDecidedCents: cents(8400),
    });
    expect(planned[0]).toMatchObject({ rank: 'S', exceptions: [] });
    expect(books(planned)).toMatchObject({ 'insurance-receivable:secondary': -1600 });
  });
});

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

  test('holds a part that makes it more than the claim', () => {
    const planned = plan([onFile(first), onFile(second), onFile({ ...second, ordinal: 3 })]);
    expect(planned.map((one) => one.disposition)).toEqual(['applied', 'applied', 'held']);
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
      onFile({ ...blurred, originalReferenceNumber: 'CGP1' }, 'R2/25'),
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
