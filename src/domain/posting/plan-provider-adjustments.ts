import { type Cents, cents, negateCents, sumCents } from '../../base/money.ts';
import { type JournalEntry, journalEntry } from '../ledger/journal-entry.ts';
import {
  openItemFindings,
  openItemsOf,
  type ProviderAdjustmentOnFile,
  type ProviderFinding,
} from './open-item.ts';
import { postingException } from './posting-exception.ts';
import type { PostingWorkItem } from './posting-work-item.ts';
import { providerAdjustmentAccount } from './provider-adjustment-account.ts';

export interface AdjustmentsPlan {
  /** None without postings. */
  readonly entries: readonly JournalEntry[];
  /** All that should be open of the adjustments and of the open items concerned. */
  readonly workItems: readonly PostingWorkItem[];
}

/** The provider-level adjustments of one remittance, all of them. */
export interface AdjustmentsToPlan {
  readonly remittanceId: string;
  readonly adjustments: readonly ProviderAdjustmentOnFile[];
  /** What was on file before of the open items that they are part of. */
  readonly openItems: readonly ProviderAdjustmentOnFile[];
  /** Numbers, the payer's or ours, of claims whose payment this payer reversed, in this remittance or before. */
  readonly reversedNumbers: ReadonlySet<string>;
  /** The interest that its claims tell (AMT*I); undefined where none does. */
  readonly interestToldCents: Cents | undefined;
}

/** What provider-level adjustments post, and what is wrong with them. */
export function planProviderAdjustments(given: AdjustmentsToPlan): AdjustmentsPlan {
  const { remittanceId, adjustments, openItems, reversedNumbers, interestToldCents } = given;
  const interest = interestFinding(remittanceId, interestToldCents, adjustments);
  const findings = providerFindings([...openItems, ...adjustments], reversedNumbers);
  return {
    entries: adjustments.map(providerAdjustmentEntry).filter(({ postings }) => postings.length > 0),
    workItems: [...findings, ...(interest === undefined ? [] : [interest])].map(providerWorkItem),
  };
}

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
 *
 * @param toldCents what all claims of the remittance tell
 */
function interestFinding(
  remittanceId: string,
  toldCents: Cents | undefined,
  adjustments: readonly ProviderAdjustmentOnFile[],
): ProviderFinding | undefined {
  if (toldCents === undefined) return undefined;
  const paying = adjustments.filter(({ adjustment }) => adjustment.reasonCode === INTEREST);
  const paidCents = 0 - sumCents(paying.map(({ adjustment }) => adjustment.amountCents));
  const difference = toldCents - paidCents;
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
