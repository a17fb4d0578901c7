import { sumCents } from '../../base/money.ts';
import type { BilledLine } from '../claim/billed-line.ts';
import type { ClaimPayment, ServicePayment } from '../remittance/remittance.ts';
import type { ClaimTerms } from './claim-terms.ts';
import { isSameProcedure, type LineMatch, matchLines } from './line-matching.ts';
import type { PaymentOnFile } from './payment-on-file.ts';
import type { AdjustmentRoute } from './payment-routing.ts';
import { type PostingException, postingException } from './posting-exception.ts';

/** An exception of one claim payment. */
export interface Finding {
  readonly onFile: PaymentOnFile;
  readonly exception: PostingException;
}

/** What the lines of a payer's live payments for a claim say that the claim's own lines do not. */
export function lineFindings(terms: ClaimTerms, payments: readonly PaymentOnFile[]): readonly Finding[] {
  if (terms.lines.length === 0) return [];
  const matches = matchLines(terms.lines, payments);
  return [
    ...matches.flatMap(({ onFile, service, serviceOrdinal, line }) => {
      const details = [`line-${serviceOrdinal}`];
      if (line === undefined) {
        return [{ onFile, exception: postingException('line-unmatched', details, service.chargeCents) }];
      }
      const isRestated = !isSameProcedure(line.procedure, service.procedure);
      return isRestated
        ? [{ onFile, exception: postingException('code-restated', details, service.chargeCents) }]
        : [];
    }),
    ...chargeFindings(terms, matches),
  ];
}

/** Lines whose parts are not what was billed. While parts of the claim are still to come, only too much is wrong. */
function chargeFindings(terms: ClaimTerms, matches: readonly LineMatch[]): Finding[] {
  const payments = new Set(matches.map((match) => match.onFile.payment));
  const isWhole = sumCents([...payments].map((payment) => payment.chargeCents)) >= terms.chargeCents;
  const parts = new Map<BilledLine, LineMatch[]>();
  for (const match of matches) {
    if (match.line !== undefined) parts.set(match.line, [...(parts.get(match.line) ?? []), match]);
  }
  const findings: Finding[] = [];
  for (const [line, ofLine] of parts) {
    const differenceCents = sumCents(ofLine.map((match) => match.service.chargeCents)) - line.chargeCents;
    const last = ofLine.at(-1);
    if (last === undefined || differenceCents === 0 || (differenceCents < 0 && !isWhole)) continue;
    const exception = postingException('charge-mismatch', [`line-${last.serviceOrdinal}`], differenceCents);
    findings.push({ onFile: last.onFile, exception });
  }
  return findings;
}

/**
 * Lines add up to the claim's charge, and to what was paid unless the claim has adjustments of its own
 * (interpretation 452).
 */
export function lineSumFinding(payment: ClaimPayment): PostingException | undefined {
  const { services, chargeCents, paidCents } = payment;
  if (services.length === 0) return undefined;
  const chargeGap = sumCents(services.map((one) => one.chargeCents)) - chargeCents;
  const paidGap =
    payment.adjustments.length > 0 ? 0 : sumCents(services.map((one) => one.paidCents)) - paidCents;
  if (chargeGap === 0 && paidGap === 0) return undefined;
  const details = [...(chargeGap === 0 ? [] : ['charge']), ...(paidGap === 0 ? [] : ['paid'])];
  return postingException('line-claim-mismatch', details, chargeGap === 0 ? paidGap : chargeGap);
}

const COST_SHARES: ReadonlySet<AdjustmentRoute['meaning']> = new Set(['deductible', 'coinsurance', 'copay']);

/**
 * Refused lines whose cost the patient is to share. Deductible, coinsurance and copay are parts of what a payer allows. A
 * line that is refused in part may well have them, so it is told only where the line shows that nothing was allowed: the
 * refusal is as large as the charge, the allowed amount (AMT*B6) is smaller than the share, or there is neither an
 * allowed amount nor a contractual reduction to it.
 */
export function refusedButShared(
  payment: ClaimPayment,
  routes: readonly AdjustmentRoute[],
): readonly PostingException[] {
  return payment.services.flatMap((service, index) => {
    if (service.paidCents !== 0) return [];
    const ofLine = routes.filter((route) => route.serviceOrdinal === index + 1);
    const share = sumOf(ofLine, (route) => COST_SHARES.has(route.meaning));
    const refused = sumOf(ofLine, (route) => route.meaning === 'denial');
    if (share <= 0 || refused <= 0) return [];
    const isPartlyAllowed = refused < service.chargeCents && allows(service, ofLine, share);
    return isPartlyAllowed ? [] : [postingException('denial-with-pr', [`line-${index + 1}`], share)];
  });
}

function allows(service: ServicePayment, ofLine: readonly AdjustmentRoute[], share: number): boolean {
  if (service.allowedCents !== undefined) return share <= service.allowedCents;
  return ofLine.some((route) => route.meaning === 'contractual' && route.adjustment.amountCents > 0);
}

function sumOf(routes: readonly AdjustmentRoute[], isCounted: (route: AdjustmentRoute) => boolean): number {
  return sumCents(routes.filter(isCounted).map((route) => route.adjustment.amountCents));
}
