import { cents, negateCents, sumCents } from '../../base/money.ts';
import { type JournalEntry, journalEntry } from '../ledger/journal-entry.ts';
import type { Remittance } from '../remittance/remittance.ts';
import {
  openItemFindings,
  openItemsOf,
  type ProviderAdjustmentOnFile,
  type ProviderFinding,
} from './open-item.ts';
import { postingException } from './posting-exception.ts';
import type { PostingWorkItem } from './posting-work-item.ts';
import { providerAdjustmentAccount } from './provider-adjustment-account.ts';

/** Books a provider-level adjustment: a positive amount lowers the payment (interpretation 2184). */
export function providerAdjustmentEntry(onFile: ProviderAdjustmentOnFile): JournalEntry {
  const { remittanceId, ordinal, effectiveDate, adjustment } = onFile;
  return journalEntry({
    id: `provider-adjustment:${remittanceId}:${ordinal}`,
    kind: 'provider-adjustment',
    effectiveDate,
    remittanceId,
    postings: [
      { account: providerAdjustmentAccount(adjustment.reasonCode), amountCents: adjustment.amountCents },
      { account: 'payer-payments-in-transit', amountCents: negateCents(adjustment.amountCents) },
    ],
  });
}

/**
 * What is wrong with adjustments and with the open items that they are part of.
 *
 * @param adjustments all of the open items concerned, of whatever remittances, and those that stand for themselves
 */
export function providerFindings(
  adjustments: readonly ProviderAdjustmentOnFile[],
  reversedNumbers: ReadonlySet<string>,
): readonly ProviderFinding[] {
  const reviewed = adjustments.filter(
    ({ adjustment }) =>
      adjustment.amountCents !== 0 &&
      providerAdjustmentAccount(adjustment.reasonCode) === 'provider-level-adjustments',
  );
  return [
    ...reviewed.map((onFile) => ({
      onFile,
      exception: postingException(
        'plb-review',
        [onFile.adjustment.reasonCode],
        onFile.adjustment.amountCents,
      ),
    })),
    ...openItemsOf(adjustments).flatMap((item) => openItemFindings(item, reversedNumbers)),
  ];
}

const INTEREST = 'L6';

/**
 * The interest that claims tell (AMT*I) against the interest that is paid (PLB L6, negative when it pays): interpretation
 * 2123. Where no claim tells any, there is nothing to compare. Told of the first L6, or of ordinal 0 where there is none.
 */
export function interestFinding(remittanceId: string, remittance: Remittance): ProviderFinding | undefined {
  const told = remittance.claims.flatMap((claim) => claim.interestCents ?? []);
  if (told.length === 0) return undefined;
  const places = remittance.providerAdjustments.map((one, index) => ({ one, ordinal: index + 1 }));
  const paying = places.filter(({ one }) => one.reasonCode === INTEREST);
  const paidCents = 0 - sumCents(paying.map(({ one }) => one.amountCents));
  const difference = sumCents(told) - paidCents;
  if (difference === 0) return undefined;
  const exception = postingException('interest-mismatch', [INTEREST], cents(difference));
  return { onFile: { remittanceId, ordinal: paying[0]?.ordinal ?? 0 }, exception };
}

/** The work item of a finding: one for each provider-level adjustment. */
export function providerWorkItem({ onFile, exception }: ProviderFinding): PostingWorkItem {
  return {
    id: `provider-adjustment:${onFile.remittanceId}:${onFile.ordinal}`,
    kind: 'provider-adjustment',
    remittanceId: onFile.remittanceId,
    amountCents: exception.amountCents,
    codes: [exception.code, ...exception.details],
  };
}
