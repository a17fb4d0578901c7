import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  COMPONENT_SEPARATOR,
  OUTSIDE_CHARACTER_SET,
  REPETITION_SEPARATOR,
} from '../../../src/edi/syntax/byte-classes.ts';
import { SegmentReader } from '../../../src/edi/syntax/segment-reader.ts';
import { TWO_SETS } from '../support/interchange-text.ts';
import { bytesOf, decodeLatin1 } from '../support/latin-1.ts';

interface Read {
  readonly texts: readonly string[];
  readonly slices: readonly string[];
  readonly byteClasses: number;
}

/** Every segment behind the ISA: its elements as text, and as the offsets point at them. */
function readAll(text: string, sizes: readonly number[] = []): Read[] {
  const bytes = bytesOf(TWO_SETS.slice(0, 106) + text);
  const reader = new SegmentReader(decodeLatin1);
  const read: Read[] = [];
  const take = (): void => {
    while (reader.next()) {
      const positions = Array.from({ length: reader.elementCount + 1 }, (_, position) => position);
      read.push({
        texts: positions.map((position) => reader.text(position)),
        slices: positions.map((position) =>
          decodeLatin1(reader.bytes, reader.startOf(position), reader.stopOf(position)),
        ),
        byteClasses: reader.byteClasses,
      });
    }
  };
  let start = 0;
  for (const size of sizes) {
    reader.feed(bytes.subarray(start, start + size));
    start += size;
    take();
  }
  reader.feed(bytes.subarray(start));
  take();
  return read.slice(1);
}

describe('the segment reader', () => {
  test('points at the bytes of each element', () => {
    for (const { texts, slices } of readAll('CLM*A1*100***11:B:1*Y~NTE~SE*4*0001~'))
      expect(slices).toEqual(texts);
  });

  test('answers nothing for an element that is absent', () => {
    const reader = new SegmentReader(decodeLatin1);
    reader.feed(bytesOf(`${TWO_SETS.slice(0, 106)}LX*1~`));
    reader.next();
    reader.next();
    expect([reader.startOf(2), reader.stopOf(2), reader.has(2), reader.code(2), reader.text(2)]).toEqual([
      0,
      0,
      false,
      0,
      '',
    ]);
  });

  const classes: readonly (readonly [what: string, segment: string, byteClasses: number])[] = [
    ['of ordinary data', 'NM1*41*2*NAME ~', 0],
    ['with a component separator', 'HI*ABK:J069~', COMPONENT_SEPARATOR],
    ['with a repetition separator', 'DMG*A^B~', REPETITION_SEPARATOR],
    ['with a control character', 'NTE*A\tB~', OUTSIDE_CHARACTER_SET],
    ['with a letter of another language', 'NTE*\u00e9\u00d1\u00fc\u00bf~', 0],
    ['with a letter of UTF-8', 'NTE*\u00c3\u00a9~', OUTSIDE_CHARACTER_SET],
    [
      'with all of them',
      'NTE*A:B^C\u0000~',
      COMPONENT_SEPARATOR | REPETITION_SEPARATOR | OUTSIDE_CHARACTER_SET,
    ],
  ];
  test.each(classes)('tells the byte classes of a segment %s', (_, segment, byteClasses) => {
    expect(readAll(`${segment}LX*1~`).map((read) => read.byteClasses)).toEqual([byteClasses, 0]);
  });

  test('gives any component of any element, in any order, as often as it is asked for', () => {
    const part = fc.stringMatching(/^[A-Z0-9]{0,3}$/);
    const composites = fc.array(fc.array(part, { minLength: 1, maxLength: 80 }), {
      minLength: 1,
      maxLength: 4,
    });
    const question = fc.record({ element: fc.nat(5), index: fc.nat(90) });
    fc.assert(
      fc.property(composites, fc.array(question, { maxLength: 30 }), (parts, questions) => {
        const reader = new SegmentReader(decodeLatin1);
        reader.feed(bytesOf(`${TWO_SETS.slice(0, 106)}HI*${parts.map((one) => one.join(':')).join('*')}~`));
        reader.next();
        reader.next();
        for (const { element, index } of questions) {
          expect(reader.component(element + 1, index)).toBe(parts[element]?.[index] ?? '');
        }
        parts.forEach((components, index) => {
          expect(reader.componentCount(index + 1)).toBe(components.length);
          expect(reader.components(index + 1)).toEqual(components);
        });
      }),
    );
  });

  test('finds components anew in the next piece, whose segment may stand at the same bytes', () => {
    const reader = new SegmentReader(decodeLatin1);
    reader.feed(bytesOf(TWO_SETS.slice(0, 106)));
    reader.next();
    const components = ['A:BC', 'AB:C'].map((composite) => {
      reader.feed(bytesOf(`HI*${composite}~`));
      reader.next();
      return [reader.component(1, 0), reader.component(1, 1)];
    });
    expect(components).toEqual([
      ['A', 'BC'],
      ['AB', 'C'],
    ]);
  });

  test('gives the texts of a long piece wherever they stand in it, and in any order', () => {
    const text = fc.oneof(fc.stringMatching(/^[A-Z0-9]{0,30}$/), fc.constant('LONG '.repeat(1900)));
    const elements = fc.array(text, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(elements, { minLength: 1, maxLength: 30 }),
        fc.boolean(),
        (segments, isBackwards) => {
          const repeated = Array.from({ length: 20 }, () => segments).flat();
          const written = repeated.map((texts) => `REF*${texts.join('*')}~`).join('');
          const reader = new SegmentReader(decodeLatin1);
          reader.feed(bytesOf(TWO_SETS.slice(0, 106) + written));
          reader.next();
          for (const texts of repeated) {
            reader.next();
            const positions = texts.map((_, index) => index + 1);
            const read = (isBackwards ? positions.toReversed() : positions).map((at) => reader.text(at));
            expect(isBackwards ? read.toReversed() : read).toEqual(texts);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  test('reads the same however the file comes in pieces', () => {
    const text = 'CLM*A1*100***11:B:1*Y~\r\nNTE*A^B*\u00e9~~SE*4*0001~';
    const whole = readAll(text);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 30 }), (sizes) => {
        expect(readAll(text, sizes)).toEqual(whole);
      }),
    );
  });
});
