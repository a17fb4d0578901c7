import type { BusinessDate } from '../../base/time.ts';
import type { ProviderAdjustment } from '../remittance/remittance.ts';
import { payerOriginOf } from './payer-key.ts';
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

/** The open item that an adjustment is part of; undefined for a kind that stands for itself. */
export function openItemKeyOf({
  payerKey,
  adjustment,
}: Pick<ProviderAdjustmentOnFile, 'payerKey' | 'adjustment'>): OpenItemKey | undefined {
  const family = openItemFamily(adjustment.reasonCode);
  if (family === undefined) return undefined;
  return { payerOrigin: payerOriginOf(payerKey), family, reference: adjustment.reference?.trim() ?? '' };
}
