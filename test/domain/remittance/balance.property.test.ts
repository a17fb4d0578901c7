import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cents, cents } from '../../../src/base/money.ts';
import { proveBalance } from '../../../src/domain/remittance/balance.ts';
import type { ClaimPayment, Remittance, ServicePayment } from '../../../src/domain/remittance/remittance.ts';
import { arbitraryRemittance } from '../support/remittances.ts';

/** A list, once for each element that has a variant, with that variant in its place. */
function inPlace<T>(all: readonly T[], variantsOf: (one: T) => readonly T[]): T[][] {
  return all.flatMap((one, index) => variantsOf(one).map((variant) => all.with(index, variant)));
}

function off<T extends { readonly amountCents: Cents }>(one: T, by: number): T {
  return { ...one, amountCents: cents(one.amountCents + by) };
}

function lineVariants(line: ServicePayment, by: number): ServicePayment[] {
  return [
    { ...line, chargeCents: cents(line.chargeCents + by) },
    { ...line, paidCents: cents(line.paidCents + by) },
    ...inPlace(line.adjustments, (one) => [off(one, by)]).map((adjustments) => ({ ...line, adjustments })),
  ];
}

function claimVariants(claim: ClaimPayment, by: number): ClaimPayment[] {
  return [
    { ...claim, chargeCents: cents(claim.chargeCents + by) },
    { ...claim, paidCents: cents(claim.paidCents + by) },
    ...inPlace(claim.adjustments, (one) => [off(one, by)]).map((adjustments) => ({ ...claim, adjustments })),
    ...inPlace(claim.services, (line) => lineVariants(line, by)).map((services) => ({ ...claim, services })),
  ];
}

/** The remittance with one of its amounts changed: every amount that the three equations speak of. */
function variants(balanced: Remittance, by: number): Remittance[] {
  const { payment, claims, providerAdjustments } = balanced;
  return [
    { ...balanced, payment: off(payment, by) },
    ...inPlace(claims, (claim) => claimVariants(claim, by)).map((changed) => ({
      ...balanced,
      claims: changed,
    })),
    ...inPlace(providerAdjustments, (one) => [off(one, by)]).map((changed) => ({
      ...balanced,
      providerAdjustments: changed,
    })),
  ];
}

test('every amount of a balanced remittance that is one cent off, up or down, is caught', () => {
  let variantCount = 0;
  fc.assert(
    fc.property(arbitraryRemittance, fc.constantFrom(1, -1), (balanced, by) => {
      expect(proveBalance(balanced).isBalanced).toBe(true);
      for (const variant of variants(balanced, by)) {
        variantCount++;
        expect(proveBalance(variant).isBalanced).toBe(false);
      }
    }),
    { numRuns: 200 },
  );
  expect(variantCount).toBeGreaterThan(1000);
});
