import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  normalizedElements,
  normalizedSegment,
  normalizedText,
  withoutElements,
} from '../../../src/edi/syntax/normalized-segment.ts';
import { SegmentReader } from '../../../src/edi/syntax/segment-reader.ts';
import { TWO_SETS, withDelimiters } from '../support/interchange-text.ts';
import { bytesOf, decodeLatin1 } from '../support/latin-1.ts';

const ISA = TWO_SETS.slice(0, TWO_SETS.indexOf('\n'));
const USUAL = { element: '*', repetition: '^', component: ':', terminator: '~' };

/** The normalised form of `text`, which is written with the usual delimiters and read under others. */
function normalized(text: string, delimiters: typeof USUAL = USUAL): string {
  const reader = new SegmentReader(decodeLatin1);
  reader.feed(bytesOf(withDelimiters(ISA + text, delimiters)));
  expect(reader.next()).toBe(true);
  expect(reader.next()).toBe(true);
  return normalizedSegment(reader);
}

const delimiters = fc
  .uniqueArray(fc.constantFrom(...'*^:~|!>\n+\u001c\u001d\u001e\u001f§'.split('')), {
    minLength: 4,
    maxLength: 4,
  })
  .map(([element = '', repetition = '', component = '', terminator = '']) => ({
    element,
    repetition,
    component,
    terminator,
  }));

/** Elements of repetitions of components. */
const component = fc.stringMatching(/^[A-Z0-9 .]{0,4}$/);
const elements = fc.array(
  fc.array(fc.array(component, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 }),
  { maxLength: 6 },
);

function segmentOf(content: readonly (readonly (readonly string[])[])[]): string {
  return `${['SVC', ...content.map((one) => one.map((parts) => parts.join(':')).join('^'))].join('*')}~`;
}

function withoutEmptyEnds<T>(parts: readonly T[], isEmpty: (part: T) => boolean): T[] {
  return parts.slice(0, parts.findLastIndex((part) => !isEmpty(part)) + 1);
}

/** What the content says: empty components and elements at an end say nothing. */
function meaningOf(content: readonly (readonly (readonly string[])[])[]): unknown {
  const meant = content.map((repetitions) =>
    repetitions.map((parts) => withoutEmptyEnds(parts, (part) => part === '')),
  );
  return withoutEmptyEnds(meant, (repetitions) => repetitions.length === 1 && repetitions[0]?.length === 0);
}

describe('a normalised segment', () => {
  test('has fixed separators between elements, repetitions and components, and an end', () => {
    expect(normalized('SVC*HC:99213:25*A^B:C**1~')).toBe(
      'SVC\u001dHC\u001f99213\u001f25\u001dA\u001eB\u001fC\u001d\u001d1\u001c',
    );
  });

  test('has no trailing empty elements and components', () => {
    expect(normalized('CAS*CO*45:*20***~')).toBe(normalized('CAS*CO*45*20~'));
    expect(normalized('LX~')).toBe('LX\u001c');
  });

  test('is the same under any delimiters', () => {
    fc.assert(
      fc.property(elements, delimiters, (content, chosen) => {
        const text = segmentOf(content);
        expect(normalized(text, chosen)).toBe(normalized(text));
      }),
    );
  });

  test('is the same for two contents only when they say the same', () => {
    fc.assert(
      fc.property(elements, elements, (one, other) => {
        const isSame = normalized(segmentOf(one)) === normalized(segmentOf(other));
        expect(isSame).toBe(JSON.stringify(meaningOf(one)) === JSON.stringify(meaningOf(other)));
      }),
    );
  });

  test('keeps what is data under one set of delimiters apart from what separates under another', () => {
    const data = normalized('NTE*A>B~');
    expect(data).not.toBe(normalized('NTE*A:B~'));
    expect(normalized('NTE*A:B~', { ...USUAL, component: '>' })).toBe(normalized('NTE*A:B~'));
  });

  test('gives back its elements, repetitions and components', () => {
    expect(normalizedElements(normalized('HI*ABK:A1^ABF:B2**X~'))).toEqual([
      [['HI']],
      [
        ['ABK', 'A1'],
        ['ABF', 'B2'],
      ],
      [['']],
      [['X']],
    ]);
  });

  test('is made of elements, and of fewer where some are left out', () => {
    expect(normalizedText(['REF', 'EI', '9', ''])).toBe(normalized('REF*EI*9~'));
    expect(withoutElements(normalized('REF*EI*9~'), [2])).toBe(normalized('REF*EI~'));
    expect(withoutElements(normalized('REF*EI*9~'), [1])).toBe(normalized('REF**9~'));
  });
});
