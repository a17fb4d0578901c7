import { describe, expect, test } from 'vitest';
import type { Guide, LoopRule, SegmentRule } from '../../../src/edi/guide/guide.ts';
import { CARRIED_GUIDES, guideById } from '../../../src/edi/guides/carried.ts';

function loopsOf(loops: readonly LoopRule[]): LoopRule[] {
  return loops.flatMap((loop) => [loop, ...loopsOf(loop.loops ?? [])]);
}

function rulesOf(guide: Guide): SegmentRule[] {
  return [
    ...guide.segments,
    ...loopsOf(guide.loops).flatMap((loop) => [loop.begins, ...(loop.segments ?? [])]),
  ];
}

describe('the guide data', () => {
  test.each(CARRIED_GUIDES)('$name is found by each of its ids', (guide) => {
    for (const id of guide.ids) expect(guideById(id)).toBe(guide);
  });

  test.each(CARRIED_GUIDES)('$name names segments by two or three characters', (guide) => {
    const ids = [...rulesOf(guide).map((rule) => rule.segment), ...guide.otherSegments.split(' ')];
    for (const id of ids) if (id !== '') expect(id).toMatch(/^[A-Z][A-Z0-9]{1,2}$/);
  });

  test.each(CARRIED_GUIDES)(
    '$name lists codes of at most four characters, as a packed code holds',
    (guide) => {
      for (const rule of rulesOf(guide)) {
        const lists = [...Object.values(rule.where ?? {}), ...Object.values(rule.codes ?? {})];
        for (const code of lists.flatMap((list) => list.split(' '))) expect(code).toMatch(/^[A-Z0-9]{1,4}$/);
      }
    },
  );

  test.each(CARRIED_GUIDES)('$name begins no two loops of one level alike', (guide) => {
    for (const level of [guide, ...loopsOf(guide.loops)]) {
      const beginnings = (level.loops ?? []).flatMap(({ begins }) => {
        const codes = Object.values(begins.where ?? { 0: '' }).flatMap((list) => list.split(' '));
        return codes.map((code) => `${begins.segment}*${code}`);
      });
      expect(new Set(beginnings).size).toBe(beginnings.length);
    }
  });
});
