import { type BusinessDate, parseCompactDate } from '../base/time.ts';
import type { BankPayment, ReassociationTrace } from '../domain/reassociation/bank-payment.ts';
import { isDebit, type NachaEntry } from '../edi/nacha/nacha-reader.ts';

/** The company entry description of a health care EFT (NACHA Operating Rules; CORE 370). */
const HEALTH_CARE = 'HCCLAIMPMT';

/**
 * The last digit of the transaction codes that move money, or say that none moves: 2 and 7 are payments, 4 and 9 are
 * zero amounts with remittance data. Returns and notifications of change (1, 6) and prenotifications (3, 8) are neither.
 */
const PAYMENT = /^.[2479]$|^55$/;

/**
 * Reads a health care payment from an entry of a NACHA file; undefined for what is none. The TRN segment of the 835
 * stands in the addenda (record 7 field 3, CORE 370); some banks leave it out, and then the batch's description tells.
 *
 * @param ordinal of the entry in its file, from 1
 */
export function bankPaymentOf(entry: NachaEntry, ordinal: number): BankPayment | undefined {
  const { batch, transactionCode, amountCents, entryTrace, paymentRelated, place } = entry;
  if (!PAYMENT.test(transactionCode)) return undefined;
  const trace = paymentRelated.map(readTrace).find((found) => found !== undefined);
  if (trace === undefined && batch.description.toUpperCase() !== HEALTH_CARE) return undefined;
  const effectiveDate = dateOf(batch.effectiveDate);
  return {
    ordinal,
    direction: isDebit(transactionCode) ? 'debit' : 'credit',
    amountCents,
    ...(effectiveDate === undefined ? {} : { effectiveDate }),
    companyName: batch.companyName,
    entryTrace,
    ...(trace === undefined ? {} : { trace }),
    place,
  };
}

/** YYMMDD; banks' files are of this century. */
function dateOf(text: string): BusinessDate | undefined {
  return parseCompactDate(`20${text}`);
}

/** What ends a segment in addenda: the terminator of the 835, or the backslash that NACHA's own texts are written with. */
const TERMINATOR = /[~\\]/;

/** `TRN*1*trace number*originator`, under whatever element separator stands behind TRN; undefined for anything else. */
function readTrace(text: string): ReassociationTrace | undefined {
  const segment = (text.split(TERMINATOR, 1)[0] ?? '').trim();
  const separator = segment[3];
  if (!segment.startsWith('TRN') || separator === undefined || /[A-Z0-9 ]/i.test(separator)) return undefined;
  const [, type, traceNumber = '', originatorId = ''] = segment.split(separator).map((part) => part.trim());
  if (type !== '1' || traceNumber === '' || originatorId === '') return undefined;
  return { traceNumber, originatorId };
}
