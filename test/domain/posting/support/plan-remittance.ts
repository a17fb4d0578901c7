import { cents, sumCents } from '../../../../src/base/money.ts';
import type { BusinessDate } from '../../../../src/base/time.ts';
import type { JournalEntry } from '../../../../src/domain/ledger/journal-entry.ts';
import { reversalNumbers } from '../../../../src/domain/posting/open-item.ts';
import { payerKeyOf } from '../../../../src/domain/posting/payer-key.ts';
import type { PaymentOnFile } from '../../../../src/domain/posting/payment-on-file.ts';
import { type PaymentsToPlan, planPayments } from '../../../../src/domain/posting/plan-payments.ts';
import {
  type AdjustmentsToPlan,
  planProviderAdjustments,
} from '../../../../src/domain/posting/plan-provider-adjustments.ts';
import type { PlannedPayment } from '../../../../src/domain/posting/planned-payment.ts';
import type { PostingWorkItem } from '../../../../src/domain/posting/posting-work-item.ts';
import {
  adjustmentsOnFile,
  type PublishedRemittance,
  paymentsOnFile,
} from '../../../../src/domain/posting/published-remittance.ts';
import type { Remittance } from '../../../../src/domain/remittance/remittance.ts';

export interface RemittanceToPlan
  extends Pick<PaymentsToPlan, 'decisions' | 'claims' | 'isKnownReason'>,
    Pick<AdjustmentsToPlan, 'openItems'> {
  readonly remittanceId: string;
  readonly remittance: Remittance;
  readonly effectiveDate: BusinessDate;
}

export interface RemittancePlan {
  readonly payments: readonly PlannedPayment[];
  readonly entries: readonly JournalEntry[];
  readonly workItems: readonly PostingWorkItem[];
}

/** The plan of a whole remittance, as it is posted in one piece: its claim payments and what stands beside them. */
export function planRemittance(given: RemittanceToPlan): RemittancePlan {
  const { remittance, remittanceId } = given;
  const published = publishedOf(given);
  const payments = planPayments({ ...given, payments: paymentsOnFile(published, remittance.claims) });
  const told = remittance.claims.flatMap(({ interestCents }) => interestCents ?? []);
  const adjustments = planProviderAdjustments({
    remittanceId,
    adjustments: adjustmentsOnFile(published, remittance.providerAdjustments),
    openItems: given.openItems,
    reversedNumbers: new Set(
      remittance.claims.flatMap((one) => (one.statusCode === '22' ? reversalNumbers(one) : [])),
    ),
    interestToldCents: told.length === 0 ? undefined : cents(sumCents(told)),
  });
  return {
    payments: payments.payments,
    entries: [...payments.entries, ...adjustments.entries],
    workItems: [...payments.payments.flatMap(({ workItems }) => workItems), ...adjustments.workItems],
  };
}

/** The claim payments of a whole remittance, as they are on file. */
export function onFileOf(
  given: Pick<RemittanceToPlan, 'remittanceId' | 'remittance' | 'effectiveDate'>,
): readonly PaymentOnFile[] {
  return paymentsOnFile(publishedOf(given), given.remittance.claims);
}

function publishedOf({
  remittanceId,
  remittance,
  effectiveDate,
}: Pick<RemittanceToPlan, 'remittanceId' | 'remittance' | 'effectiveDate'>): PublishedRemittance {
  return { remittanceId, payerKey: payerKeyOf(remittance), effectiveDate };
}
