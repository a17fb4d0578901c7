import type { Guide, LoopRule, SegmentRule } from '../guide/guide.ts';

/** What stands in one loop of a guide, by identifiers. */
export interface LoopContent {
  readonly first: string;
  readonly segments: ReadonlySet<string>;
  readonly loops: readonly LoopRule[];
}

const INDEXES = new WeakMap<Guide, ReadonlyMap<string, LoopContent>>();

/** The loops of a guide by their ids; '' is the set. A loop that stands in two others is one. */
export function loopsOf(guide: Guide): ReadonlyMap<string, LoopContent> {
  let index = INDEXES.get(guide);
  if (index === undefined) {
    const built = new Map<string, LoopContent>();
    addLoop(built, '', guide.children);
    index = built;
    INDEXES.set(guide, index);
  }
  return index;
}

/** The identifier of the segment that begins a loop. */
export function beginningOf({ children }: LoopRule): string {
  const [first] = children;
  if (first === undefined) return '';
  return first.kind === 'segment' ? first.id : beginningOf(first);
}

function addLoop(
  index: Map<string, LoopContent>,
  id: string,
  children: readonly (SegmentRule | LoopRule)[],
): void {
  const segments = children.flatMap((child) => (child.kind === 'segment' ? [child.id] : []));
  const loops = children.flatMap((child) => (child.kind === 'loop' ? [child] : []));
  const isSet = id === '';
  index.set(id, {
    first: isSet ? '' : (segments[0] ?? ''),
    segments: new Set(isSet ? segments : segments.slice(1)),
    loops,
  });
  for (const loop of loops) addLoop(index, loop.id, loop.children);
}
