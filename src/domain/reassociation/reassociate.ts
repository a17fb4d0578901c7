import { groupBy } from '../../base/groups.ts';
import type { Cents } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import { normalisedOriginator } from '../posting/payer-key.ts';
import { type BankPaymentOnFile, bankPaymentKey } from './bank-payment.ts';

/** A remittance as far as its payment at the bank is concerned. */
export interface RemittanceToPair {
  readonly remittanceId: string;
  readonly traceNumber: string;
  /** TRN03, normalised as payer keys have it. */
  readonly originator: string;
  /** BPR02. */
  readonly paidCents: Cents;
  /** BPR16. */
  readonly paymentDate?: BusinessDate;
  /** Its money is in the books; one that is held may be the payment's all the same. */
  readonly isPublished: boolean;
  /** BPR04 says ACH: its money comes through the bank. */
  readonly isByEft: boolean;
}

export interface ReassociatedPair {
  readonly remittance: RemittanceToPair;
  readonly payment: BankPaymentOnFile;
}

/** Which bank payment is which remittance's, and what is left on either side. */
export interface Reassociation {
  readonly pairs: readonly ReassociatedPair[];
  readonly remittances: readonly RemittanceToPair[];
  readonly payments: readonly BankPaymentOnFile[];
}

/**
 * Pairs payments and remittances by trace number and originator (TRN02 and TRN03, CAQH CORE 370), one to one. Payers do
 * use a trace number twice (interpretation 1847): then what is posted goes before what is held, the same amount before
 * another, and the nearer date before the farther. The order in which they came has no part in it. Debits pair with nothing.
 */
export function reassociate(
  remittances: readonly RemittanceToPair[],
  payments: readonly BankPaymentOnFile[],
): Reassociation {
  const remittancesByKey = groupBy(remittances, (one) => keyOf(one.originator, one.traceNumber));
  const credits = payments.filter(({ direction }) => direction === 'credit');
  const found = [...groupBy(credits, keyOfPayment)].flatMap(([key, ofKey]) =>
    pairsOf(remittancesByKey.get(key) ?? [], ofKey),
  );
  const paired = new Set<object>(found.flatMap(({ remittance, payment }) => [remittance, payment]));
  return {
    pairs: found,
    remittances: remittances.filter((one) => !paired.has(one)),
    payments: payments.filter((one) => !paired.has(one)),
  };
}

/** Trace number and originator in one; undefined where the bank passed no TRN on. */
export function keyOfPayment({ trace }: Pick<BankPaymentOnFile, 'trace'>): string | undefined {
  return trace === undefined ? undefined : keyOf(normalisedOriginator(trace.originatorId), trace.traceNumber);
}

function keyOf(originator: string, traceNumber: string): string {
  return JSON.stringify([originator, traceNumber]);
}

function pairsOf(
  remittances: readonly RemittanceToPair[],
  payments: readonly BankPaymentOnFile[],
): ReassociatedPair[] {
  const candidates = remittances.flatMap((remittance) =>
    payments.map((payment) => ({ remittance, payment, rank: rankOf(remittance, payment) })),
  );
  candidates.sort((one, other) => (one.rank < other.rank ? -1 : 1));
  const taken = new Set<object>();
  return candidates.flatMap(({ remittance, payment }) => {
    if (taken.has(remittance) || taken.has(payment)) return [];
    taken.add(remittance).add(payment);
    return [{ remittance, payment }];
  });
}

/** Sorts as text, best first; ends with what names the two, so that no order is left to chance. */
function rankOf(remittance: RemittanceToPair, payment: BankPaymentOnFile): string {
  const days = daysBetween(remittance.paymentDate, payment.effectiveDate);
  return [
    remittance.isPublished ? 0 : 1,
    remittance.paidCents === payment.amountCents ? 0 : 1,
    String(days).padStart(8, '0'),
    payment.effectiveDate ?? '',
    remittance.paymentDate ?? '',
    bankPaymentKey(payment),
    remittance.remittanceId,
  ].join(' ');
}

const DAY_MS = 86_400_000;
/** A date that is not known is the farthest. */
const FARTHEST_DAYS = 99_999_999;

function daysBetween(one: BusinessDate | undefined, other: BusinessDate | undefined): number {
  if (one === undefined || other === undefined) return FARTHEST_DAYS;
  return Math.abs(Date.parse(`${one}T00:00:00.000Z`) - Date.parse(`${other}T00:00:00.000Z`)) / DAY_MS;
}
