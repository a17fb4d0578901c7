import { describe, expect, test } from 'vitest';
import { ElementCopy } from '../../../src/edi/syntax/element-copy.ts';
import { SegmentReader } from '../../../src/edi/syntax/segment-reader.ts';
import { TWO_SETS } from '../support/interchange-text.ts';
import { bytesOf, decodeLatin1 } from '../support/latin-1.ts';

describe('a copy of an element', () => {
  test('stays when the reader has moved on, until the next is taken', () => {
    const reader = new SegmentReader(decodeLatin1);
    reader.feed(bytesOf(`${TWO_SETS.slice(0, 106)}CLM*CLAIM1*1~CLM*C2~CLM~`));
    reader.next();
    const copy = new ElementCopy();
    expect(copy.text).toBe('');
    reader.next();
    copy.take(reader, 1);
    reader.next();
    expect(copy.text).toBe('CLAIM1');
    copy.take(reader, 1);
    expect(copy.text).toBe('C2');
    reader.next();
    copy.take(reader, 1);
    expect(copy.text).toBe('');
  });

  test('of an endless element is cut', () => {
    const reader = new SegmentReader(decodeLatin1);
    reader.feed(bytesOf(`${TWO_SETS.slice(0, 106)}CLM*${'A'.repeat(60_000)}~`));
    reader.next();
    reader.next();
    const copy = new ElementCopy();
    copy.take(reader, 1);
    expect(copy.text).toBe('A'.repeat(64));
  });
});
