import { type Cents, sumCents } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import type { Remittance } from '../../domain/remittance/remittance.ts';
import type { BankAccount } from '../../translate/remittance-835/remittance-details.ts';

/** A credit to the payee's account that pays one remittance. */
export interface EftEntry {
  readonly remittance: Remittance;
  /** What the bank pays; the payment's amount, unless the scenario has it otherwise. */
  readonly amountCents: Cents;
  /** The effective entry date. */
  readonly date: BusinessDate;
  readonly payerAccount: BankAccount;
  readonly payeeAccount: BankAccount;
}

const LINE_LENGTH = 94;
const LINES_IN_BLOCK = 10;
/** Service class: credits only. */
const CREDITS = '220';
/** A credit to a demand account. */
const CHECKING_CREDIT = '22';
/** The description by which a bank knows a health care payment (NACHA Operating Rules, health care EFT). */
const DESCRIPTION = 'HCCLAIMPMT';
/** The entry hash keeps the last ten digits. */
const HASH_DIGITS = 10;

/**
 * Writes a NACHA file of CCD+ entries, one for each remittance, in a batch of its own because company and effective
 * date are the batch's. The whole TRN stands in the addenda record (CORE 370: record 7 field 3; amount in record 6
 * field 6, effective date in record 5 field 9). Lines of 94 characters, filled to blocks of ten.
 */
export function writeEftFile(
  entries: readonly [EftEntry, ...EftEntry[]],
  file: { readonly date: BusinessDate; readonly time: string },
): string {
  const [{ payeeAccount, remittance }] = entries;
  const header = [
    '101',
    ` ${payeeAccount.routingNumber}`,
    digits(remittance.payment.originatorId, 10),
    compact(file.date),
    file.time,
    'A094101',
    words('SAMPLE RECEIVING BANK', 23),
    words('SAMPLE ORIGINATING BANK', 23),
    words('', 8),
  ].join('');
  const batches = entries.flatMap((entry, index) => batchOf(entry, index + 1));
  const control = [
    '9',
    digits(entries.length, 6),
    digits(Math.ceil((batches.length + 2) / LINES_IN_BLOCK), 6),
    // An entry and its addenda count two.
    digits(entries.length * 2, 8),
    hashOf(entries),
    digits(0, 12),
    digits(sumCents(entries.map((entry) => entry.amountCents)), 12),
    words('', 39),
  ].join('');
  const lines = [header, ...batches, control];
  while (lines.length % LINES_IN_BLOCK !== 0) lines.push('9'.repeat(LINE_LENGTH));
  return lines.map((line) => `${line}\n`).join('');
}

function batchOf(entry: EftEntry, number: number): string[] {
  const { remittance, amountCents, payerAccount, payeeAccount } = entry;
  const { originatorId, traceNumber } = remittance.payment;
  const company = digits(originatorId, 10);
  const originatingBank = payerAccount.routingNumber.slice(0, 8);
  const { routingNumber, accountNumber } = payeeAccount;
  const entryTrace = `${originatingBank}${digits(1, 7)}`;
  return [
    [
      `5${CREDITS}`,
      words(remittance.payer.name, 16),
      words('', 20),
      company,
      'CCD',
      words(DESCRIPTION, 10),
      words('', 6),
      compact(entry.date),
      words('', 3),
      '1',
      originatingBank,
      digits(number, 7),
    ],
    [
      `6${CHECKING_CREDIT}`,
      routingNumber,
      words(accountNumber, 17),
      digits(amountCents, 10),
      words(remittance.payee.npi ?? remittance.payee.taxId ?? '', 15),
      words(remittance.payee.name, 22),
      words('', 2),
      '1',
      entryTrace,
    ],
    ['705', words(`TRN*1*${traceNumber}*${originatorId}~`, 80), digits(1, 4), digits(1, 7)],
    [
      `8${CREDITS}`,
      digits(2, 6),
      hashOf([entry]),
      digits(0, 12),
      digits(amountCents, 12),
      company,
      words('', 25),
      originatingBank,
      digits(number, 7),
    ],
  ].map((parts) => parts.join(''));
}

/** The sum of the receiving banks' first eight digits. */
function hashOf(entries: readonly EftEntry[]): string {
  const sum = entries.reduce(
    (total, entry) => total + Number(entry.payeeAccount.routingNumber.slice(0, 8)),
    0,
  );
  return digits(sum, HASH_DIGITS).slice(-HASH_DIGITS);
}

function compact(date: BusinessDate): string {
  return date.replaceAll('-', '').slice(2);
}

function words(text: string, width: number): string {
  return text.toUpperCase().slice(0, width).padEnd(width, ' ');
}

function digits(value: number | string, width: number): string {
  return String(value).padStart(width, '0');
}
