import { cents } from '../../../src/base/money.ts';
import type { BankPaymentOnFile } from '../../../src/domain/reassociation/bank-payment.ts';
import type { RemittanceToPair } from '../../../src/domain/reassociation/reassociate.ts';
import { day } from './claims.ts';

/** A published remittance of 100.00, paid by EFT on a Tuesday. */
export function remittanceOf(changes: Partial<RemittanceToPair> = {}): RemittanceToPair {
  return {
    remittanceId: 'R1',
    traceNumber: 'E1',
    originator: '1000000001',
    paidCents: cents(10_000),
    paymentDate: day('2026-03-10'),
    isPublished: true,
    isByEft: true,
    ...changes,
  };
}

/** Its payment at the bank. */
export function eftOf(changes: Partial<BankPaymentOnFile> = {}): BankPaymentOnFile {
  return {
    fileSha256: 'f'.repeat(64),
    ordinal: 1,
    direction: 'credit',
    amountCents: cents(10_000),
    effectiveDate: day('2026-03-10'),
    companyName: 'INVENTED HEALTH',
    entryTrace: '999999990000001',
    trace: { traceNumber: 'E1', originatorId: '1000000001' },
    place: { recordNumber: 3, byteStart: 190, byteStop: 284 },
    ...changes,
  };
}
