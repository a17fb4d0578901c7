import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyFile, writeFileCopy } from '../../../src/edi/syntax/copy.ts';
import { AWKWARD_FILES, ONE_LINE, wrapped } from '../support/awkward-files.ts';
import { TWO_SETS } from '../support/interchange-text.ts';
import { bytesOf, decodeLatin1 } from '../support/latin-1.ts';

/** Pieces that file readers stumble over, in any order. */
const awkward = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Object.values(AWKWARD_FILES)),
      fc.constantFrom('~', '~~', '*', '\r\n', '\u001a', '\0', 'ISA', 'ISA*', '\u00ef\u00bb\u00bf', 'IEA*1'),
      fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((byte) => String.fromCharCode(byte)) }),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(''));

describe('a file copy', () => {
  test('is written back byte for byte, whatever was read', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        expect(writeFileCopy(copyFile(decodeLatin1, bytesOf(text)))).toBe(text);
      }),
    );
  });

  test.each(Object.entries(AWKWARD_FILES))('of a file with %s is written back byte for byte', (_, text) => {
    const copy = copyFile(decodeLatin1, bytesOf(text));
    expect(writeFileCopy(copy)).toBe(text);
    expect(copy.segments.length).toBeGreaterThan(7);
    expect(copy.segments.at(-1)?.elements[0]).toBe('IEA');
  });

  test('of interchanges wrapped at different widths, whole or not, is written back byte for byte', () => {
    const part = fc.record({
      width: fc.integer({ min: 30, max: 110 }),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      cut: fc.nat({ max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 4 }), (parts) => {
        const text = parts
          .map(({ width, lineEnd, cut }) => {
            return wrapped(ONE_LINE.slice(0, ONE_LINE.length - cut), width, lineEnd).trimEnd();
          })
          .join('');
        expect(writeFileCopy(copyFile(decodeLatin1, bytesOf(text)))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('of a file that is wrapped, damaged or cut anywhere is written back byte for byte', () => {
    const file = fc.record({
      text: fc.constantFrom(...Object.values(AWKWARD_FILES)),
      width: fc.integer({ min: 10, max: 130 }),
      lineEnd: fc.constantFrom('', '\n', '\r\n', '\r'),
      cut: fc.nat({ max: 900 }),
      damage: fc.array(fc.tuple(fc.nat({ max: 900 }), fc.constantFrom('~', '*', '\n', '?', '\0', 'I')), {
        maxLength: 4,
      }),
    });
    fc.assert(
      fc.property(file, ({ text, width, lineEnd, cut, damage }) => {
        let damaged = lineEnd === '' ? text : wrapped(text.replaceAll('\n', ''), width, lineEnd);
        for (const [at, byte] of damage) damaged = damaged.slice(0, at) + byte + damaged.slice(at + 1);
        damaged = damaged.slice(0, damaged.length - cut);
        expect(writeFileCopy(copyFile(decodeLatin1, bytesOf(damaged)))).toBe(damaged);
      }),
      { numRuns: 500 },
    );
  });

  test('holds every segment of a readable file', () => {
    const copy = copyFile(decodeLatin1, bytesOf(TWO_SETS));
    expect(copy.segments.map((segment) => segment.elements[0])).toEqual([
      'ISA',
      'GS',
      'ST',
      'BHT',
      'CLM',
      'SE',
      'ST',
      'NM1',
      'SE',
      'GE',
      'IEA',
    ]);
    expect(copy.segments[4]?.elements).toEqual(['CLM', 'A1', '100', '', '', '11:B:1', 'Y', 'A', 'Y', 'Y']);
    expect(copy.segments[4]?.gap).toBe('\n');
    expect(copy.tail).toBe('');
  });
});
