import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import { planUnmatched } from '../../../src/domain/posting/plan-unmatched.ts';
import { remittanceHold } from '../../../src/domain/posting/remittance-hold.ts';
import { proveBalance } from '../../../src/domain/remittance/balance.ts';
import { day } from '../support/claims.ts';
import {
  adjustment,
  claimPayment,
  providerAdjustment,
  remittance,
  reversalOf,
  servicePayment,
} from '../support/remittances.ts';
import { books, isKnownReason, onFile, plan, SECOND_PAYER, sums } from './support/books.ts';
import { planRemittance } from './support/plan-remittance.ts';

// Each of these was found in open-source practice software that posts remittances.
describe('what other systems get wrong in posting', () => {
  test('a claim that does not balance gets no invented adjustment: nothing of its remittance is posted', () => {
    const service = servicePayment(8000, [adjustment('CO-45', 2000)]);
    const claim = { ...claimPayment({ services: [service] }), chargeCents: cents(10_100) };
    const proof = proveBalance(remittance([claim]));
    const nothing = { isIdentityPosted: false, isContentPosted: false };
    expect(remittanceHold(remittance([claim]), proof, nothing)).toEqual({
      codes: ['out-of-balance-claim'],
      amountCents: 100,
    });
  });

  test('a negative CO amount stays negative, in a reversal and in a decision', () => {
    const raised = claimPayment({ services: [servicePayment(10_500, [adjustment('CO-45', -500)])] });
    expect(books(plan([onFile(raised)]))).toEqual({
      'payer-payments-in-transit': 10_500,
      'contractual-adjustments': -500,
      'insurance-receivable:primary': -10_000,
    });
    const reduced = claimPayment({ services: [servicePayment(8000, [adjustment('CO-45', 2000)])] });
    const planned = plan([onFile(reduced), onFile(reversalOf(reduced, 2), 'R2/27')]);
    expect(sums(planned[1]?.postings ?? [])).toMatchObject({ 'contractual-adjustments': -2000 });
    expect(books(planned)).toEqual({});
  });

  test('a provider-level adjustment is posted, not only told', () => {
    const posted = remittance([claimPayment({ paidCents: 10_000 })], [providerAdjustment('WO', 700)]);
    const { entries } = planRemittance({
      remittanceId: 'R1',
      remittance: posted,
      effectiveDate: day('2026-07-20'),
      decisions: new Map(),
      claims: new Map(),
      openItems: [],
      isKnownReason,
    });
    expect(sums(entries.flatMap((entry) => entry.postings))).toEqual({
      'payer-payments-in-transit': 9300,
      'unapplied-payments': -10_000,
      'payer-recoupment': 700,
    });
  });

  test('a reversal (CLP02 22) is posted', () => {
    const original = claimPayment({ services: [servicePayment(8000, [adjustment('CO-45', 2000)])] });
    const [, reversal] = plan([onFile(original), onFile(reversalOf(original, 2), 'R2/27')]);
    expect(reversal).toMatchObject({ disposition: 'applied', reverses: { remittanceId: 'R1', ordinal: 1 } });
  });

  test('a patient whom the payer does not know (CLP02 4) is posted as a denial', () => {
    const unknown = claimPayment({
      statusCode: '4',
      services: [servicePayment(0, [adjustment('CO-31', 10_000)])],
    });
    const planned = plan([onFile(unknown)]);
    expect(books(planned)).toEqual({ 'denied-open': 10_000, 'insurance-receivable:primary': -10_000 });
    expect(planned[0]?.workItems).toMatchObject([{ kind: 'denial', codes: ['CO-31'] }]);
  });

  test('the adjustments of a payer that is not the primary are posted', () => {
    const services = [
      servicePayment(1000, [adjustment('OA-23', 8000), adjustment('CO-45', 600), adjustment('PR-3', 400)]),
    ];
    const second = claimPayment({ statusCode: '2', services });
    expect(books(plan([onFile(second, 'R1/20', SECOND_PAYER)], { laterRanks: ['S'] }))).toEqual({
      'payer-payments-in-transit': 1000,
      'contractual-adjustments': 600,
      'patient-receivable:copay': 400,
      'insurance-receivable:secondary': -2000,
    });
  });

  test('money that belongs to no claim is kept, and waits for a person', () => {
    const planned = planUnmatched(onFile(claimPayment({ paidCents: 500 })), 'no-claim');
    expect(sums(planned.postings)).toEqual({ 'payer-payments-in-transit': 500, 'unapplied-payments': -500 });
    expect(planned.workItems).toMatchObject([{ kind: 'unmatched-claim-payment', codes: ['no-claim'] }]);
  });
});
