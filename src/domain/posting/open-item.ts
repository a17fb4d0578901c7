import { type Cents, sumCents } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import type { ClaimPayment, ProviderAdjustment } from '../remittance/remittance.ts';
import { payerOriginOf } from './payer-key.ts';
import { inCanonicalOrder } from './payment-order.ts';
import { type PostingException, postingException } from './posting-exception.ts';
import { type OpenItemFamily, openItemFamily } from './provider-adjustment-account.ts';

/** A provider-level adjustment of a published remittance, as it is kept. */
export interface ProviderAdjustmentOnFile {
  readonly remittanceId: string;
  /** Counts the adjustments of its remittance from 1. */
  readonly ordinal: number;
  /** Who paid, as `payerKeyOf` writes it. */
  readonly payerKey: string;
  readonly effectiveDate: BusinessDate;
  readonly adjustment: ProviderAdjustment;
}

/** What is open between the provider and one payer under one reference. */
export interface OpenItemKey {
  /** As `payerOriginOf` has it. */
  readonly payerOrigin: string;
  readonly family: OpenItemFamily;
  /** PLB03-2: a claim number, the trace number of a remittance; '' where the payer gives none. */
  readonly reference: string;
}

export interface OpenItem extends OpenItemKey {
  /** Above zero: the provider's, taken and not yet explained or due; below: the payer's, yet to be taken. */
  readonly balanceCents: Cents;
  /** In canonical order. */
  readonly adjustments: readonly ProviderAdjustmentOnFile[];
}

/** An exception of one provider-level adjustment. */
export interface ProviderFinding {
  readonly onFile: Pick<ProviderAdjustmentOnFile, 'remittanceId' | 'ordinal'>;
  readonly exception: PostingException;
}

/** The open item that an adjustment is part of; undefined for a kind that stands for itself. */
export function openItemKeyOf({
  payerKey,
  adjustment,
}: Pick<ProviderAdjustmentOnFile, 'payerKey' | 'adjustment'>): OpenItemKey | undefined {
  const family = openItemFamily(adjustment.reasonCode);
  if (family === undefined) return undefined;
  return { payerOrigin: payerOriginOf(payerKey), family, reference: adjustment.reference?.trim() ?? '' };
}

/** The open items that adjustments make up, whatever order they came in, each adjustment counted once. */
export function openItemsOf(adjustments: readonly ProviderAdjustmentOnFile[]): readonly OpenItem[] {
  const groups = new Map<string, { key: OpenItemKey; members: ProviderAdjustmentOnFile[] }>();
  for (const one of inCanonicalOrder(adjustments)) {
    const key = openItemKeyOf(one);
    if (key === undefined) continue;
    const text = JSON.stringify([key.payerOrigin, key.family, key.reference]);
    const group = groups.get(text) ?? { key, members: [] };
    group.members.push(one);
    groups.set(text, group);
  }
  return [...groups.values()].map(({ key, members }) => ({
    ...key,
    balanceCents: sumCents(members.map((one) => one.adjustment.amountCents)),
    adjustments: members,
  }));
}

/**
 * What nothing explains. A recovery (positive) needs a notice (negative WO, 72 or B2), earlier or later, or a reversal of
 * a claim with its reference; a balance that is applied (positive FB) must have been forwarded (negative) under that
 * reference, in full (interpretation 2051). Told of the adjustments that go beyond it.
 *
 * @param reversedNumbers numbers, the payer's or ours, of claims whose payment this payer reversed
 */
export function openItemFindings(
  item: OpenItem,
  reversedNumbers: ReadonlySet<string>,
): readonly ProviderFinding[] {
  if (item.family === 'advance') return [];
  if (item.family === 'recovery' && reversedNumbers.has(item.reference)) return [];
  const code = item.family === 'recovery' ? 'plb-unlinked' : 'plb-fb-chain-broken';
  let explained = 0;
  for (const { adjustment } of item.adjustments) explained += Math.max(0, 0 - adjustment.amountCents);
  const findings: ProviderFinding[] = [];
  for (const onFile of item.adjustments) {
    const { amountCents, reasonCode } = onFile.adjustment;
    if (amountCents <= 0) continue;
    const unexplained = amountCents - explained;
    explained = Math.max(0, explained - amountCents);
    if (unexplained <= 0) continue;
    findings.push({ onFile, exception: postingException(code, [reasonCode], unexplained) });
  }
  return findings;
}

/** The numbers under which the payer may take back what a reversal reverses (PLB03-2). */
export function reversalNumbers(
  reversal: Pick<
    ClaimPayment,
    'patientControlNumber' | 'payerClaimControlNumber' | 'originalPayerClaimControlNumber'
  >,
): readonly string[] {
  return [
    reversal.patientControlNumber,
    reversal.payerClaimControlNumber ?? '',
    reversal.originalPayerClaimControlNumber ?? '',
  ].filter((number) => number !== '');
}
