/** NACHA files written by hand and not by the simulator's writer, so that a shared mistake would show. */

export interface EntryOfFile {
  readonly amountCents: number;
  /** The whole of field 3 of the addenda; absent: no addenda record. */
  readonly paymentRelated?: string;
  readonly transactionCode?: string;
  /** YYMMDD. */
  readonly date?: string;
  readonly description?: string;
  readonly entryClass?: string;
  /** The receiving bank's first eight digits. */
  readonly bank?: string;
}

/** The TRN segment of a payment as it stands in the addenda. */
export function trn(trace: string, originator = '1000000001'): string {
  return `TRN*1*${trace}*${originator}~`;
}

/** The records of a file with a batch for each entry, filled to a block. */
export function nachaRecords(entries: readonly EntryOfFile[]): string[] {
  const batches = entries.flatMap((entry, index) => batchRecords(entry, index + 1));
  const sums = entries.map(totalsOf);
  const total = (of: (one: Totals) => number): number => sums.reduce((sum, one) => sum + of(one), 0);
  const records = [
    '101 99999999219999999922610020900A094101INVENTED RECEIVING BANKINVENTED SENDING BANK          ',
    ...batches,
    [
      '9',
      digits(entries.length, 6),
      digits(Math.ceil((batches.length + 2) / 10), 6),
      digits(
        total(({ count }) => count),
        8,
      ),
      digits(total(({ hash }) => hash) % 10 ** 10, 10),
      digits(
        total(({ debit }) => debit),
        12,
      ),
      digits(
        total(({ credit }) => credit),
        12,
      ),
      ' '.repeat(39),
    ].join(''),
  ];
  while (records.length % 10 !== 0) records.push('9'.repeat(94));
  return records.map((record) => record.padEnd(94).slice(0, 94));
}

export function nachaFile(entries: readonly EntryOfFile[], lineEnd = '\n'): Uint8Array {
  return new TextEncoder().encode(nachaRecords(entries).join(lineEnd) + lineEnd);
}

interface Totals {
  readonly count: number;
  readonly hash: number;
  readonly debit: number;
  readonly credit: number;
}

function totalsOf({
  amountCents,
  paymentRelated,
  transactionCode = '22',
  bank = '99999999',
}: EntryOfFile): Totals {
  const isDebit = Number(transactionCode[1]) >= 5;
  return {
    count: paymentRelated === undefined ? 1 : 2,
    hash: Number(bank),
    debit: isDebit ? amountCents : 0,
    credit: isDebit ? 0 : amountCents,
  };
}

function batchRecords(entry: EntryOfFile, number: number): string[] {
  const { amountCents, paymentRelated, transactionCode = '22', date = '260310' } = entry;
  const { description = 'HCCLAIMPMT', entryClass = 'CCD', bank = '99999999' } = entry;
  const { count, hash, debit, credit } = totalsOf(entry);
  return [
    `5200INVENTED HEALTH ${' '.repeat(20)}1000000001${entryClass}${description.padEnd(10)}${' '.repeat(6)}${date}   199999999${digits(number, 7)}`,
    `6${transactionCode}${bank}2${'4444444444'.padEnd(17)}${digits(amountCents, 10)}${'1999999984'.padEnd(15)}${'INVENTED PRACTICE'.padEnd(22)}  ${paymentRelated === undefined ? 0 : 1}99999999${digits(number, 7)}`,
    ...(paymentRelated === undefined ? [] : [`705${paymentRelated.padEnd(80)}0001${digits(number, 7)}`]),
    `8200${digits(count, 6)}${digits(hash, 10)}${digits(debit, 12)}${digits(credit, 12)}1000000001${' '.repeat(25)}99999999${digits(number, 7)}`,
  ];
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
