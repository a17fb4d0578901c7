import { describe, expect, test } from 'vitest';
import { compiledGuideOf } from '../../../src/edi/guide/compile-guide.ts';
import type { Guide, LoopRule, SegmentRule } from '../../../src/edi/guide/guide.ts';
import {
  LOOP_CLAIM_ELEMENT,
  LOOP_LENGTH,
  LOOP_SLOTS,
  LOOP_SLOTS_STOP,
  NO_TAG,
  SLOT_LENGTH,
  SLOT_LOOP,
  SLOT_TAG,
} from '../../../src/edi/guide/guide-tables.ts';
import { readGuideText } from '../../../src/edi/guide/read-guide-text.ts';
import { CARRIED_GUIDES } from '../../../src/edi/guides/carried.ts';
import { tagOf } from '../../../src/edi/syntax/tag.ts';
import { SMALL_GUIDE } from '../support/small-guide.ts';

/** Children lists of the loops of a guide, the set's own first, each once. */
function loopsOf({ children }: Guide): Set<Guide['children']> {
  const found = new Set([children]);
  const collect = (rule: SegmentRule | LoopRule): void => {
    if (rule.kind === 'segment' || found.has(rule.children)) return;
    found.add(rule.children);
    rule.children.forEach(collect);
  };
  children.forEach(collect);
  return found;
}

function upwards(one: number, other: number): number {
  return one - other;
}

describe('a compiled guide', () => {
  test.each([SMALL_GUIDE, ...CARRIED_GUIDES])(
    'of $name has each loop once, with all of its children',
    (guide) => {
      const { loops, loopIds, slots } = compiledGuideOf(guide);
      const wanted = [...loopsOf(guide)];
      expect(loopIds).toHaveLength(wanted.length);
      const slotCounts = loopIds.map((_, loop) => {
        const row = loop * LOOP_LENGTH;
        return (loops[row + LOOP_SLOTS_STOP] as number) - (loops[row + LOOP_SLOTS] as number);
      });
      // The first segment of a loop is no slot of it.
      const childCounts = wanted.map((children, index) => children.length - (index === 0 ? 0 : 1));
      expect(slotCounts.toSorted(upwards)).toEqual(childCounts.toSorted(upwards));
      expect(slots.length).toBe(slotCounts.reduce((sum, count) => sum + count, 0) * SLOT_LENGTH);
    },
  );

  test('has a loop that stands in two places once', () => {
    const guide = CARRIED_GUIDES.find(({ ids }) => ids.includes('005010X222A1')) as Guide;
    const { loopIds, slots } = compiledGuideOf(guide);
    expect(loopIds.filter((id) => id === '2300')).toHaveLength(1);
    const claim = loopIds.indexOf('2300');
    const places = Array.from(
      { length: slots.length / SLOT_LENGTH },
      (_, slot) => slots[slot * SLOT_LENGTH + SLOT_LOOP],
    );
    expect(places.filter((loop) => loop === claim)).toHaveLength(2);
  });

  test('names the segment of a slot where none before it in the loop takes the same', () => {
    const guide = readGuideText({
      ids: ['005010X000'],
      name: 'references',
      functionalIdentifier: 'HC',
      setIdentifier: '837',
      text: `
ST R 1 Header
  01 R ID 3/3 143 Set = 837
REF S 1 First
  01! R ID 2/3 128 What = F8 G1
REF S 1 Another
  01! R ID 2/3 128 What = LU
REF S 1 Never Found
  01! R ID 2/3 128 What = G1 9F
REF S 1 Of Any Kind
  01 R AN 1/20 127 Number
N3 S 1 Street
  01 R AN 1/20 166 Street
SE R 1 Trailer
  01 R N0 1/10 96 Count
`,
    });
    const { slots } = compiledGuideOf(guide);
    const tags = Array.from({ length: 7 }, (_, slot) => slots[slot * SLOT_LENGTH + SLOT_TAG]);
    expect(tags).toEqual([tagOf('ST'), tagOf('REF'), tagOf('REF'), NO_TAG, NO_TAG, tagOf('N3'), tagOf('SE')]);
  });

  test('is made once', () => {
    expect(compiledGuideOf(SMALL_GUIDE)).toBe(compiledGuideOf(SMALL_GUIDE));
  });

  test('knows which loop is a claim and which element names it', () => {
    const named = CARRIED_GUIDES.flatMap((guide) => {
      const { loops, loopIds } = compiledGuideOf(guide);
      return loopIds.flatMap((id, loop) => {
        const element = loops[loop * LOOP_LENGTH + LOOP_CLAIM_ELEMENT] as number;
        return element > 0 ? [`${guide.ids[0]} ${id} ${element}`] : [];
      });
    });
    expect(named).toEqual(
      expect.arrayContaining(['005010X222A1 2300 1', '005010X221A1 2100 1', '005010X214 2200D 2']),
    );
  });
});
