import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compiledGuideOf } from '../../../src/edi/guide/compile-guide.ts';
import { elementsOf, RULE } from '../../../src/edi/guide/compile-shapes.ts';
import { ElementChecker } from '../../../src/edi/guide/element-checker.ts';
import type { CompositeRule, ElementRule } from '../../../src/edi/guide/guide.ts';
import { type CompiledGuide, SLOT_LENGTH, SLOT_SHAPE } from '../../../src/edi/guide/guide-tables.ts';
import { isSuspectSegment } from '../../../src/edi/guide/sound-segment.ts';
import { CARRIED_GUIDES } from '../../../src/edi/guides/carried.ts';
import { SegmentReader } from '../../../src/edi/syntax/segment-reader.ts';
import { TWO_SETS } from '../support/interchange-text.ts';
import { bytesOf, decodeLatin1 } from '../support/latin-1.ts';
import { SMALL_GUIDE } from '../support/small-guide.ts';

const GUIDES = [SMALL_GUIDE, ...CARRIED_GUIDES].map(compiledGuideOf);

/** A guide and a slot, by number, so that a counterexample stays short. */
const slot = fc
  .nat({ max: GUIDES.length - 1 })
  .chain((guide) => fc.tuple(fc.constant(guide), fc.nat({ max: slotCountOf(guide) - 1 })));

function guideOf(number: number): CompiledGuide {
  return GUIDES[number] as CompiledGuide;
}

function slotCountOf(guide: number): number {
  return guideOf(guide).slots.length / SLOT_LENGTH;
}

const oddTexts = [
  '',
  ' ',
  'A',
  'AB:',
  ':',
  '^',
  '0',
  '-',
  '.',
  '1.005',
  '20250230',
  '99999999999999999',
  'D8',
  '\u00e9',
];

/** What may stand in an element: mostly something that fits it, sometimes anything. */
function textFor(rule: ElementRule | CompositeRule): fc.Arbitrary<string> {
  const odd = fc.constantFrom(...oddTexts);
  if (rule.kind === 'composite') {
    const parts = fc.tuple(...rule.components.map((component) => textFor(component)));
    return fc.oneof({ weight: 8, arbitrary: parts.map((texts) => texts.join(':').replace(/:+$/, '')) }, odd);
  }
  const fitting = fc.oneof(
    fc.constantFrom(...(rule.codes ?? ['X'])),
    fc.string({
      unit: fc.constantFrom('A', 'b', '1', ' ', '-'),
      minLength: rule.min,
      maxLength: Math.min(rule.max, 20),
    }),
    fc.integer({ min: -999, max: 99_999 }).map(String),
    fc.constantFrom('20250316', '20250316-20250317', '0930', '12.5', '.5'),
  );
  return rule.usage === 'R'
    ? fc.oneof({ weight: 30, arbitrary: fitting }, odd)
    : fc.oneof({ weight: 10, arbitrary: fc.constant('') }, { weight: 8, arbitrary: fitting }, odd);
}

const segment = slot.chain(([guide, number]) => {
  const { slots, shapes } = guideOf(guide);
  const shape = slots[number * SLOT_LENGTH + SLOT_SHAPE] as number;
  const rule = shapes.rules[shapes.table[shape + RULE] as number];
  const elements = rule === undefined ? [] : elementsOf(rule);
  return fc.record({
    guide: fc.constant(guide),
    shape: fc.constant(shape),
    text: fc
      .tuple(...elements.map((element) => textFor(element)))
      .map((texts) => `ZZZ*${texts.join('*')}`.replace(/\*+$/, '')),
  });
});

/** Spaces before a text, repetitions, letters with an accent, long numbers, and codes of more than four characters. */
const UNUSUAL = /[*:] |[\^\u00e9]|\d{14}|005010X|TRN02|NM109|REF02|CLM01|ENT01|TRIGGER/;

function lookAt(number: number, shape: number, text: string): { isSound: boolean; codes: string[] } {
  const reader = new SegmentReader(decodeLatin1);
  reader.feed(bytesOf(`${TWO_SETS.slice(0, 106)}${text}~`));
  reader.next();
  reader.next();
  const codes: string[] = [];
  const guide = guideOf(number);
  new ElementChecker(guide.shapes, guide.codeLists, (code) => codes.push(code)).check(shape, reader);
  return { isSound: !isSuspectSegment(guide.shapes, guide.codeLists.table, shape, reader), codes };
}

describe('the fast look at a segment', () => {
  test('finds sound only what the close look finds no fault in', () => {
    fc.assert(
      fc.property(segment, ({ guide, shape, text }) => {
        const { isSound, codes } = lookAt(guide, shape, text);
        if (isSound) expect(codes, text).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('leaves to the close look only what has a fault or is unusual', () => {
    let soundCount = 0;
    fc.assert(
      fc.property(segment, ({ guide, shape, text }) => {
        const { isSound, codes } = lookAt(guide, shape, text);
        if (isSound) soundCount++;
        else if (!UNUSUAL.test(text)) expect(codes, text).not.toEqual([]);
      }),
      { numRuns: 2000 },
    );
    expect(soundCount).toBeGreaterThan(100);
  });
});
