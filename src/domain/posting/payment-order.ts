import type { ClaimPayment } from '../remittance/remittance.ts';
import type { PaymentOnFile } from './payment-on-file.ts';

/** CLP02 22: takes back an earlier decision, with every amount negated (interpretation 1147). */
export const REVERSAL = '22';

/** Names a claim payment among those of all remittances. */
export function paymentKey({
  remittanceId,
  ordinal,
}: Pick<PaymentOnFile, 'remittanceId' | 'ordinal'>): string {
  return `${remittanceId}:${ordinal}`;
}

/** What tells where a claim payment or provider-level adjustment stands among all. */
type Placed = Pick<PaymentOnFile, 'remittanceId' | 'ordinal' | 'effectiveDate'>;

/**
 * Claim payments, or adjustments, in the order that all plans go by, each once: payment date, remittance, place in it. When they arrived
 * says nothing, so that any order of arrival ends in the same books.
 */
export function inCanonicalOrder<Kept extends Placed>(payments: readonly Kept[]): readonly Kept[] {
  const distinct = new Map(payments.map((one) => [paymentKey(one), one]));
  return [...distinct.values()].toSorted(
    (a, b) =>
      compareTexts(a.effectiveDate, b.effectiveDate) ||
      compareTexts(a.remittanceId, b.remittanceId) ||
      a.ordinal - b.ordinal,
  );
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** CLP02 that decides nothing: 23 the claim is another payer's, 25 what would be paid, were the service done. */
const UNDECIDED: ReadonlySet<string> = new Set(['23', '25']);

export function isUndecided({ statusCode }: Pick<ClaimPayment, 'statusCode'>): boolean {
  return UNDECIDED.has(statusCode);
}
