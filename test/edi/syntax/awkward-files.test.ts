import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SegmentReader } from '../../../src/edi/syntax/segment-reader.ts';
import {
  AWKWARD_FILES,
  BINARY,
  BINARY_DATA,
  ONE_LINE,
  RELEASED,
  TWO_DELIMITERS,
  wrapped,
} from '../support/awkward-files.ts';
import { TWO_SETS } from '../support/interchange-text.ts';
import { bytesOf, decodeLatin1 } from '../support/latin-1.ts';

type Segments = readonly (readonly string[])[];

interface Read {
  readonly segments: Segments;
  readonly places: readonly (readonly [start: number, stop: number])[];
  readonly leftover: number;
  readonly stopped: string | undefined;
}

function readAll(bytes: Uint8Array, pieceSizes: readonly number[] = []): Read {
  const reader = new SegmentReader(decodeLatin1);
  const segments: string[][] = [];
  const places: [number, number][] = [];
  const take = (): void => {
    while (reader.next()) {
      segments.push(Array.from({ length: reader.elementCount + 1 }, (_, position) => reader.text(position)));
      places.push([reader.byteStart, reader.byteStop]);
    }
  };
  let start = 0;
  for (const size of [...pieceSizes, bytes.length]) {
    reader.feed(bytes.subarray(start, start + size));
    take();
    start = Math.min(start + size, bytes.length);
  }
  reader.end();
  take();
  return { segments, places, leftover: reader.leftoverByteCount, stopped: reader.stopped };
}

const read = (text: string): Read => readAll(bytesOf(text));
const segmentsOf = (text: string): Segments => read(text).segments;
const awkward = (name: string): string => AWKWARD_FILES[name] ?? '';
const NEXT = ONE_LINE.replaceAll('000000007', '000000008');

function segmentOf(text: string, identifier: string): readonly string[] | undefined {
  return segmentsOf(text).find(([first]) => first === identifier);
}

describe('the reader of a wrapped file', () => {
  test.each([
    ['80 columns', wrapped(ONE_LINE)],
    ['80 columns with CR and LF', wrapped(ONE_LINE, 80, '\r\n')],
    ['72 columns with CR', wrapped(ONE_LINE, 72, '\r')],
    ['40 columns, which cut the ISA twice', wrapped(ONE_LINE, 40)],
    [
      '80 columns, segments on lines of their own',
      awkward('segments on lines of their own, wrapped at 80 columns'),
    ],
  ])('drops the line ends that wrap it at %s', (_, text) => {
    expect(segmentsOf(text)).toEqual(segmentsOf(TWO_SETS));
    expect(read(text).leftover).toBe(0);
  });

  test('tells where segments stand in the file', () => {
    const text = wrapped(ONE_LINE, 80, '\r\n');
    const { segments, places } = read(text);
    for (const [index, [start, stop]] of places.entries()) {
      expect(text.slice(start, stop).replaceAll('\r\n', '')).toBe(`${segments[index]?.join('*')}~`);
      expect(text.slice(start, stop)).toMatch(/^[A-Z][^]*~$/);
    }
  });

  test('keeps a line end that is not where lines end', () => {
    const text = wrapped(ONE_LINE).replace('EXAMPLE CLINIC', 'EXAMPLE\nCLINIC');
    expect(segmentsOf(text).some((segment) => segment[3] === 'EXAMPLE\nCLINIC')).toBe(true);
  });

  test('keeps a line end in data of a file that is not wrapped, at whatever column', () => {
    const note = `NTE*ADD*${'A'.repeat(72)}\nB~`;
    const text = TWO_SETS.replace('SE*4*0001~', `${note}SE*5*0001~`);
    expect(segmentOf(text, 'NTE')?.[2]).toBe(`${'A'.repeat(72)}\nB`);
  });

  test.each(['two interchanges, the first wrapped', 'two interchanges, the second wrapped'])(
    'reads %s',
    (name) => {
      expect(segmentsOf(awkward(name))).toEqual(segmentsOf(ONE_LINE + NEXT));
    },
  );

  test.each([
    [70, 80],
    [80, 70],
    [80, 72],
    [40, 100],
  ])(
    'reads the same however a file wrapped at %i and then at %i columns is cut into pieces',
    (width, other) => {
      const bytes = bytesOf(wrapped(ONE_LINE, width) + wrapped(NEXT, other) + ONE_LINE);
      const whole = readAll(bytes);
      for (const size of [1, 7, 100, 333]) {
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, () => size);
        expect(readAll(bytes, pieces)).toEqual(whole);
      }
    },
  );
});

