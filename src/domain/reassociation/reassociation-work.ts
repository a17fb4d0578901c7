import { type Cents, cents } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import type { ExceptionCode } from '../posting/exception-code.ts';
import { type BankPaymentOnFile, bankPaymentKey } from './bank-payment.ts';
import { type EftTerms, isOverdue } from './eft-terms.ts';
import {
  keyOfPayment,
  type ReassociatedPair,
  type Reassociation,
  type RemittanceToPair,
} from './reassociate.ts';

/** A work item of kind `reassociation`: of a remittance, or of a bank payment that has none. */
export interface ReassociationItem {
  readonly id: string;
  readonly kind: 'reassociation';
  readonly remittanceId?: string;
  /** The bank's file, where it is about a payment. */
  readonly fileSha256?: string;
  readonly amountCents: Cents;
  /** Exception codes, the first says it. */
  readonly codes: readonly [ExceptionCode, ...ExceptionCode[]];
}

export interface ReassociationDay {
  readonly today: BusinessDate;
  /** Absent where no bank reports: then nothing is waited for. */
  readonly terms?: EftTerms | undefined;
}

/**
 * What a person must look at, now that it is known which payment is which remittance's. Of a trace number everything
 * that is on file must be handed in: what is left over is judged by what was paired beside it.
 */
export function reassociationWork(found: Reassociation, day: ReassociationDay): readonly ReassociationItem[] {
  return [
    ...found.pairs.flatMap((pair) => differenceItem(pair, day)),
    ...found.remittances.flatMap((remittance) => missingPayment(remittance, day)),
    ...leftPayments(found, day),
  ];
}

export function remittanceItemId(remittanceId: string): string {
  return `reassociation:${remittanceId}`;
}

export function paymentItemId(payment: Pick<BankPaymentOnFile, 'fileSha256' | 'ordinal'>): string {
  return `reassociation:${bankPaymentKey(payment)}`;
}

/** Of what is held nothing is in the books that could differ. */
function differenceItem(
  { remittance, payment }: ReassociatedPair,
  day: ReassociationDay,
): ReassociationItem[] {
  if (!remittance.isPublished) return [];
  const differenceCents = cents(Math.abs(payment.amountCents - remittance.paidCents));
  const isFarApart = areFarApart(remittance.paymentDate, payment.effectiveDate, day.terms);
  if (differenceCents !== 0) {
    const codes = ['eft-amount-differs', ...(isFarApart ? ['eft-date-differs' as const] : [])] as const;
    return [remittanceItem(remittance, differenceCents, codes)];
  }
  return isFarApart ? [remittanceItem(remittance, remittance.paidCents, ['eft-date-differs'])] : [];
}

function areFarApart(
  one: BusinessDate | undefined,
  other: BusinessDate | undefined,
  terms: EftTerms | undefined,
): boolean {
  if (one === undefined || other === undefined || terms === undefined) return false;
  return one < other ? isOverdue(one, terms, other) : isOverdue(other, terms, one);
}

function missingPayment(
  remittance: RemittanceToPair,
  { today, terms }: ReassociationDay,
): ReassociationItem[] {
  const { isPublished, isByEft, paidCents, paymentDate } = remittance;
  if (!isPublished || !isByEft || paidCents === 0 || paymentDate === undefined) return [];
  if (terms === undefined || paymentDate < terms.since || !isOverdue(paymentDate, terms, today)) return [];
  return [remittanceItem(remittance, paidCents, ['eft-missing'])];
}

function leftPayments({ pairs, payments }: Reassociation, day: ReassociationDay): ReassociationItem[] {
  const claimedKeys = new Set(pairs.map(({ payment }) => keyOfPayment(payment)));
  return payments.toSorted(byDate).flatMap((payment) => {
    const key = keyOfPayment(payment);
    if (payment.direction === 'debit') return [paymentItem(payment, 'eft-taken-back')];
    if (key === undefined) return [paymentItem(payment, 'eft-trace-missing')];
    if (claimedKeys.has(key)) return [paymentItem(payment, 'eft-duplicate')];
    // Of several with one number the first is the one that waits for its remittance.
    claimedKeys.add(key);
    return isWaitedFor(payment, day) ? [] : [paymentItem(payment, 'remittance-missing')];
  });
}

/** The remittance may still come, or nobody counts the days. */
function isWaitedFor({ effectiveDate }: BankPaymentOnFile, { today, terms }: ReassociationDay): boolean {
  if (terms === undefined) return true;
  return (
    effectiveDate !== undefined && (effectiveDate < terms.since || !isOverdue(effectiveDate, terms, today))
  );
}

function byDate(one: BankPaymentOnFile, other: BankPaymentOnFile): number {
  const [first, second] = [one, other].map((each) => `${each.effectiveDate ?? ''} ${bankPaymentKey(each)}`);
  return (first as string) < (second as string) ? -1 : 1;
}

function remittanceItem(
  { remittanceId }: RemittanceToPair,
  amountCents: Cents,
  codes: ReassociationItem['codes'],
): ReassociationItem {
  return { id: remittanceItemId(remittanceId), kind: 'reassociation', remittanceId, amountCents, codes };
}

function paymentItem(payment: BankPaymentOnFile, code: ExceptionCode): ReassociationItem {
  const { fileSha256, amountCents } = payment;
  return { id: paymentItemId(payment), kind: 'reassociation', fileSha256, amountCents, codes: [code] };
}
