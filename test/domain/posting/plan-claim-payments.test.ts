import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import { adjustment, claimPayment, servicePayment } from '../support/remittances.ts';
import { books, exceptionsOf, onFile, plan, SECOND_PAYER, workItemsOf } from './support/books.ts';
import { forwarded, primary, secondary, told } from './support/decisions.ts';

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
