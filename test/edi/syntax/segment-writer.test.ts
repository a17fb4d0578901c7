import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import type { BusinessDate } from '../../../src/base/time.ts';
import { USUAL_DELIMITERS } from '../../../src/edi/syntax/delimiters.ts';
import { SegmentReader } from '../../../src/edi/syntax/segment-reader.ts';
import { SegmentWriter, UnwritableElement } from '../../../src/edi/syntax/segment-writer.ts';
import { TWO_SETS } from '../support/interchange-text.ts';
import { bytesOf, decodeLatin1 } from '../support/latin-1.ts';

const ISA = TWO_SETS.slice(0, TWO_SETS.indexOf('\n'));

function readBack(text: string): SegmentReader {
  const reader = new SegmentReader(decodeLatin1);
  reader.feed(bytesOf(ISA + text));
  expect(reader.next()).toBe(true);
  expect(reader.next()).toBe(true);
  return reader;
}

const writable = fc.string({
  unit: fc
    .integer({ min: 0x20, max: 0xff })
    .map((byte) => String.fromCharCode(byte))
    .filter((character) => !'*^:~'.includes(character)),
  maxLength: 40,
});

describe('the segment writer', () => {
  test('writes elements that the reader gives back, less trailing empty ones', () => {
    fc.assert(
      fc.property(fc.array(writable, { maxLength: 30 }), (elements) => {
        const writer = new SegmentWriter(USUAL_DELIMITERS);
        writer
          .begin('NTE')
          .elements(...elements)
          .end();
        const segment = readBack(writer.toText());
        const used = elements.findLastIndex((element) => element !== '') + 1;
        expect(segment.elementCount).toBe(used);
        for (const [index, element] of elements.entries()) {
          expect(segment.text(index + 1)).toBe(element);
          expect(segment.has(index + 1)).toBe(element !== '');
        }
      }),
    );
  });

  test('writes composites and amounts that the reader gives back', () => {
    const components = fc.array(
      writable.filter((text) => text !== ''),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(components, fc.maxSafeInteger(), (parts, value) => {
        fc.pre(Math.abs(value) < 1e15);
        const writer = new SegmentWriter(USUAL_DELIMITERS);
        writer.begin('SVC').composite(parts).amount(cents(value)).end();
        const segment = readBack(writer.toText());
        expect(segment.components(1)).toEqual(parts);
        expect(segment.cents(2)).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  test('writes repetitions that the reader gives back', () => {
    const writer = new SegmentWriter(USUAL_DELIMITERS);
    writer
      .begin('EB')
      .repeated([['1'], ['30', 'A'], ['35']])
      .end();
    expect(writer.toText()).toBe('EB*1^30:A^35~');
    expect(readBack(writer.toText()).repetitions(1)).toEqual(['1', '30:A', '35']);
  });

  test('writes counts and days, and components that are numbers', () => {
    const writer = new SegmentWriter(USUAL_DELIMITERS);
    const day = '2026-02-28' as BusinessDate;
    writer
      .begin('ZZ')
      .count(0)
      .empty(1)
      .count(1_000_000)
      .date(day)
      .date(undefined)
      .composite([1, '', 12])
      .end();
    expect(writer.toText()).toBe('ZZ*0**1000000*20260228**1::12~');
  });

  test('gives the same bytes and text however many chunks they fill, and not what was not ended', () => {
    const writer = new SegmentWriter(USUAL_DELIMITERS);
    const texts = Array.from({ length: 5000 }, (_, index) => `TEXT ${'\u00e9'.repeat(index % 90)}`);
    texts.push('A'.repeat(200_000), 'B');
    for (const text of texts) writer.begin('NTE').element('ADD').element(text).end();
    writer.begin('NTE').element('CUT');
    const expected = texts.map((text) => `NTE*ADD*${text}~`).join('');
    expect(decodeLatin1(writer.toBytes(), 0, writer.toBytes().length) === expected).toBe(true);
    expect(writer.toText() === expected).toBe(true);
    expect(writer.segmentCount).toBe(5002);
  });

  const refusals: readonly (readonly [what: string, text: string, reason: string])[] = [
    ['an element separator', 'SMITH*JONES', 'delimiter-in-data'],
    ['a terminator', 'A~B', 'delimiter-in-data'],
    ['a line end', 'A\nB', 'control-character'],
    ['a character past Latin-1', '\u20ac', 'not-latin-1'],
  ];
  test.each(refusals)('refuses data that holds %s, and names the place only', (_, text, reason) => {
    const write = (): unknown => new SegmentWriter(USUAL_DELIMITERS).begin('NM1').element('1').element(text);
    expect(write).toThrow(UnwritableElement);
    expect(write).toThrow(`element NM102 cannot be written: ${reason}`);
  });
});
