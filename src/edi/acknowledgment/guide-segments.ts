import { groupBy } from '../../base/groups.ts';
import type { CompositeRule, ElementRule, Guide, LoopRule, SegmentRule } from '../guide/guide.ts';

const SEGMENTS = new WeakMap<Guide, ReadonlyMap<string, readonly SegmentRule[]>>();

/**
 * The number in X12's dictionary (IK402, CTX06) of an element, or of a component where that is not 0; undefined where
 * the guide has no such place, and of a composite as a whole, whose number has letters and which IK402 cannot hold.
 */
export function dataElementNumber(
  guide: Guide,
  segment: string,
  element: number,
  component = 0,
): string | undefined {
  // The number belongs to the segment, whatever its loop; a guide may leave out what it does not use in one of them.
  for (const { elements } of segmentRules(guide, segment)) {
    const number = numberOf(elements[element - 1], component);
    if (number !== undefined) return number;
  }
  return undefined;
}

/** The codes that a guide allows in a simple element; none where it has no such element or no list for it. */
export function codesOf(guide: Guide, segment: string, element: number): readonly string[] {
  const rule = segmentRules(guide, segment)[0]?.elements[element - 1];
  return rule?.kind === 'element' ? (rule.codes ?? []) : [];
}

/** Whether the guide has a place for an element in segments of this identifier. */
export function isElementUsed(guide: Guide, segment: string, element: number): boolean {
  return segmentRules(guide, segment).some(({ elements }) => (elements[element - 1]?.usage ?? 'N') !== 'N');
}

function numberOf(rule: ElementRule | CompositeRule | undefined, component: number): string | undefined {
  const part = rule?.kind === 'composite' ? rule.components[component - 1] : rule;
  return part?.kind === 'element' && /^\d{1,4}$/.test(part.dataElement) ? part.dataElement : undefined;
}

function segmentRules(guide: Guide, segment: string): readonly SegmentRule[] {
  let rules = SEGMENTS.get(guide);
  if (rules === undefined) {
    rules = groupBy(guide.children.flatMap(rulesIn), ({ id }) => id);
    SEGMENTS.set(guide, rules);
  }
  return rules.get(segment) ?? [];
}

function rulesIn(child: SegmentRule | LoopRule): SegmentRule[] {
  return child.kind === 'segment' ? [child] : child.children.flatMap(rulesIn);
}
