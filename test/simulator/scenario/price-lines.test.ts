import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents, sumCents } from '../../../src/base/money.ts';
import type { ServiceLine } from '../../../src/domain/claim/claim.ts';
import { priceLines } from '../../../src/simulator/scenario/price-lines.ts';
import { claimOf } from '../support/claims.ts';
import { scenarioOf } from '../support/scenario-mailbox.ts';

function linesOf(charges: readonly number[]): readonly ServiceLine[] {
  const lines = charges.map((chargeCents) => ({ procedure: '99213', chargeCents }));
  return claimOf({ accountNumber: 'A1', memberId: 'CGM1', lines }).lines;
}

function priced(charges: readonly number[], outcome: string): string[] {
  const [rule] = scenarioOf(`rules: [{ outcomes: [${outcome}] }]`).rules;
  const [first] = rule?.outcomes ?? [];
  if (first === undefined) throw new Error('an outcome was given');
  return priceLines(linesOf(charges), first).map(
    ({ paidCents, adjustments }) =>
      `${paidCents} ${adjustments.map((one) => `${one.groupCode}-${one.reasonCode} ${one.amountCents}`).join(' ')}`,
  );
}

describe('the lines of a claim', () => {
  test('are paid in full when nothing is said', () => {
    expect(priced([10_000, 2500], '{}')).toEqual(['10000 ', '2500 ']);
  });

  test('use up what is said in dollars one after another', () => {
    expect(priced([10_000, 4000], '{ allowed: 105.00, deductible: 25.00, coinsurance: 20% }')).toEqual([
      '6000 PR-1 2500 PR-2 1500',
      '400 CO-45 3500 PR-2 100',
    ]);
  });

  test('leave fractions of a cent to the write-off and the payer', () => {
    // 33.33 % of 0.99 is 0.329967, of 0.32 is 0.106656.
    expect(priced([99], '{ allowed: 33.33%, coinsurance: 33.33% }')).toEqual(['22 CO-45 67 PR-2 10']);
  });

  test('are denied whole, bundled, or priced by themselves', () => {
    const outcome =
      '{ allowed: 50%, lines: [{ line: 2, deny: { group: PI, reason: 16 } }, { line: 3, bundledInto: 1 }] }';
    expect(priced([10_000, 2000, 500], outcome)).toEqual(['5000 CO-45 5000', '0 PI-16 2000', '0 CO-97 500']);
  });

  test('always balance, and nobody pays less than nothing', () => {
    const part = fc.oneof(
      fc.integer({ min: 0, max: 100 }).map((percent) => `${percent}%`),
      fc.integer({ min: 0, max: 99_999 }).map((amount) => (amount / 100).toFixed(2)),
    );
    const amount = fc.integer({ min: 0, max: 50_000 }).map((one) => (one / 100).toFixed(2));
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: 1, maxLength: 6 }),
        fc.record({ allowed: part, deductible: amount, copay: amount, coinsurance: part }),
        (charges, terms) => {
          const [rule] = scenarioOf(JSON.stringify({ rules: [{ outcomes: [terms] }] })).rules;
          const [outcome] = rule?.outcomes ?? [];
          if (outcome === undefined) throw new Error('an outcome was given');
          for (const one of priceLines(linesOf(charges), outcome)) {
            const adjusted = sumCents(one.adjustments.map((each) => each.amountCents));
            expect(cents(one.line.chargeCents - adjusted)).toBe(one.paidCents);
            expect(one.paidCents).toBeGreaterThanOrEqual(0);
            expect(one.adjustments.every((each) => each.amountCents > 0)).toBe(true);
          }
        },
      ),
    );
  });
});
