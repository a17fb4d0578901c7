import type { ElementRule, Guide, LoopRule, SegmentRule } from '../guide/guide.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import { tagText } from '../syntax/tag.ts';

type Child = SegmentRule | LoopRule;

/** The lines of a guide by loop and segment identifier. */
export class SegmentRules {
  readonly #loops = new Map<string, LoopRule>();
  readonly #root: readonly Child[];
  readonly #candidates = new Map<string, readonly SegmentRule[]>();

  constructor(guide: Guide) {
    this.#root = guide.children;
    this.#addLoops(guide.children);
  }

  loopById(id: string): LoopRule | undefined {
    return this.#loops.get(id);
  }

  /** The line for a segment in a loop ('' for the set itself): of several with its identifier, the one of its qualifiers. */
  ruleOf(loop: string, segment: SegmentCursor, isLoopStart: boolean): SegmentRule | undefined {
    const children = loop === '' ? this.#root : (this.#loops.get(loop)?.children ?? []);
    const [first] = children;
    if (isLoopStart && loop !== '' && first?.kind === 'segment') return first;
    const candidates = this.#candidatesOf(loop, children, tagText(segment.tag));
    if (candidates.length < 2) return candidates[0];
    return candidates.find((rule) => hasQualifiers(rule, segment)) ?? candidates[0];
  }

  #candidatesOf(loop: string, children: readonly Child[], tag: string): readonly SegmentRule[] {
    const key = `${loop} ${tag}`;
    let candidates = this.#candidates.get(key);
    if (candidates === undefined) {
      const inside = loop === '' ? children : children.slice(1);
      candidates = inside.filter(
        (child): child is SegmentRule => child.kind === 'segment' && child.id === tag,
      );
      this.#candidates.set(key, candidates);
    }
    return candidates;
  }

  #addLoops(children: readonly Child[]): void {
    for (const child of children) {
      if (child.kind !== 'loop' || this.#loops.has(child.id)) continue;
      this.#loops.set(child.id, child);
      this.#addLoops(child.children);
    }
  }
}

function hasQualifiers(rule: SegmentRule, segment: SegmentCursor): boolean {
  return rule.elements.every((element, index) => {
    const parts: readonly ElementRule[] = element.kind === 'element' ? [element] : element.components;
    if (!parts.some(({ isQualifier }) => isQualifier)) return true;
    const texts = element.kind === 'element' ? [segment.text(index + 1)] : segment.components(index + 1);
    return parts.every(
      (part, at) => !part.isQualifier || part.codes === undefined || part.codes.includes(texts[at] ?? ''),
    );
  });
}
