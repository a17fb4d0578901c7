import { describe, expect, test } from 'vitest';
import type {
  CompositeRule,
  ElementRule,
  LoopRule,
  SegmentRule,
  SyntaxNote,
} from '../../../src/edi/guide/guide.ts';
import { CARRIED_GUIDES, guideById, isCarriedSegment } from '../../../src/edi/guides/carried.ts';
import { controlSegmentById } from '../../../src/edi/guides/control-segments.ts';

type Child = SegmentRule | LoopRule;
type Parent = Pick<LoopRule, 'children'>;

/** What each guide holds, counted with repeated loops: a change of a table that loses something shows here. */
const COUNTS: Readonly<Record<string, readonly [loops: number, segments: number, elements: number]>> = {
  'professional claims (837P)': [65, 381, 2862],
  'institutional claims (837I)': [59, 273, 3552],
  'dental claims (837D)': [53, 254, 1695],
  'remittance advice (835)': [5, 53, 448],
  'implementation acknowledgment (999)': [3, 11, 61],
  'claim acknowledgment (277CA)': [13, 38, 242],
  'claim status request (276)': [14, 41, 211],
  'claim status response (277)': [16, 44, 322],
  'eligibility inquiry (270)': [10, 43, 400],
  'eligibility response (271)': [14, 69, 559],
};

