import type { PayerRank } from '../claim/claim.ts';
import type { Posting } from '../ledger/journal-entry.ts';
import { allAdjustments } from '../remittance/adjudication.ts';
import type { ClaimTerms } from './claim-terms.ts';
import { decidedChargeCents } from './decided-charge.ts';
import type { PaymentOnFile } from './payment-on-file.ts';
import { REVERSAL } from './payment-order.ts';
import { type PaymentRouting, routingOf } from './payment-rank.ts';
import {
  type AdjustmentRoute,
  type IsKnownReason,
  paymentPostings,
  routeAdjustments,
} from './payment-routing.ts';
import { pairReversals, type Reversed } from './reversal-pairing.ts';

/** A claim payment that stands in its claim's books. */
export interface AppliedPayment {
  readonly onFile: PaymentOnFile;
  readonly routing: PaymentRouting;
  readonly routes: readonly AdjustmentRoute[];
  readonly postings: readonly Posting[];
  /** Neither a reversal nor taken back by one: it is what the payer holds now. */
  readonly isLive: boolean;
  /** Of a reversal. */
  readonly reversed?: Reversed;
}

/** A claim payment whose money waits, and why. */
export interface HeldPayment {
  readonly onFile: PaymentOnFile;
  readonly code: 'reversal-no-original' | 'correction-without-reversal';
}

/**
 * Tells which of a claim's decisions and reversals, in canonical order, stand in its books. A reversal without its
 * original does not, nor does a second full decision of one payer while the first was not taken back; parts of a split
 * claim (interpretations 137, 1076) do, as long as their charges are no more than the claim's. The first decision always
 * stands, even where a person matched one of another charge.
 */
export function judgePayments(
  terms: ClaimTerms,
  ordered: readonly PaymentOnFile[],
  isKnownReason: IsKnownReason,
): readonly (AppliedPayment | HeldPayment)[] {
  const pairs = pairReversals(ordered);
  const takenBack = new Set([...pairs.values()].map((pair) => pair.original));
  const decidedCents = new Map<PayerRank, number>();
  return ordered.map((onFile) => {
    if (onFile.payment.statusCode === REVERSAL) {
      const reversed = pairs.get(onFile);
      if (reversed === undefined) return { onFile, code: 'reversal-no-original' };
      return appliedReversal(terms, onFile, reversed, isKnownReason);
    }
    const routing = routingOf(terms, onFile);
    if (!takenBack.has(onFile)) {
      const own = decidedChargeCents(onFile.payment.chargeCents, allAdjustments(onFile.payment));
      const before = decidedCents.get(routing.rank) ?? 0;
      const isSecond = before > 0 && own > 0 && before + own > terms.chargeCents;
      if (isSecond) return { onFile, code: 'correction-without-reversal' };
      decidedCents.set(routing.rank, before + own);
    }
    const routes = routeAdjustments(onFile.payment, routing, isKnownReason);
    const postings = paymentPostings(onFile.payment, routing, routes);
    return { onFile, routing, routes, postings, isLive: !takenBack.has(onFile) };
  });
}

/**
 * Goes the way of its original back, with its own amounts: where they are the original's, negated, the two cancel each
 * other in every account.
 */
function appliedReversal(
  terms: ClaimTerms,
  onFile: PaymentOnFile,
  reversed: Reversed,
  isKnownReason: IsKnownReason,
): AppliedPayment {
  const routing = routingOf(terms, reversed.original);
  const routes = routeAdjustments(onFile.payment, routing, isKnownReason);
  const postings = paymentPostings(onFile.payment, routing, routes);
  return { onFile, routing, routes, postings, isLive: false, reversed };
}
