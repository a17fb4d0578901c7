import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NachaProblem } from '../../../src/edi/nacha/nacha-problem.ts';
import { type NachaEntry, NachaReader } from '../../../src/edi/nacha/nacha-reader.ts';
import { decodeLatin1 } from '../../../src/main/latin-1.ts';
import { type EntryOfFile, nachaRecords, trn } from '../../support/nacha-file.ts';

const ENTRY: fc.Arbitrary<EntryOfFile> = fc.record(
  {
    amountCents: fc.integer({ min: 1, max: 9_999_999_999 }),
    paymentRelated: fc.constantFrom(trn('E1'), trn('E2'), 'RMR*IV*1~'),
    transactionCode: fc.constantFrom('22', '27', '32', '37', '21', '23', '55'),
    bank: fc.constantFrom('99999999', '01234567'),
  },
  { requiredKeys: ['amountCents'] },
);
const FILE = fc.array(ENTRY, { minLength: 1, maxLength: 8 }).map((entries) => nachaRecords(entries));

interface Read {
  readonly entries: NachaEntry[];
  readonly problems: NachaProblem[];
}

function read(pieces: readonly Uint8Array[]): Read {
  const found: Read = { entries: [], problems: [] };
  const reader = new NachaReader(decodeLatin1, {
    entry: (entry) => found.entries.push(entry),
    problem: (problem) => found.problems.push(problem),
  });
  for (const piece of pieces) reader.feed(piece);
  reader.finish();
  return found;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function withoutBytes({ entries, problems }: Read): unknown {
  const plain = (one: NachaEntry | NachaProblem): unknown => ({ ...one, place: one.place.recordNumber });
  return { entries: entries.map(plain), problems: problems.map(plain) };
}

test('a file says the same in lines of any kind, in one line, and without the blanks at the end of lines', () => {
  fc.assert(
    fc.property(
      FILE,
      fc.constantFrom('', '\r\n', '\r', '\n\n', '   \n'),
      fc.boolean(),
      (records, lineEnd, isTrimmed) => {
        const usual = read([bytesOf(records.map((record) => `${record}\n`).join(''))]);
        expect(usual.problems).toEqual([]);
        // In one line nothing but its length tells where a record ends.
        const lines = isTrimmed && lineEnd !== '' ? records.map((record) => record.trimEnd()) : records;
        const other = read([bytesOf(lines.map((line) => `${line}${lineEnd}`).join(''))]);
        expect(withoutBytes(other)).toEqual(withoutBytes(usual));
      },
    ),
  );
});

test('however a file is cut into pieces, the same is read', () => {
  fc.assert(
    fc.property(FILE, fc.array(fc.nat(2000), { maxLength: 12 }), (records, cuts) => {
      const bytes = bytesOf(records.join('\r\n'));
      const ends = [0, ...cuts.map((cut) => cut % bytes.length).toSorted((a, b) => a - b), bytes.length];
      const pieces = ends.slice(1).map((end, index) => bytes.subarray(ends[index], end));
      expect(read(pieces)).toEqual(read([bytes]));
    }),
  );
});

test('the bytes of an entry are those of its record', () => {
  fc.assert(
    fc.property(FILE, fc.constantFrom('', '\n', '\r\n'), (records, lineEnd) => {
      const bytes = bytesOf(records.join(lineEnd));
      const { entries } = read([bytes]);
      const said = entries.map(({ place }) => decodeLatin1(bytes, place.byteStart, place.byteStop));
      expect(said).toEqual(records.filter((record) => record.startsWith('6')));
    }),
  );
});

test('one digit changed in any amount, count or hash is found by the totals', () => {
  const columns: Readonly<Record<string, readonly [number, number]>> = {
    '6': [29, 39],
    '8': [4, 44],
    '9': [13, 55],
  };
  fc.assert(
    fc.property(FILE, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 9 }), (records, which, where, by) => {
      const places = records.flatMap((record, index) => {
        const [start, stop] = columns[record.startsWith('99') ? '' : (record[0] ?? '')] ?? [0, 0];
        return Array.from({ length: stop - start }, (_, offset) => [index, start + offset] as const);
      });
      const [index, column] = places[(which * 31 + where) % places.length] ?? [0, 0];
      const changed = records.map((record, at) => {
        if (at !== index) return record;
        const digit = (Number(record[column]) + by) % 10;
        return `${record.slice(0, column)}${digit}${record.slice(column + 1)}`;
      });
      const codes = read([bytesOf(changed.join('\n'))]).problems.map(({ code }) => code);
      expect(codes.length).toBeGreaterThan(0);
      for (const code of codes) expect(code).toMatch(/^nacha\.(count|hash|total)-differs$/);
    }),
  );
});

test('no bytes whatever make the reader throw', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 4 }), FILE, (pieces, records) => {
      read(pieces);
      read([bytesOf(records.join('\n')), ...pieces]);
    }),
  );
});
