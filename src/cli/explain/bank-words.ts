import { cents } from '../../base/money.ts';
import type { BankPaymentOnFile } from '../../domain/reassociation/bank-payment.ts';
import type { RemittanceAtBank } from '../../flows/reassociation/tell-bank-payment.ts';
import type { StoredRemittance } from '../../ports/remittance-store.ts';
import { dollars, shortHash } from './words.ts';

/** `$90.00 from INVENTED HEALTH on 2026-03-10, trace E1; file …, record 3, bytes 190–284`. */
export function bankPaymentWords(payment: BankPaymentOnFile): string {
  const { amountCents, companyName, effectiveDate, direction, trace, place, fileSha256 } = payment;
  const day = effectiveDate === undefined ? '' : ` on ${effectiveDate}`;
  const way = direction === 'debit' ? ' taken back by' : ' from';
  const number = trace === undefined ? ', without a trace number' : `, trace ${trace.traceNumber}`;
  return (
    `${dollars(amountCents)}${way} ${companyName}${day}${number}; ` +
    `file ${shortHash(fileSha256)}, record ${place.recordNumber}, bytes ${place.byteStart}–${place.byteStop}`
  );
}

/** What the bank has of a remittance's payment, and how far it is what the remittance says. */
export function* remittanceAtBankLines(
  { payment, openCodes }: RemittanceAtBank,
  { paidCents, paymentDate }: Pick<StoredRemittance, 'paidCents' | 'paymentDate'>,
): Generator<string> {
  const open = openCodes.length === 0 ? '' : ` (${openCodes.join(', ')})`;
  if (payment === undefined) {
    if (open !== '') yield `the bank has no payment with its trace number${open}`;
    return;
  }
  yield `the bank has ${bankPaymentWords(payment)}`;
  const { amountCents, effectiveDate } = payment;
  const difference = cents(amountCents - paidCents);
  const amount =
    difference === 0
      ? 'the amount of the remittance'
      : `${dollars(difference)} ${difference < 0 ? 'less' : 'more'} than the remittance says`;
  const isSameDay = effectiveDate === paymentDate;
  yield `  ${amount}, ${isSameDay ? 'on its day' : `and not on its day, ${paymentDate ?? 'which it does not say'}`}${open}`;
}