describe('the reader of awkward files', () => {
  test.each([
    'a byte order mark',
    'blank lines before ISA',
    'CR and LF behind terminators',
    'NUL and SUB at the end',
  ])('reads a file with %s as if it had none', (name) => {
    expect(segmentsOf(awkward(name))).toEqual(segmentsOf(TWO_SETS));
    expect(read(awkward(name)).leftover).toBe(0);
  });

  test('reads every byte beyond ASCII as the character of its number', () => {
    const all = String.fromCharCode(...Array.from({ length: 128 }, (_, index) => index + 128));
    const text = TWO_SETS.replace('SE*4*0001~', `NTE*ADD*${all}~SE*5*0001~`);
    expect(segmentOf(text, 'NTE')).toEqual(['NTE', 'ADD', all]);
  });

  test('takes the delimiters of each ISA anew', () => {
    const identifiers = segmentsOf(TWO_SETS).map(([identifier]) => identifier);
    expect(segmentsOf(TWO_DELIMITERS).map(([identifier]) => identifier)).toEqual([
      ...identifiers,
      ...identifiers,
    ]);
  });

  const files = Object.entries(AWKWARD_FILES).map(([name, text]) => ({ name, text }));
  test.each(files)('reads the same however a file with $name is cut into pieces', ({ text }) => {
    const bytes = bytesOf(text);
    const whole = readAll(bytes);
    expect(
      readAll(
        bytes,
        Array.from(bytes, () => 1),
      ),
    ).toEqual(whole);
    const pieces = fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 30 });
    fc.assert(
      fc.property(pieces, (sizes) => {
        expect(readAll(bytes, sizes)).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  test.each(files)('reads no other segment when a file with $name is cut anywhere', ({ text }) => {
    const bytes = bytesOf(text);
    const whole = readAll(bytes).segments;
    for (let length = 0; length < bytes.length; length++) {
      const { segments } = readAll(bytes.subarray(0, length));
      // A binary segment that is cut is read like any other, to its first terminator.
      const binary = segments.findIndex(([identifier]) => identifier === 'BIN' || identifier === 'BDS');
      const sure = text === BINARY && binary >= 0 ? binary : segments.length;
      expect(segments.slice(0, sure)).toEqual(whole.slice(0, sure));
    }
  });
});

describe('the reader of an interchange with a release character', () => {
  test('takes what it releases as data', () => {
    expect(segmentOf(RELEASED, 'NTE')).toEqual(['NTE', 'ADD', 'A*B ~ C? D']);
    const reader = new SegmentReader(decodeLatin1);
    reader.feed(bytesOf(RELEASED));
    while (reader.next()) {
      if (reader.text(0) !== 'HI') continue;
      expect(reader.components(1)).toEqual(['ABK:X', 'J069^']);
      expect([0, 1, 2].map((index) => reader.component(1, index))).toEqual(['ABK:X', 'J069^', '']);
      expect(reader.repetitions(1)).toEqual(['ABK:X:J069^']);
    }
  });

  test('has none before version 00702, nor one that an ISX elsewhere declares', () => {
    const before = RELEASED.replace('*00704*', '*00501*').replace('?~ C', '~ C');
    expect(segmentOf(before, 'NTE')).toEqual(['NTE', 'ADD', 'A?', 'B ']);
    const late = RELEASED.replace('ISX*?~', '').replace('ST*837', 'ISX*?~ST*837');
    expect(segmentOf(late, 'NTE')).toEqual(['NTE', 'ADD', 'A?', 'B ?']);
  });

  test('forgets it at the next ISA', () => {
    const text = `${RELEASED}${TWO_SETS.replace('EXAMPLE CLINIC', 'CLINIC?')}`;
    expect(segmentsOf(text).some((segment) => segment[3] === 'CLINIC?')).toBe(true);
  });
});

describe('the reader of binary segments', () => {
  test('takes as many bytes of BIN and BDS as they count, delimiters included', () => {
    expect(segmentOf(BINARY, 'BIN')).toEqual(['BIN', String(BINARY_DATA.length), BINARY_DATA]);
    expect(segmentOf(BINARY, 'BDS')).toEqual(['BDS', 'ASC', String(BINARY_DATA.length), BINARY_DATA]);
    expect(segmentsOf(BINARY).at(-1)).toEqual(['IEA', '1', '000000007']);
  });

  test('reads data that are larger than any other segment', () => {
    const data = '~*'.repeat(1_000_000);
    const text = BINARY.replace(/BIN\*[^]*?~BDS/, () => `BIN*${data.length}*${data}~BDS`);
    expect(segmentOf(text, 'BIN')?.[2]?.length).toBe(data.length);
    expect(segmentsOf(text).at(-1)?.[0]).toBe('IEA');
  });

  test.each(['3', '99999', '99999999', '999999999999', '', '-1', '1.5', 'X'])(
    'does not believe BIN01 when it lies (%s)',
    (count) => {
      const text = BINARY.replace(/BIN\*[^]*?~BDS[^]*~SE/, `BIN*${count}*SIXTEEN BYTES OF~SE`);
      expect(segmentOf(text, 'BIN')).toEqual(['BIN', count, 'SIXTEEN BYTES OF']);
      expect(segmentsOf(text).at(-1)?.[0]).toBe('IEA');
    },
  );
});
