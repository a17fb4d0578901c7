import * as fc from 'fast-check';
import { cents } from '../../../../src/base/money.ts';
import type { ClaimTerms } from '../../../../src/domain/posting/claim-terms.ts';
import type { PaymentOnFile } from '../../../../src/domain/posting/payment-on-file.ts';
import { adjustment, claimPayment, reversalOf, servicePayment } from '../../support/remittances.ts';
import { billedLine, onFile, PRIMARY_PAYER, SECOND_PAYER, terms } from './books.ts';

const code = fc.constantFrom(
  'CO-45',
  'PR-1',
  'PR-2',
  'PR-3',
  'PR-96',
  'CO-50',
  'CO-18',
  'OA-23',
  'PI-16',
  'CR-45',
  'CO-9999',
);
const amount = fc.integer({ min: -500, max: 4000 });

interface Step {
  readonly takesBack: number | undefined;
  readonly isBlurred: boolean;
  readonly statusCode: string;
  readonly payerKey: string;
  readonly chargeCents: number;
  readonly adjusted: readonly { readonly code: string; readonly amountCents: number }[];
  readonly place: string;
  readonly number: string | undefined;
}

const step: fc.Arbitrary<Step> = fc.record({
  /** Which of the steps before, from the latest, it reverses. */
  takesBack: fc.option(fc.nat(3), { nil: undefined }),
  /** The reversal is not quite the original. */
  isBlurred: fc.boolean(),
  statusCode: fc.constantFrom('1', '1', '1', '2', '3', '4', '19', '20', '23', '25', '22'),
  payerKey: fc.constantFrom(PRIMARY_PAYER, PRIMARY_PAYER, SECOND_PAYER),
  chargeCents: fc.constantFrom(10_000, 10_000, 6000, 4000),
  adjusted: fc.array(fc.record({ code, amountCents: amount }), { maxLength: 4 }),
  place: fc.constantFrom('R1/20', 'R2/20', 'R3/21', 'R4/22'),
  number: fc.constantFrom(undefined, 'CGP1', 'CGP2'),
});

/** Any claim, and anything that payers may send of it: decisions, parts, reversals near and far, other payers' too. */
export const arbitraryHistory: fc.Arbitrary<{
  readonly terms: ClaimTerms;
  readonly payments: readonly PaymentOnFile[];
}> = fc
  .record({
    steps: fc.array(step, { maxLength: 8 }),
    laterRanks: fc.constantFrom<ClaimTerms['laterRanks'][]>([], ['S'], ['S', 'T']),
    hasLines: fc.boolean(),
  })
  .map(({ steps, laterRanks, hasLines }) => ({
    terms: terms({ laterRanks, lines: hasLines ? [billedLine(1, 6000), billedLine(2, 4000)] : [] }),
    payments: paymentsOf(steps),
  }));

function paymentsOf(steps: readonly Step[]): PaymentOnFile[] {
  const payments: PaymentOnFile[] = [];
  for (const [index, one] of steps.entries()) {
    const original = one.takesBack === undefined ? undefined : payments.at(-1 - one.takesBack);
    const ordinal = index + 1;
    if (original !== undefined) {
      const exact = reversalOf(original.payment, ordinal);
      const payment = one.isBlurred
        ? { ...exact, adjustments: [adjustment('CO-45', 5), adjustment('PR-1', -5)] }
        : exact;
      payments.push(onFile(payment, one.place, original.payerKey));
      continue;
    }
    const adjustments = one.adjusted.map((each) => adjustment(each.code, each.amountCents));
    const adjustedCents = adjustments.reduce((sum, each) => sum + each.amountCents, 0);
    const service = servicePayment(one.chargeCents - adjustedCents, adjustments);
    const payment = claimPayment({ ordinal, statusCode: one.statusCode, services: [service] });
    const numbered = one.number === undefined ? payment : { ...payment, payerClaimControlNumber: one.number };
    payments.push(onFile({ ...numbered, chargeCents: cents(one.chargeCents) }, one.place, one.payerKey));
  }
  return payments;
}
