import type { Guide, LoopRule, SegmentRule } from '../guide/guide.ts';
import { KeptPlace } from '../guide/kept-place.ts';
import type { PlacedSegment } from '../guide/placed-segment.ts';
import { tagOf } from '../syntax/tag.ts';
import { integerAt } from './components.ts';
import { at, type Rule, type SetRule, type TellRule, triggerAt } from './rule.ts';
import { Sequence } from './sequence.ts';

const HAS_CHILDREN = tagOf('1');
const HAS_NO_CHILDREN = tagOf('0');

/**
 * The tree of HL segments in claims, claim status and eligibility: HL01 counts from 1 by 1, HL02 is the HL01 of the
 * level around it, HL04 says truly whether a level stands inside it (§2.4, HL, of each guide). Which level may stand in which
 * is said by the guide's loops. It matters whom HL02 names: a subscriber under another billing provider than the one
 * before it would be another provider's claim. A level that announces others and has none is a warning only, because
 * X12's own example of a refused inquiry (271) is written so.
 */
export const hierarchy: Rule = {
  segments: ['HL'],
  // Every loop that an HL begins, in any guide.
  loops: ['2000A', '2000B', '2000C', '2000D', '2000E'],
  begin: (tell, _listen, guide) => new Hierarchy(tell, levelsOf(guide)),
};

/** A loop that an HL begins. */
interface Level {
  readonly loop: string;
  /** 0 for the outermost. */
  readonly depth: number;
  /** Whether HL04 may say either; elsewhere the guide itself says what must follow. */
  readonly mayHaveChildren: boolean;
}

/** A level that is open, where a place is kept. One object serves all levels of a depth, one after another. */
class OpenLevel {
  /** HL01 as written (NaN when it is no number), and as it should have been. */
  written = 0;
  counted = 0;
  loop = '';
  readonly place = new KeptPlace();
  /** HL04, packed; 0 where it has no say. */
  childCode = 0;
  hasChildren = false;
}

class Hierarchy implements SetRule {
  readonly #tell: TellRule;
  readonly #levels: readonly Level[];
  readonly #numbers = new Sequence();
  /** By depth. */
  readonly #open: readonly OpenLevel[];

  constructor(tell: TellRule, levels: readonly Level[]) {
    this.#tell = tell;
    this.#levels = levels;
    this.#open = levels.map(() => new OpenLevel());
  }

  segment(placed: PlacedSegment): void {
    const { cursor, loop = '' } = placed;
    const level = levelOf(this.#levels, loop);
    if (level === undefined) return;
    const { depth, mayHaveChildren } = level;
    const written = integerAt(cursor, 1);
    if (!this.#numbers.take(written) && cursor.has(1)) {
      this.#tell('hierarchy.number-out-of-sequence', placed.place, at(placed, 1));
    }
    if (depth > 0) this.#checkParent(placed, this.#open[depth - 1] as OpenLevel);
    const open = this.#open[depth] as OpenLevel;
    open.written = written;
    open.counted = this.#numbers.count;
    open.loop = loop;
    open.place.keep(placed);
    open.childCode = mayHaveChildren ? cursor.code(4) : 0;
    open.hasChildren = false;
  }

  loopEnded(loop: string): void {
    const depth = levelOf(this.#levels, loop)?.depth;
    if (depth === undefined) return;
    const { place, childCode, hasChildren } = this.#open[depth] as OpenLevel;
    if (place.isKept && childCode === HAS_CHILDREN && !hasChildren) {
      this.#tell('hierarchy.children-missing', place, { segment: 'HL', loop, element: 4 });
    }
    place.forget();
  }

  #checkParent(placed: PlacedSegment, parent: OpenLevel): void {
    if (!parent.place.isKept) return;
    const { cursor } = placed;
    const number = integerAt(cursor, 2);
    // A number that was told to be wrong may be meant as it should have been.
    if (cursor.has(2) && number !== parent.written && number !== parent.counted) {
      this.#tell('hierarchy.parent-wrong', placed.place, at(placed, 2));
    }
    if (parent.childCode === HAS_NO_CHILDREN && !parent.hasChildren) {
      this.#tell('hierarchy.children-unannounced', parent.place, {
        segment: 'HL',
        loop: parent.loop,
        element: 4,
        trigger: triggerAt(placed),
      });
    }
    parent.hasChildren = true;
  }
}

/** There are five at most: to go through them is faster than to look one up. */
function levelOf(levels: readonly Level[], loop: string): Level | undefined {
  for (let i = 0; i < levels.length; i++) if (levels[i]?.loop === loop) return levels[i];
  return undefined;
}

const LEVELS = new WeakMap<Guide, readonly Level[]>();

/** The loops of a guide that an HL begins, found when the guide is first used. */
function levelsOf(guide: Guide): readonly Level[] {
  let levels = LEVELS.get(guide);
  if (levels === undefined) {
    const found: Level[] = [];
    addLevels(guide.children, 0, found);
    levels = found;
    LEVELS.set(guide, levels);
  }
  return levels;
}

function addLevels(children: readonly (SegmentRule | LoopRule)[], depth: number, found: Level[]): void {
  for (const child of children) {
    if (child.kind === 'segment') continue;
    const [first] = child.children;
    if (first?.kind !== 'segment' || first.id !== 'HL') continue;
    const childCode = first.elements[3];
    const mayHaveChildren = childCode?.kind === 'element' && (childCode.codes?.length ?? 0) > 1;
    if (levelOf(found, child.id) === undefined) found.push({ loop: child.id, depth, mayHaveChildren });
    addLevels(child.children, depth + 1, found);
  }
}
