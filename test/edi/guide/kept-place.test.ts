import { expect, test } from 'vitest';
import { KeptPlace } from '../../../src/edi/guide/kept-place.ts';
import { locate } from '../../../src/edi/guide/locate.ts';
import type { PlacedSegment } from '../../../src/edi/guide/placed-segment.ts';

function placedAt(segmentOrdinal: number): PlacedSegment {
  const numbers = {
    interchangeControlNumber: '000000105',
    groupControlNumber: '1',
    setControlNumber: '0001',
  };
  const cursor = { byteStart: segmentOrdinal * 10, byteStop: segmentOrdinal * 10 + 9 };
  return { cursor, segmentOrdinal, numbers } as PlacedSegment;
}

test('a kept place is that of the segment that was kept last, as whoever tells it copies it', () => {
  const kept = new KeptPlace();
  kept.keep(placedAt(3));
  const told = locate(kept, { segment: 'CLM' });
  kept.keep(placedAt(7));
  expect(told).toEqual({
    interchangeControlNumber: '000000105',
    groupControlNumber: '1',
    setControlNumber: '0001',
    segmentOrdinal: 3,
    segment: 'CLM',
    byteStart: 30,
    byteStop: 39,
  });
  expect(locate(kept, { segment: 'CLM' })).toMatchObject({ segmentOrdinal: 7, byteStart: 70, byteStop: 79 });
});

test('no place is kept at first, and none once it is forgotten', () => {
  const kept = new KeptPlace();
  expect(kept.isKept).toBe(false);
  kept.keep(placedAt(1));
  expect(kept.isKept).toBe(true);
  kept.forget();
  expect(kept.isKept).toBe(false);
});
