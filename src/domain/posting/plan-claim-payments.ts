import { invariant } from '../../base/invariant.ts';
import { adjustmentFindings, adjustmentWorkItems } from './adjustment-findings.ts';
import { claimFindings, type Receivables, receivablesOf } from './claim-findings.ts';
import type { ClaimTerms } from './claim-terms.ts';
import { type AppliedPayment, type HeldPayment, judgePayments } from './judge-payments.ts';
import { type Finding, lineFindings, lineSumFinding, refusedButShared } from './line-findings.ts';
import { type MovedAmounts, NOTHING_MOVED, overtakenFindings } from './moved-amounts.ts';
import { PAYER_RANKS } from './payer-rank.ts';
import type { PaymentOnFile } from './payment-on-file.ts';
import { inCanonicalOrder, isUndecided } from './payment-order.ts';
import { type IsKnownReason, unappliedPostings } from './payment-routing.ts';
import { planUndecided, planUnmatched } from './plan-unmatched.ts';
import type { PlannedPayment } from './planned-payment.ts';
import { mergedByCode, type PostingException, postingException } from './posting-exception.ts';
import { exceptionWorkItem } from './posting-work-item.ts';

/**
 * What should stand in the books for every claim payment of a claim: the ledger of a claim is a fold over the claim
 * payments on file. The same payments give the same plan in whatever order, and however often, they came.
 *
 * @param payments all that are matched to the claim and were not taken off it by a person
 * @param isKnownReason whether a claim adjustment reason code stands in a list that is known
 * @param moved what persons moved in the claim's books
 */
export function planClaimPayments(
  terms: ClaimTerms,
  payments: readonly PaymentOnFile[],
  isKnownReason: IsKnownReason,
  moved: MovedAmounts = NOTHING_MOVED,
): readonly PlannedPayment[] {
  const ordered = inCanonicalOrder(payments);
  const judged = judgePayments(
    terms,
    ordered.filter((one) => !isUndecided(one.payment)),
    isKnownReason,
  );
  const applied = judged.filter((one) => 'routing' in one);
  const receivables = receivablesOf(terms, applied);
  const findings = [
    ...liveLineFindings(terms, applied),
    ...claimFindings(terms, applied, receivables),
    ...overtakenFindings(applied, receivables, moved),
  ];
  const judgedByPayment = new Map(judged.map((one) => [one.onFile, one]));
  return ordered.map((onFile) => {
    if (isUndecided(onFile.payment)) {
      return onFile.payment.paidCents === 0
        ? planUndecided(onFile, terms.claimId)
        : planUnmatched(onFile, 'no-claim');
    }
    const one = judgedByPayment.get(onFile);
    invariant(one, 'every payment that decides something is judged');
    return 'code' in one ? plannedHeld(terms, one) : plannedApplied(terms, one, { findings, receivables });
  });
}

/** Each payer decides every line once. */
function liveLineFindings(terms: ClaimTerms, applied: readonly AppliedPayment[]): readonly Finding[] {
  return PAYER_RANKS.flatMap((rank) => {
    const live = applied.filter((one) => one.isLive && one.routing.rank === rank);
    return live.length === 0
      ? []
      : lineFindings(
          terms,
          live.map((one) => one.onFile),
        );
  });
}

function plannedHeld(terms: ClaimTerms, { onFile, code }: HeldPayment): PlannedPayment {
  return planned(terms, onFile, {
    disposition: 'held',
    postings: unappliedPostings(onFile.payment),
    exceptions: [postingException(code, [], onFile.payment.paidCents)],
    workItems: [],
  });
}

function plannedApplied(
  terms: ClaimTerms,
  applied: AppliedPayment,
  whole: { readonly findings: readonly Finding[]; readonly receivables: Receivables },
): PlannedPayment {
  const { onFile, routing, routes, postings, reversed } = applied;
  const { claimId } = terms;
  const { remittanceId, ordinal } = onFile;
  const isPriorReviewed = (whole.receivables.get(routing.rank) ?? 0) > 0;
  return planned(terms, onFile, {
    disposition: 'applied',
    ...routing,
    ...(reversed === undefined
      ? {}
      : { reverses: { remittanceId: reversed.original.remittanceId, ordinal: reversed.original.ordinal } }),
    postings,
    exceptions: mergedByCode([
      ...ownFindings(applied),
      ...whole.findings.filter((finding) => finding.onFile === onFile).map((finding) => finding.exception),
    ]),
    // A reversal takes back what was found with its original.
    workItems: applied.isLive
      ? adjustmentWorkItems({ claimId, remittanceId, ordinal }, routes, isPriorReviewed)
      : [],
  });
}

function ownFindings({ onFile, routes, isLive, reversed }: AppliedPayment): readonly PostingException[] {
  if (reversed !== undefined && !reversed.isExact) {
    const difference = onFile.payment.paidCents + reversed.original.payment.paidCents;
    return [postingException('reversal-amount-differs', [], difference)];
  }
  if (!isLive) return [];
  const lineSum = lineSumFinding(onFile.payment);
  return [
    ...adjustmentFindings(onFile.payment, routes),
    ...refusedButShared(onFile.payment, routes),
    ...(lineSum === undefined ? [] : [lineSum]),
  ];
}

/** A planned payment with the work items of its exceptions. */
function planned(
  { claimId }: ClaimTerms,
  { remittanceId, ordinal, effectiveDate }: PaymentOnFile,
  rest: Omit<PlannedPayment, 'remittanceId' | 'ordinal' | 'effectiveDate' | 'claimId'>,
): PlannedPayment {
  const place = { remittanceId, ordinal, claimId, isUnmatched: false };
  const opened = rest.exceptions.flatMap((exception) => exceptionWorkItem(place, exception) ?? []);
  return {
    remittanceId,
    ordinal,
    effectiveDate,
    claimId,
    ...rest,
    workItems: [...rest.workItems, ...opened],
  };
}
