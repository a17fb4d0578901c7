import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClaimPayment } from '../../../src/domain/remittance/remittance.ts';
import { PaymentsTogether } from '../../../src/flows/posting/payments-together.ts';
import { RepeatedNumbers } from '../../../src/flows/posting/repeated-numbers.ts';
import { claimPayment } from '../../domain/support/remittances.ts';

function groupsOf(numbers: readonly string[]): (readonly ClaimPayment[])[] {
  const payments = numbers.map((patientControlNumber, index) => ({
    ...claimPayment({ ordinal: index + 1, paidCents: 0 }),
    patientControlNumber,
  }));
  const repeated = new RepeatedNumbers();
  for (const { patientControlNumber, ordinal } of payments) repeated.note(patientControlNumber, ordinal);
  const together = new PaymentsTogether(repeated);
  const groups = payments.flatMap((payment) => {
    const group = together.add(payment);
    return group === undefined ? [] : [group];
  });
  return [...groups, together.rest()];
}

function ordinalsOf(groups: readonly (readonly ClaimPayment[])[]): number[] {
  return groups.flat().map(({ ordinal }) => ordinal);
}

test('each claim payment is in one group, and those of one number are in the same', () => {
  const spread = fc.record({
    count: fc.integer({ min: 0, max: 9000 }),
    /** Every so many payments have the number of one before. */
    every: fc.integer({ min: 2, max: 40 }),
    back: fc.integer({ min: 1, max: 5000 }),
  });
  fc.assert(
    fc.property(spread, ({ count, every, back }) => {
      const numbers: string[] = [];
      for (let index = 0; index < count; index++) {
        const former = index % every === 0 ? numbers[index - back] : undefined;
        numbers.push(former ?? `N${index}`);
      }
      const groups = groupsOf(numbers);
      expect(ordinalsOf(groups).toSorted((one, other) => one - other)).toEqual(numbers.map((_, i) => i + 1));
      const groupOf = new Map<string, number>();
      for (const [index, group] of groups.entries()) {
        for (const { patientControlNumber } of group) {
          expect(groupOf.get(patientControlNumber) ?? index).toBe(index);
          groupOf.set(patientControlNumber, index);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('a set in which all payments wait for the last one is not held whole', () => {
  const numbers = Array.from({ length: 20_000 }, (_, index) => `N${index}`);
  const groups = groupsOf([...numbers, ...numbers]);
  expect(ordinalsOf(groups)).toHaveLength(40_000);
  expect(Math.max(...groups.map((group) => group.length))).toBeLessThan(8000);
});
