import { invariant } from '../../base/invariant.ts';
import { sumCents } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import type { JournalEntry } from '../ledger/journal-entry.ts';
import type { Remittance } from '../remittance/remittance.ts';
import type { UnmatchedCode } from './exception-code.ts';
import type { ProviderAdjustmentOnFile } from './open-item.ts';
import { payerKeyOf } from './payer-key.ts';
import type { PaymentOnFile } from './payment-on-file.ts';
import { REVERSAL } from './payment-order.ts';
import type { IsKnownReason } from './payment-routing.ts';
import { type ClaimOnFile, entriesToReachAll, planClaim } from './plan-claim.ts';
import {
  interestFinding,
  providerAdjustmentEntry,
  providerFindings,
  providerWorkItem,
} from './plan-provider-adjustments.ts';
import { planUnmatched } from './plan-unmatched.ts';
import type { PlannedPayment } from './planned-payment.ts';
import type { PostingWorkItem } from './posting-work-item.ts';

/** Whose a claim payment is, or why it is nobody's. */
export type MatchDecision = { readonly claimId: string } | { readonly code: UnmatchedCode };

export interface RemittanceToPost {
  readonly remittanceId: string;
  /** Proven to balance, with nothing unreadable. */
  readonly remittance: Remittance;
  readonly effectiveDate: BusinessDate;
  /** By CLP ordinal; one that is missing belongs to no claim of ours. */
  readonly decisions: ReadonlyMap<number, MatchDecision>;
  /** By claim id: every claim of the decisions, with what was on file before this remittance. */
  readonly claims: ReadonlyMap<string, ClaimOnFile>;
  /** What was on file before of the open items that this remittance's adjustments are part of. */
  readonly openItems: readonly ProviderAdjustmentOnFile[];
  /** Numbers, the payer's or ours, of claims whose payment this payer reversed before. */
  readonly reversedNumbers: ReadonlySet<string>;
  readonly isKnownReason: IsKnownReason;
}

export interface RemittancePlan {
  /** Those of this remittance, and what must change in the books of its claims. None without postings. */
  readonly entries: readonly JournalEntry[];
  /** Every claim payment of the claims concerned, of this remittance and earlier ones, and those without a claim. */
  readonly payments: readonly PlannedPayment[];
  /** All that should be open of those payments and of the open items concerned. */
  readonly workItems: readonly PostingWorkItem[];
}

/**
 * The plan of a whole remittance. Cash never depends on matching: in transit comes exactly BPR02, whatever was matched,
 * held or not ours.
 */
export function planRemittance(options: RemittanceToPost): RemittancePlan {
  const { remittanceId, remittance } = options;
  const claimPlans = planPayments(options);
  const adjustments = adjustmentsOnFile(options);
  const findings = providerFindings([...options.openItems, ...adjustments], knownReversals(options));
  const interest = interestFinding(remittanceId, remittance);
  const entries = [...claimPlans.entries, ...adjustments.map(providerAdjustmentEntry)];
  invariant(
    transitOf(entries, remittanceId) === remittance.payment.amountCents,
    'payments in transit grow by the payment of the remittance',
  );
  return {
    entries: entries.filter((entry) => entry.postings.length > 0),
    payments: claimPlans.payments,
    workItems: [
      ...claimPlans.payments.flatMap((one) => one.workItems),
      ...findings.map(providerWorkItem),
      ...(interest === undefined ? [] : [providerWorkItem(interest)]),
    ],
  };
}

/** The claim payments of a remittance as they are kept once it is published. */
export function paymentsOnFile(
  published: Pick<RemittanceToPost, 'remittanceId' | 'remittance' | 'effectiveDate'>,
): readonly PaymentOnFile[] {
  const { remittanceId, remittance, effectiveDate } = published;
  const payerKey = payerKeyOf(remittance);
  return remittance.claims.map((payment) => ({
    remittanceId,
    ordinal: payment.ordinal,
    payerKey,
    effectiveDate,
    payment,
  }));
}

/** Its provider-level adjustments, the same. */
export function adjustmentsOnFile(
  published: Pick<RemittanceToPost, 'remittanceId' | 'remittance' | 'effectiveDate'>,
): readonly ProviderAdjustmentOnFile[] {
  const { remittanceId, remittance, effectiveDate } = published;
  const payerKey = payerKeyOf(remittance);
  return remittance.providerAdjustments.map((adjustment, index) => ({
    remittanceId,
    ordinal: index + 1,
    payerKey,
    effectiveDate,
    adjustment,
  }));
}

function planPayments(options: RemittanceToPost): Pick<RemittancePlan, 'entries' | 'payments'> {
  const { decisions, claims, isKnownReason } = options;
  const unmatched: PlannedPayment[] = [];
  const newByClaim = new Map<string, PaymentOnFile[]>();
  for (const onFile of paymentsOnFile(options)) {
    const decision = decisions.get(onFile.ordinal) ?? { code: 'no-claim' };
    if ('code' in decision) {
      unmatched.push(planUnmatched(onFile, decision.code));
      continue;
    }
    const known = newByClaim.get(decision.claimId);
    if (known === undefined) newByClaim.set(decision.claimId, [onFile]);
    else known.push(onFile);
  }
  const plans = [...newByClaim].map(([claimId, payments]) => {
    const claim = claims.get(claimId);
    invariant(claim, 'every claim that is matched is handed in');
    return planClaim({ ...claim, payments: [...claim.payments, ...payments] }, isKnownReason);
  });
  return {
    payments: [...plans.flatMap((plan) => plan.payments), ...unmatched],
    entries: [...plans.flatMap((plan) => plan.entries), ...entriesToReachAll(unmatched, [])],
  };
}

/** A reversal explains the recovery that follows from it, by the payer's number of the claim or by ours. */
function knownReversals({ remittance, reversedNumbers }: RemittanceToPost): ReadonlySet<string> {
  const numbers = new Set(reversedNumbers);
  for (const payment of remittance.claims) {
    if (payment.statusCode !== REVERSAL) continue;
    for (const number of reversalNumbers(payment)) numbers.add(number);
  }
  return numbers;
}

/** The numbers under which the payer may take back what a reversal reverses (PLB03-2). */
export function reversalNumbers(
  reversal: Pick<
    PaymentOnFile['payment'],
    'patientControlNumber' | 'payerClaimControlNumber' | 'originalPayerClaimControlNumber'
  >,
): readonly string[] {
  return [
    reversal.patientControlNumber,
    reversal.payerClaimControlNumber ?? '',
    reversal.originalPayerClaimControlNumber ?? '',
  ].filter((number) => number !== '');
}

function transitOf(entries: readonly JournalEntry[], remittanceId: string): number {
  return sumCents(
    entries
      .filter((entry) => entry.remittanceId === remittanceId)
      .flatMap((entry) => entry.postings)
      .filter((posting) => posting.account === 'payer-payments-in-transit')
      .map((posting) => posting.amountCents),
  );
}
