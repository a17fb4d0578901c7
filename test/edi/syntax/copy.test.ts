import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyFile, writeFileCopy } from '../../../src/edi/syntax/copy.ts';
import { TWO_SETS } from '../support/interchange-text.ts';
import { bytesOf, decodeLatin1 } from '../support/latin-1.ts';

/** Pieces that file readers stumble over, in any order. */
const awkward = fc
  .array(
    fc.oneof(
      fc.constantFrom(TWO_SETS, TWO_SETS.replaceAll('\n', '\r\n'), TWO_SETS.replaceAll('\n', '')),
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
