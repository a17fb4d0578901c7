import type { Cents } from '../base/money.ts';
import type { BusinessDate } from '../base/time.ts';
import type { OpenItemKey, ProviderAdjustmentOnFile } from '../domain/posting/open-item.ts';

/** What provider-level adjustments of one key come to. */
export interface OpenItemBalance extends OpenItemKey {
  /** As the latest of its remittances names the payer. */
  readonly payerName: string;
  /** Above zero: taken from payments; below: added to them. Zero: closed. */
  readonly balanceCents: Cents;
  readonly adjustmentCount: number;
  /** Payment dates of the first adjustment and of the last. */
  readonly since: BusinessDate;
  readonly latest: BusinessDate;
}

/** Provider-level adjustments of published remittances; those of a remittance that is held are found by it alone. */
export interface ProviderAdjustmentReader {
  /** Oldest first; those that have come to zero only where they are asked for. */
  openItems(options?: { includeClosed?: boolean }): Promise<readonly OpenItemBalance[]>;
  /** Every adjustment of these open items, by payment date, remittance and ordinal. */
  ofItems(keys: readonly OpenItemKey[]): Promise<readonly ProviderAdjustmentOnFile[]>;
  /** By ordinal. */
  ofRemittance(remittanceId: string): Promise<readonly ProviderAdjustmentOnFile[]>;
}

export interface ProviderAdjustmentWriter {
  insert(adjustments: readonly ProviderAdjustmentOnFile[]): Promise<void>;
}