describe.each(CARRIED_GUIDES)('$name', (guide) => {
  const loops = loopsOf(guide);
  const segments = segmentsOf(guide);
  const elements = segments.flatMap((segment) => segment.elements.flatMap(elementsOf));

  test('has as many loops, segments and elements as before', () => {
    expect([loops.length, segments.length, elements.length]).toEqual(COUNTS[guide.name]);
  });

  test('is found by each of its ids with its ST01', () => {
    for (const id of guide.ids) expect(guideById(id, guide.setIdentifier)).toBe(guide);
  });

  test('says in ST what its set identifier is, and its ids where ST03 is used', () => {
    const [identifier, , convention] = (guide.children[0] as SegmentRule).elements as readonly ElementRule[];
    expect(identifier?.codes).toEqual([guide.setIdentifier]);
    if (convention?.usage === 'R') expect(convention.codes).toEqual(guide.ids);
    else expect(guide.setIdentifier).toMatch(/^(835|999)$/);
  });

  test('begins each loop with a segment that is required, once', () => {
    for (const loop of loops) {
      expect(loop.children[0], loop.id).toMatchObject({ kind: 'segment', usage: 'R', repeatMax: 1 });
      expect(loop.id).toMatch(/^\d{4}[A-Z]{0,2}$/);
    }
  });

  test('tells neighbours of one identifier apart by qualifiers that have no code in common', () => {
    for (const parent of [guide, ...loops]) {
      for (const [one, other] of namesakesIn(parent)) {
        expect(areApart(one, other), `${one.name} and ${other.name}`).toBe(true);
      }
    }
  });

  test('keeps segments of one identifier next to each other, as one position of the standard', () => {
    for (const parent of [guide, ...loops]) {
      const ids = parent.children.map((child) => beginningOf(child).id);
      const runs = ids.filter((id, index) => id !== ids[index - 1]);
      // HL begins a level, and the level below it, with other loops between.
      expect(new Set(runs).size, runs.join(' ')).toBe(
        runs.length - (runs[0] === 'HL' ? levelsBelow(runs) : 0),
      );
    }
  });

  test('tells levels of the hierarchy apart by HL03', () => {
    const levels = segments.filter((segment) => segment.id === 'HL').map((segment) => segment.elements[2]);
    for (const level of levels) expect(level).toMatchObject({ isQualifier: true, dataElement: '735' });
    const codes = levels.map((level) => (level as ElementRule).codes?.join());
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('gives lengths from the least to the most, and the least above zero where the element is used', () => {
    for (const { name, usage, min, max, repeatMax } of elements) {
      expect(min <= max && repeatMax >= 1, name).toBe(true);
      if (usage !== 'N') expect(min, name).toBeGreaterThan(0);
    }
  });

  test('lists codes once each, and of a length that fits', () => {
    for (const { name, codes, type, min, max } of elements) {
      if (codes === undefined) continue;
      expect(codes.length, name).toBeGreaterThan(0);
      expect(new Set(codes).size, `${name}: ${codes.join(' ')}`).toBe(codes.length);
      for (const code of codes) {
        expect(code, name).toMatch(/^[A-Z0-9 ]+$/);
        if (type === 'ID') expect(code.length >= min && code.length <= max, `${name} ${code}`).toBe(true);
      }
    }
  });

  test('has codes, a list kept elsewhere, or both for every qualifier and for no element that is not used', () => {
    for (const element of elements) {
      if (element.isQualifier) expect(element.codes, element.name).toBeDefined();
      if (element.usage === 'N') expect(element.codes, element.name).toBeUndefined();
    }
  });

  test('has syntax notes about positions that exist', () => {
    for (const segment of segments) {
      expectNotesWithin(segment.notes, segment.elements.length, segment.id);
      for (const element of segment.elements) {
        if (element.kind === 'composite') {
          expectNotesWithin(element.notes, element.components.length, element.id);
        }
      }
    }
  });

  test('gives one data element one type everywhere', () => {
    for (const { dataElement, type, usage } of elements) {
      if (usage === 'N') continue;
      expect(TYPES.get(dataElement) ?? type, dataElement).toBe(type);
      TYPES.set(dataElement, type);
    }
  });
});

/** Over all guides: 837 and 835 must agree that 782 is a decimal. */
const TYPES = new Map<string, string>();

describe('the carried guides', () => {
  test('have names and identifications of their own', () => {
    expect(new Set(CARRIED_GUIDES.map(({ name }) => name)).size).toBe(CARRIED_GUIDES.length);
    const keys = CARRIED_GUIDES.flatMap(({ ids, setIdentifier }) =>
      ids.map((id) => `${setIdentifier} ${id}`),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('are found by an id alone where no other has it, with spaces around it too', () => {
    expect(guideById('005010X222A1')?.setIdentifier).toBe('837');
    expect(guideById(' 005010X221A1 ')?.setIdentifier).toBe('835');
    expect(guideById('005010X999')).toBeUndefined();
    expect(guideById('005010X221A1', '837')).toBeUndefined();
  });

  test('share an id between inquiry and response, told apart by ST01', () => {
    expect(guideById('005010X212', '276')?.functionalIdentifier).toBe('HR');
    expect(guideById('005010X212', '277')?.functionalIdentifier).toBe('HN');
    expect(guideById('005010X279A1', '270')?.functionalIdentifier).toBe('HS');
    expect(guideById('005010X279A1', '271')?.functionalIdentifier).toBe('HB');
  });

  test('are read once, whoever asks', () => {
    for (const guide of CARRIED_GUIDES) expect(guide.children).toBe(guide.children);
  });

  test('say which segment identifiers are X12 for certain', () => {
    expect(['CLM', 'TOO', 'EB', 'IK3'].every(isCarriedSegment)).toBe(true);
    expect(['XXX', '', 'clm'].some(isCarriedSegment)).toBe(false);
  });
});

describe('the control segments', () => {
  test.each([
    ['ISA', 16],
    ['TA1', 5],
    ['GS', 8],
    ['GE', 2],
    ['IEA', 2],
  ])('hold %s with %i elements, all required', (identifier, count) => {
    const rule = controlSegmentById(identifier);
    expect(rule?.elements).toHaveLength(count);
    expect(rule?.elements.every(({ usage }) => usage === 'R')).toBe(true);
  });

  test('give the ISA its fixed widths: 106 characters with its delimiters', () => {
    const elements = (controlSegmentById('ISA')?.elements ?? []) as readonly ElementRule[];
    expect(elements.every(({ min, max }) => min === max)).toBe(true);
    expect('ISA'.length + elements.reduce((sum, { max }) => sum + max + 1, 0) + 1).toBe(106);
  });

  test('hold nothing else', () => {
    expect(controlSegmentById('CLM')).toBeUndefined();
  });
});

function loopsOf(parent: Parent): LoopRule[] {
  return parent.children.flatMap((child) => (child.kind === 'loop' ? [child, ...loopsOf(child)] : []));
}

function segmentsOf(parent: Parent): SegmentRule[] {
  return parent.children.flatMap((child) => (child.kind === 'loop' ? segmentsOf(child) : [child]));
}

function elementsOf(element: ElementRule | CompositeRule): readonly ElementRule[] {
  return element.kind === 'element' ? [element] : element.components;
}

function beginningOf(child: Child): SegmentRule {
  return child.kind === 'segment' ? child : (child.children[0] as SegmentRule);
}

/** Pairs of children that begin with the same identifier. */
function namesakesIn({ children }: Parent): (readonly [SegmentRule, SegmentRule])[] {
  const beginnings = children.map(beginningOf);
  return beginnings.flatMap((one, index) =>
    beginnings
      .slice(index + 1)
      .filter((other) => other.id === one.id)
      .map((other) => [one, other] as const),
  );
}

function areApart(one: SegmentRule, other: SegmentRule): boolean {
  return one.elements.some((element, index) => {
    const [ours, theirs] = [element, other.elements[index]].map((rule) =>
      rule === undefined ? [] : elementsOf(rule),
    );
    return ours?.some((component, at) => {
      const namesake = theirs?.[at];
      if (!component.isQualifier || namesake?.isQualifier !== true) return false;
      return namesake.codes?.every((code) => !component.codes?.includes(code));
    });
  });
}

/** A level holds its own HL first and, after other loops, the HL of the level below. */
function levelsBelow(runs: readonly string[]): number {
  return runs.filter((id) => id === 'HL').length - 1;
}

function expectNotesWithin(notes: readonly SyntaxNote[], count: number, id: string): void {
  for (const { positions } of notes) {
    expect(positions.length, id).toBeGreaterThan(1);
    for (const position of positions) expect(position, id).toBeLessThanOrEqual(count);
  }
}
