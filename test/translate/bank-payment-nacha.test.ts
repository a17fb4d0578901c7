import { describe, expect, test } from 'vitest';
import type { BankPayment } from '../../src/domain/reassociation/bank-payment.ts';
import { NachaReader } from '../../src/edi/nacha/nacha-reader.ts';
import { decodeLatin1 } from '../../src/main/latin-1.ts';
import { bankPaymentOf } from '../../src/translate/bank-payment-nacha.ts';
import { type EntryOfFile, nachaFile, trn } from '../support/nacha-file.ts';

function paymentOf(entry: Partial<EntryOfFile>): BankPayment | undefined {
  const found: (BankPayment | undefined)[] = [];
  const reader = new NachaReader(decodeLatin1, { entry: (one) => found.push(bankPaymentOf(one, 1)) });
  reader.feed(nachaFile([{ amountCents: 10_000, ...entry }]));
  reader.finish();
  return found[0];
}

describe('a bank payment', () => {
  test('has amount, date, sender and the TRN of its addenda (CORE 370)', () => {
    expect(paymentOf({ paymentRelated: trn('E1', '1900000099') })).toEqual({
      ordinal: 1,
      direction: 'credit',
      amountCents: 10_000,
      effectiveDate: '2026-03-10',
      companyName: 'INVENTED HEALTH',
      entryTrace: '999999990000001',
      trace: { traceNumber: 'E1', originatorId: '1900000099' },
      place: { recordNumber: 3, byteStart: 190, byteStop: 284 },
    });
  });

  test.each([
    ['with a supplement', 'TRN*1*E1*1000000001*999999999~'],
    ['without a terminator', 'TRN*1*E1*1000000001'],
    ['under the backslash of NACHA', 'TRN*1*E1*1000000001\\'],
    ['under another separator', 'TRN|1|E1|1000000001~'],
    ['with blanks', '  TRN*1*E1  *1000000001 ~'],
  ])('has a TRN %s', (_, paymentRelated) => {
    expect(paymentOf({ paymentRelated })?.trace).toEqual({ traceNumber: 'E1', originatorId: '1000000001' });
  });

  test.each([
    ['that is none', 'RMR*IV*1~'],
    ['of another type', 'TRN*2*E1*1000000001~'],
    ['without a number', 'TRN*1**1000000001~'],
    ['without an originator', 'TRN*1*E1~'],
    ['that is a word', 'TRNX1XE1X1000000001'],
  ])('has no trace by a TRN %s', (_, paymentRelated) => {
    expect(paymentOf({ paymentRelated })).toMatchObject({ amountCents: 10_000 });
    expect(paymentOf({ paymentRelated })?.trace).toBeUndefined();
  });

  test('is told by its description where the bank left the addenda out', () => {
    expect(paymentOf({})).toMatchObject({ amountCents: 10_000 });
    expect(paymentOf({ description: 'RENT' })).toBeUndefined();
  });

  test.each([
    ['22', 'credit'],
    ['32', 'credit'],
    ['24', 'credit'],
    ['27', 'debit'],
    ['55', 'debit'],
  ])('of code %s is a %s', (transactionCode, direction) => {
    expect(paymentOf({ transactionCode, paymentRelated: trn('E1') })?.direction).toBe(direction);
  });

  test.each(['21', '23', '26', '28'])(
    'is none of code %s: a return or a prenotification',
    (transactionCode) => {
      expect(paymentOf({ transactionCode, paymentRelated: trn('E1') })).toBeUndefined();
    },
  );

  test('has no date where the bank wrote none', () => {
    expect(paymentOf({ date: '      ' })).not.toHaveProperty('effectiveDate');
    expect(paymentOf({ date: '261332' })).not.toHaveProperty('effectiveDate');
  });
});
