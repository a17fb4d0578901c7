import {
  type OpenItemKey,
  openItemKeyOf,
  type ProviderAdjustmentOnFile,
  reversalNumbers,
} from '../../domain/posting/open-item.ts';
import { payerOriginOf } from '../../domain/posting/payer-key.ts';
import type { PaymentOnFile } from '../../domain/posting/payment-on-file.ts';
import { REVERSAL } from '../../domain/posting/payment-order.ts';
import type { StoreTransaction } from '../../ports/store.ts';

/** What is on file of the open items that a remittance concerns. */
export interface OpenItemsConcerned {
  readonly adjustments: readonly ProviderAdjustmentOnFile[];
  /** Numbers under which the payer reversed claims, as far as recoveries name them. */
  readonly reversedNumbers: ReadonlySet<string>;
}

/**
 * The open items that adjustments of a remittance are part of, and the recoveries that its reversals explain, which are
 * on file already. Nothing is asked where a remittance has neither.
 */
export async function openItemsConcerned(
  { providerAdjustments, claimPayments }: Pick<StoreTransaction, 'providerAdjustments' | 'claimPayments'>,
  arriving: {
    readonly payments: readonly PaymentOnFile[];
    readonly adjustments: readonly ProviderAdjustmentOnFile[];
  },
): Promise<OpenItemsConcerned> {
  const keys = [
    ...arriving.adjustments.flatMap((one) => openItemKeyOf(one) ?? []),
    ...arriving.payments.flatMap(recoveriesExplained),
  ];
  if (keys.length === 0) return { adjustments: [], reversedNumbers: new Set() };
  const recoveries = keys.filter(({ family }) => family === 'recovery');
  const origins = new Set(recoveries.map(({ payerOrigin }) => payerOrigin));
  const [adjustments, reversed] = await Promise.all([
    providerAdjustments.ofItems(keys),
    recoveries.length === 0
      ? []
      : claimPayments.reversedNumbers(recoveries.map(({ reference }) => reference)),
  ]);
  return {
    adjustments,
    reversedNumbers: new Set(
      reversed.filter(({ payerKey }) => origins.has(payerOriginOf(payerKey))).map(({ number }) => number),
    ),
  };
}

function recoveriesExplained({ payerKey, payment }: PaymentOnFile): OpenItemKey[] {
  if (payment.statusCode !== REVERSAL) return [];
  const payerOrigin = payerOriginOf(payerKey);
  return reversalNumbers(payment).map((reference) => ({ payerOrigin, family: 'recovery', reference }));
}
