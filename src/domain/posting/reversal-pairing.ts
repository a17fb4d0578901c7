import type { ClaimAdjustment } from '../remittance/claim-adjustment.ts';
import type { ClaimPayment } from '../remittance/remittance.ts';
import { payerOriginOf } from './payer-key.ts';
import type { PaymentOnFile } from './payment-on-file.ts';
import { REVERSAL } from './payment-order.ts';

/** What a reversal takes back. */
export interface Reversed {
  readonly original: PaymentOnFile;
  /** Every amount is the original's, negated (interpretation 1429). */
  readonly isExact: boolean;
}

interface Tier {
  readonly isExact: boolean;
  readonly isOriginal: (original: PaymentOnFile, reversal: PaymentOnFile) => boolean;
}

/** From certain to likely. A reversal takes no original that another one reverses with more certainty. */
const TIERS: readonly Tier[] = [
  {
    isExact: true,
    isOriginal: (original, reversal) => isSamePayer(original, reversal) && isNegated(original, reversal),
  },
  { isExact: true, isOriginal: isNegated },
  {
    isExact: false,
    isOriginal: (original, reversal) => isSamePayer(original, reversal) && hasItsNumber(original, reversal),
  },
  {
    isExact: false,
    isOriginal: (original, reversal) =>
      isSamePayer(original, reversal) && original.payment.chargeCents + reversal.payment.chargeCents === 0,
  },
];

/**
 * Which decision each reversal (CLP02 22) of a claim takes back; a reversal that finds none is left out, and no decision
 * is taken back twice. `ordered` are the decisions and reversals of one claim in canonical order.
 */
export function pairReversals(ordered: readonly PaymentOnFile[]): ReadonlyMap<PaymentOnFile, Reversed> {
  const pairs = new Map<PaymentOnFile, Reversed>();
  const reversals = ordered.filter((one) => one.payment.statusCode === REVERSAL);
  if (reversals.length === 0) return pairs;
  const decisions = ordered.filter((one) => one.payment.statusCode !== REVERSAL);
  const taken = new Set<PaymentOnFile>();
  for (const { isExact, isOriginal } of TIERS) {
    for (const reversal of reversals) {
      if (pairs.has(reversal)) continue;
      const candidates = decisions.filter(
        (one) => !taken.has(one) && mayBeOriginal(one, reversal) && isOriginal(one, reversal),
      );
      const place = ordered.indexOf(reversal);
      // The nearest before it; of one day, the order of two remittances says nothing, so then the first behind it.
      const original = candidates.findLast((one) => ordered.indexOf(one) < place) ?? candidates[0];
      if (original === undefined) continue;
      taken.add(original);
      pairs.set(reversal, { original, isExact });
    }
  }
  return pairs;
}

/**
 * A decision of a later day, or behind the reversal in its remittance, is the correction and not the original: the
 * reversal comes first (interpretations 288, 791).
 */
function mayBeOriginal(original: PaymentOnFile, reversal: PaymentOnFile): boolean {
  if (original.remittanceId === reversal.remittanceId) return original.ordinal < reversal.ordinal;
  return original.effectiveDate <= reversal.effectiveDate;
}

function isSamePayer(a: PaymentOnFile, b: PaymentOnFile): boolean {
  return payerOriginOf(a.payerKey) === payerOriginOf(b.payerKey);
}

/** By CLP07, or by REF*F8 of the reversal. */
function hasItsNumber({ payment: original }: PaymentOnFile, { payment: reversal }: PaymentOnFile): boolean {
  const number = original.payerClaimControlNumber;
  return (
    number !== undefined &&
    (number === reversal.payerClaimControlNumber || number === reversal.originalPayerClaimControlNumber)
  );
}

function isNegated({ payment: original }: PaymentOnFile, { payment: reversal }: PaymentOnFile): boolean {
  if (original.chargeCents + reversal.chargeCents !== 0 || original.paidCents + reversal.paidCents !== 0)
    return false;
  return amountsOf(original, 1) === amountsOf(reversal, -1);
}

/** All amounts of a claim payment by level, line, group and reason, in an order of their own, as one text. */
function amountsOf(payment: ClaimPayment, sign: 1 | -1): string {
  const lines = payment.services.map(({ procedure, chargeCents, paidCents, adjustments }) =>
    [
      [procedure.qualifier, procedure.code, ...procedure.modifiers.toSorted()].join(':'),
      chargeCents * sign,
      paidCents * sign,
      adjustmentAmounts(adjustments, sign),
    ].join(' '),
  );
  return [adjustmentAmounts(payment.adjustments, sign), ...lines.toSorted()].join('\n');
}

function adjustmentAmounts(adjustments: readonly ClaimAdjustment[], sign: 1 | -1): string {
  const sums = new Map<string, number>();
  for (const { groupCode, reasonCode, amountCents } of adjustments) {
    const reason = `${groupCode}-${reasonCode}`;
    sums.set(reason, (sums.get(reason) ?? 0) + amountCents * sign);
  }
  return [...sums]
    .filter(([, sum]) => sum !== 0)
    .map(([reason, sum]) => `${reason}=${sum}`)
    .toSorted()
    .join(',');
}
