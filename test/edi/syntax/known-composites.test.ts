import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KnownComposites } from '../../../src/edi/syntax/known-composites.ts';
import type { SegmentCursor } from '../../../src/edi/syntax/segment-cursor.ts';
import { SegmentReader } from '../../../src/edi/syntax/segment-reader.ts';
import { TWO_SETS } from '../support/interchange-text.ts';
import { bytesOf, decodeLatin1 } from '../support/latin-1.ts';

const ISA = TWO_SETS.slice(0, 106);

/** Few different characters, zero and both separators among them, so that composites are alike and come again. */
const composites = fc.array(
  fc.record({ separator: fc.constantFrom(':', '>'), text: fc.stringMatching(/^[A:>\0]{0,40}$/) }),
  { minLength: 1, maxLength: 60 },
);

/** Each composite as the only element of a segment, in an interchange whose separator is its own. */
function readAll<Value>(
  written: readonly { readonly separator: string; readonly text: string }[],
  read: (segment: SegmentCursor) => Value,
): Value[] {
  const reader = new SegmentReader(decodeLatin1);
  return written.map(({ separator, text }) => {
    reader.feed(bytesOf(`${ISA.slice(0, 104)}${separator}~HI*${text}~`));
    reader.next();
    reader.next();
    return read(reader);
  });
}

describe('composites that are known', () => {
  it('are never taken for others, whatever came before and whatever separates their components', () => {
    fc.assert(
      fc.property(composites, (written) => {
        const known = new KnownComposites((segment, position) => segment.components(position).join('|'));
        const found = readAll(written, (segment) => known.read(segment, 1));
        expect(found).toEqual(written.map(({ separator, text }) => text.split(separator).join('|')));
      }),
    );
  });

  it('are made once', () => {
    const made: string[] = [];
    const known = new KnownComposites((segment, position) => {
      made.push(segment.text(position));
      return segment.components(position);
    });
    const written = ['HC:99213:25', 'HC:99214', 'HC:99213:25'].map((text) => ({ separator: ':', text }));
    const [first, , again] = readAll(written, (segment) => known.read(segment, 1));
    expect(made).toEqual(['HC:99213:25', 'HC:99214']);
    expect(again).toBe(first);
  });

  it('are not what looks the same behind a release character', () => {
    const known = new KnownComposites((segment, position) => segment.components(position));
    const reader = new SegmentReader(decodeLatin1);
    const later = ISA.replace('*00501*', '*00704*');
    const found = [`${ISA}HI*A?:B~`, `${later}ISX*?~HI*A?:B~`].map((text) => {
      reader.feed(bytesOf(text));
      while (reader.next());
      return known.read(reader, 1);
    });
    expect(found).toEqual([['A?', 'B'], ['A:B']]);
  });
});
