import type { BankPaymentOnFile } from '../../domain/reassociation/bank-payment.ts';
import type { NachaProblemCode } from '../../edi/nacha/nacha-problem.ts';
import { isNachaStart, type NachaHandler, NachaReader } from '../../edi/nacha/nacha-reader.ts';
import type { Latin1Decoder } from '../../edi/syntax/segment-reader.ts';
import type { StoreTransaction } from '../../ports/store.ts';
import { bankPaymentOf } from '../../translate/bank-payment-nacha.ts';
import { type PairingTerms, pairPayments } from './pair-payments.ts';

/** An archived file, and how to read it from the start, as often as is needed. */
export interface BankFile {
  readonly fileSha256: string;
  readonly decode: Latin1Decoder;
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** Payments that are put on file and paired at a time: what is held in memory of a file of any size. */
const PAYMENTS_MAX = 1000;
/** More than enough to tell a file by. */
const START_BYTES = 64;

/** Whether a file is a bank's, told by its content. */
export async function isBankFile({ decode, open }: Omit<BankFile, 'fileSha256'>): Promise<boolean> {
  for await (const piece of open()) {
    if (piece.length > 0) return isNachaStart(decode(piece, 0, Math.min(piece.length, START_BYTES)));
  }
  return false;
}

/** What is wrong with a bank's file as a whole, or the first thing of several; undefined where its counts, hashes and totals hold. */
export async function problemOfBankFile(file: BankFile): Promise<NachaProblemCode | undefined> {
  let first: NachaProblemCode | undefined;
  for await (const _ of readTo(file, {
    problem({ code }) {
      // What was cut may be wrong in its last record too.
      if (first === undefined || code === 'nacha.cut') first = code;
    },
  }));
  return first;
}

/**
 * Puts the health care payments of a bank's file on file and pairs them with remittances. Nothing is posted: the books
 * have the payment from its remittance (decision 15).
 */
export async function applyBankFile(
  transaction: StoreTransaction,
  file: BankFile,
  terms: PairingTerms,
): Promise<void> {
  // So that a remittance which is put on file at the same time is seen here, or sees this file.
  await transaction.claimPayments.takeTurn('alone');
  const payments: BankPaymentOnFile[] = [];
  let ordinal = 0;
  const handler: NachaHandler = {
    entry(entry) {
      const payment = bankPaymentOf(entry, ++ordinal);
      if (payment !== undefined) payments.push({ ...payment, fileSha256: file.fileSha256 });
    },
  };
  for await (const _ of readTo(file, handler)) {
    while (payments.length >= PAYMENTS_MAX) await add(transaction, payments.splice(0, PAYMENTS_MAX), terms);
  }
  await add(transaction, payments, terms);
}

async function add(
  transaction: StoreTransaction,
  payments: readonly BankPaymentOnFile[],
  terms: PairingTerms,
): Promise<void> {
  if (payments.length === 0) return;
  await transaction.reassociation.insert(payments);
  const traceNumbers = new Set(payments.flatMap(({ trace }) => trace?.traceNumber ?? []));
  const untraced = payments.filter(({ trace }) => trace === undefined);
  await pairPayments(transaction, { traceNumbers: [...traceNumbers], untraced }, terms);
}

/** Yields after each piece that was read. */
async function* readTo({ decode, open }: BankFile, handler: NachaHandler): AsyncGenerator<void> {
  const reader = new NachaReader(decode, handler);
  for await (const piece of open()) {
    reader.feed(piece);
    yield;
  }
  reader.finish();
  yield;
}
