import { describe, expect, test } from 'vitest';
import type { NachaProblem } from '../../../src/edi/nacha/nacha-problem.ts';
import { isNachaStart, type NachaEntry, NachaReader } from '../../../src/edi/nacha/nacha-reader.ts';
import { decodeLatin1 } from '../../../src/main/latin-1.ts';
import { type EntryOfFile, nachaRecords, trn } from '../../support/nacha-file.ts';

interface Read {
  readonly entries: NachaEntry[];
  readonly problems: NachaProblem[];
}

function read(text: string): Read {
  const found: Read = { entries: [], problems: [] };
  const reader = new NachaReader(decodeLatin1, {
    entry: (entry) => found.entries.push(entry),
    problem: (problem) => found.problems.push(problem),
  });
  reader.feed(new TextEncoder().encode(text));
  reader.finish();
  return found;
}

const ENTRIES: readonly EntryOfFile[] = [
  { amountCents: 12_345, paymentRelated: trn('E1') },
  { amountCents: 5000, transactionCode: '27' },
];

/** The file with records changed: `undefined` takes one out. */
function changed(change: (record: string, index: number) => string | undefined): string {
  return nachaRecords(ENTRIES)
    .flatMap((record, index) => change(record, index) ?? [])
    .join('\n');
}

function codesOf(text: string): string[] {
  return read(text).problems.map(({ code }) => code);
}

describe('a NACHA file', () => {
  test('tells each entry with its batch, its amount, its addenda and where it stands', () => {
    const { entries, problems } = read(nachaRecords(ENTRIES).join('\n'));
    expect(problems).toEqual([]);
    expect(entries).toEqual([
      {
        batch: {
          companyName: 'INVENTED HEALTH',
          companyId: '1000000001',
          entryClass: 'CCD',
          description: 'HCCLAIMPMT',
          effectiveDate: '260310',
        },
        transactionCode: '22',
        amountCents: 12_345,
        entryTrace: '999999990000001',
        paymentRelated: [trn('E1').padEnd(80)],
        place: { recordNumber: 3, byteStart: 190, byteStop: 284 },
      },
      expect.objectContaining({ transactionCode: '27', amountCents: 5000, paymentRelated: [] }),
    ]);
  });

  test('tells neither names nor account numbers', () => {
    const told = JSON.stringify(read(nachaRecords(ENTRIES).join('\n')));
    expect(told).not.toContain('4444444444');
    expect(told).not.toContain('INVENTED PRACTICE');
  });

  test('may stand behind another in one file', () => {
    const one = nachaRecords(ENTRIES).join('\n');
    const { entries, problems } = read(`${one}\n${one}\n`);
    expect(problems).toEqual([]);
    expect(entries).toHaveLength(4);
  });

  test('is told by its first record', () => {
    expect(isNachaStart(nachaRecords(ENTRIES)[0] ?? '')).toBe(true);
    expect(isNachaStart(`\r\n${nachaRecords(ENTRIES)[0]}`)).toBe(true);
    expect(isNachaStart('ISA*00*')).toBe(false);
    expect(isNachaStart('5200')).toBe(false);
  });
});

describe('a NACHA file that is not whole', () => {
  test.each([
    [
      'has no file control',
      changed((record) => (record.startsWith('9') ? undefined : record)),
      ['nacha.cut'],
    ],
    ['is empty', '', ['nacha.cut']],
    ['is cut within a batch', nachaRecords(ENTRIES).slice(0, 3).join('\n'), ['nacha.cut']],
    [
      'has records of another length',
      changed((record, index) => (index === 0 ? record.replace('094101', '080101') : record)),
      ['nacha.header-invalid'],
    ],
    [
      'has lost an addenda record',
      changed((record) => (record.startsWith('7') ? undefined : record)),
      ['nacha.count-differs', 'nacha.count-differs'],
    ],
    [
      'has lost an entry with its addenda',
      changed((_, index) => (index === 2 || index === 3 ? undefined : nachaRecords(ENTRIES)[index])),
      // Of the batch, then of the file.
      [
        'nacha.count-differs',
        'nacha.hash-differs',
        'nacha.total-differs',
        'nacha.count-differs',
        'nacha.hash-differs',
        'nacha.total-differs',
      ],
    ],
    [
      'has lost a batch',
      changed((record, index) => (index >= 5 && index <= 7 ? undefined : record)),
      ['nacha.count-differs', 'nacha.hash-differs', 'nacha.total-differs', 'nacha.count-differs'],
    ],
    [
      'sends the entry to another bank',
      changed((record, index) => (index === 2 ? record.replace('62299999999', '62299999998') : record)),
      ['nacha.hash-differs', 'nacha.hash-differs'],
    ],
    [
      'says credit for debit',
      changed((record) => record.replace(/^627/, '622')),
      ['nacha.total-differs', 'nacha.total-differs'],
    ],
    [
      'has letters in an amount',
      changed((record, index) => (index === 4 ? record.replace('000000012345', '0000000ABCDE') : record)),
      ['nacha.field-invalid'],
    ],
    [
      'has a transaction code of a bank to itself',
      changed((record, index) => (index === 2 ? record.replace(/^622/, '682') : record)),
      expect.arrayContaining(['nacha.field-invalid', 'nacha.record-unexpected']),
    ],
    [
      'has a batch control of another batch',
      changed((record, index) => (index === 4 ? record.replace(/0000001$/, '0000009') : record)),
      ['nacha.batch-number-differs'],
    ],
    [
      'has an entry outside of a batch',
      changed((record, index) => (index === 1 || index === 4 ? undefined : record)),
      expect.arrayContaining(['nacha.record-unexpected']),
    ],
    [
      'has a record of no type',
      changed((record, index) => (index === 1 ? `4${record.slice(1)}\n${record}` : record)),
      ['nacha.record-unexpected'],
    ],
  ])('%s', (_, text, codes) => {
    expect(codesOf(text)).toEqual(codes);
  });
});
