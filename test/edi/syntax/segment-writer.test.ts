import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latin1Text } from '../../../src/base/latin1.ts';
import { cents } from '../../../src/base/money.ts';
import type { BusinessDate } from '../../../src/base/time.ts';
import { USUAL_DELIMITERS } from '../../../src/edi/syntax/delimiters.ts';
import { SegmentReader } from '../../../src/edi/syntax/segment-reader.ts';
import { SegmentWriter } from '../../../src/edi/syntax/segment-writer.ts';
import { UnwritableElement } from '../../../src/edi/syntax/unwritable-element.ts';
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
        const segment = readBack(writer.flushText());
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
        const segment = readBack(writer.flushText());
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
    const text = writer.flushText();
    expect(text).toBe('EB*1^30:A^35~');
    expect(readBack(text).repetitions(1)).toEqual(['1', '30:A', '35']);
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
    expect(writer.flushText()).toBe('ZZ*0**1000000*20260228**1::12~');
  });

  test('gives the same bytes and text however many chunks they fill, and not what was not ended', () => {
    const writer = new SegmentWriter(USUAL_DELIMITERS);
    const texts = Array.from({ length: 5000 }, (_, index) => `TEXT ${'\u00e9'.repeat(index % 90)}`);
    texts.push('A'.repeat(200_000), 'B');
    for (const text of texts) writer.begin('NTE').element('ADD').element(text).end();
    writer.begin('NTE').element('CUT');
    const expected = texts.map((text) => `NTE*ADD*${text}~`).join('');
    const bytes = writer.flush();
    expect(decodeLatin1(bytes, 0, bytes.length) === expected).toBe(true);
    expect(latin1Text(bytes) === expected).toBe(true);
    expect(writer.segmentCount).toBe(5002);
  });

  test('hands over once what was written, and leaves it as it is whatever is written later', () => {
    const writer = new SegmentWriter(USUAL_DELIMITERS);
    const write = (by: SegmentWriter, text: string): void => {
      for (let i = 0; i < 20_000; i++) by.begin('NTE').element(text).end();
    };
    write(writer, 'FIRST');
    const first = writer.flush();
    expect(writer.flush()).toHaveLength(0);
    write(writer, 'SECOND');
    write(new SegmentWriter(USUAL_DELIMITERS), 'OTHER');
    expect(latin1Text(first) === 'NTE*FIRST~'.repeat(20_000)).toBe(true);
    expect(writer.flushText() === 'NTE*SECOND~'.repeat(20_000)).toBe(true);
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

  const plain = fc.stringMatching(/^[A-Z0-9!"&'()+,./;?=-]+( [A-Z0-9!"&'()+,./;?=-]+)?$/);

  test('keeps what it tries where all data is plain, however long it is', () => {
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 20 }), fc.nat(8), (texts, exponent) => {
        const write = (writer: SegmentWriter): void => {
          for (const text of texts) writer.begin('NTE').element(text).composite([text, 12, text]).end();
          writer
            .begin('NTE')
            .element('A'.repeat(5 ** exponent))
            .end();
        };
        const [tried, written] = [new SegmentWriter(USUAL_DELIMITERS), new SegmentWriter(USUAL_DELIMITERS)];
        for (let turn = 0; turn < 3; turn++) {
          expect(tried.try(() => write(tried))).toBe(true);
          write(written);
        }
        expect(tried.flushText() === written.flushText()).toBe(true);
        expect(tried.segmentCount).toBe(written.segmentCount);
      }),
      { numRuns: 50 },
    );
  });

  const unplain: readonly (readonly [what: string, text: string])[] = [
    ['a small letter', 'Smith'],
    ['a character of the extended set', 'A@B'],
    ['a letter with an accent', 'CAF\u00c9'],
    ['two spaces', 'A  B'],
    ['a space at the beginning', ' A'],
    ['a space at the end', 'A '],
    ['a space alone', ' '],
    ...refusals.map(([what, text]) => [what, text] as const),
  ];
  test.each(unplain)('drops what it tries where data holds %s', (_, text) => {
    for (const put of [
      (writer: SegmentWriter) => writer.element(text),
      (writer: SegmentWriter) => writer.composite(['A', text]),
    ]) {
      const writer = new SegmentWriter(USUAL_DELIMITERS);
      writer.begin('LX').count(1).end();
      const isKept = writer.try(() => {
        writer.begin('NTE').element('ADD').element('BEFORE').end();
        put(writer.begin('NTE').element('ADD')).end();
        for (let i = 0; i < 10_000; i++) writer.begin('NTE').element('ADD').element('BEHIND').end();
      });
      expect(isKept).toBe(false);
      expect(writer.segmentCount).toBe(1);
      expect(writer.flushText()).toBe('LX*1~');
      expect(writer.try(() => writer.begin('LX').count(2).end())).toBe(true);
      expect(writer.flushText()).toBe('LX*2~');
    }
  });

  const anywhere = fc
    .tuple(fc.stringMatching(/^[A-Z0-9.]*$/), fc.stringMatching(/^[a@\u00c9*^:~\n\u20ac]$/))
    .chain(([text, odd]) =>
      fc.nat(text.length).map((at) => ({ odd, text: text.slice(0, at) + odd + text.slice(at) })),
    );

  test('drops or refuses data wherever in it a character stands that is not plain', () => {
    fc.assert(
      fc.property(anywhere, fc.boolean(), ({ odd, text }, isComponent) => {
        const writer = new SegmentWriter(USUAL_DELIMITERS);
        const write = (): void => {
          writer.begin('NTE').element('ADD');
          if (isComponent) writer.composite(['A', text]).end();
          else writer.element(text).end();
        };
        expect(writer.try(write)).toBe(false);
        expect(writer.flushText()).toBe('');
        if ('a@\u00c9'.includes(odd)) {
          write();
          expect(writer.flushText()).toBe(`NTE*ADD*${isComponent ? 'A:' : ''}${text}~`);
        } else {
          expect(write).toThrow('element NTE02 cannot be written');
        }
      }),
    );
  });

  const given = fc.option(plain, { nil: undefined });

  test('leaves out what is empty at the end of a segment, and of a composite, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(given, fc.array(given, { maxLength: 4 })), { maxLength: 8 }),
        (elements) => {
          const writer = new SegmentWriter(USUAL_DELIMITERS).begin('ZZ');
          for (const element of elements) {
            if (Array.isArray(element)) writer.composite(element);
            else writer.element(element);
          }
          writer.end();
          const texts = elements.map((element) =>
            Array.isArray(element) ? element.join(':').replace(/:+$/, '') : (element ?? ''),
          );
          expect(writer.flushText()).toBe(`${['ZZ', ...texts].join('*').replace(/\*+$/, '')}~`);
        },
      ),
    );
  });

  test('refuses data again when a trial broke off', () => {
    const writer = new SegmentWriter(USUAL_DELIMITERS);
    const broken = (): never => {
      throw new Error('broken off');
    };
    expect(() => writer.try(broken)).toThrow('broken off');
    expect(() => writer.begin('NM1').element('A~B')).toThrow(UnwritableElement);
  });
});
