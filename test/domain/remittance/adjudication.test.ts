import { describe, expect, test } from 'vitest';
import { adjudicationOf } from '../../../src/domain/remittance/adjudication.ts';
import { adjustment, claimPayment, reversalOf, servicePayment } from '../support/remittances.ts';

function result(
  statusCode: string,
  paidCents: number,
  adjustments: Readonly<Record<string, number>>,
): string {
  const all = Object.entries(adjustments).map(([code, amount]) => adjustment(code, amount));
  return adjudicationOf(claimPayment({ statusCode, services: [servicePayment(paidCents, all)] })).result;
}

describe('a claim', () => {
  test.each([
    ['paid up to the contract', '1', 8000, { 'CO-45': 2000 }, 'paid-full'],
    ['paid in full', '1', 10_000, {}, 'paid-full'],
    ['paid by a second payer what the first left', '2', 2000, { 'OA-23': 8000 }, 'paid-full'],
    ['paid but for the coinsurance', '1', 6400, { 'CO-45': 2000, 'PR-2': 1600 }, 'paid-partial'],
    ['paid but for a denied part', '1', 5000, { 'CO-50': 5000 }, 'paid-partial'],
    ['paid and forwarded', '19', 6400, { 'CO-45': 2000, 'PR-2': 1600 }, 'paid-partial'],
    ['all of it deductible', '1', 0, { 'CO-45': 2500, 'PR-1': 7500 }, 'patient-responsibility'],
    ['not covered and owed by the patient', '1', 0, { 'PR-96': 10_000 }, 'patient-responsibility'],
    ['capitated', '1', 0, { 'CO-24': 10_000 }, 'contractual-zero'],
    ['left nothing by the first payer', '2', 0, { 'OA-23': 10_000 }, 'contractual-zero'],
    ['denied', '1', 0, { 'CO-50': 10_000 }, 'denied'],
    ['denied in part and otherwise the deductible', '1', 0, { 'CO-50': 5000, 'PR-1': 5000 }, 'denied'],
    ['taken for a duplicate', '1', 0, { 'OA-18': 10_000 }, 'denied'],
    ['unpaid for a reason nobody knows', '1', 0, { 'CO-9999': 10_000 }, 'denied'],
    ['of a patient the payer does not know', '4', 0, { 'CO-31': 10_000 }, 'denied'],
    ['of another payer', '23', 0, { 'OA-B11': 10_000 }, 'forwarded-not-ours'],
    ['only estimated', '25', 0, { 'OA-101': 10_000 }, 'predetermination'],
  ])('%s: %s %d', (_, statusCode, paidCents, adjustments, expected) => {
    expect(result(statusCode, paidCents, adjustments as Record<string, number>)).toBe(expected);
  });

  test('is reversed under status 22', () => {
    expect(adjudicationOf(reversalOf(claimPayment({ paidCents: 100 }), 2)).result).toBe('reversed');
  });

  test('has the PR of claim and lines for the patient, and nothing else', () => {
    const payment = claimPayment({
      services: [servicePayment(5000, [adjustment('PR-1', 100), adjustment('CO-45', 900)])],
      adjustments: [adjustment('PR-3', 20), adjustment('OA-23', 7)],
    });
    expect(adjudicationOf(payment).patientResponsibilityCents).toBe(120);
  });
});
