import { compiledGuideOf } from '../guide/compile-guide.ts';
import type { Guide, LoopRule, SegmentRule } from '../guide/guide.ts';
import { GuideChecker } from '../guide/guide-checker.ts';
import type { PlacedSegment } from '../guide/placed-segment.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import { tagText } from '../syntax/tag.ts';
import { SegmentRules } from './segment-rules.ts';

/** A loop that is open around a segment. */
export interface OpenLoop {
  readonly rule: LoopRule;
  /** The segment that began it. */
  readonly startOrdinal: number;
  /** That segment's identifier. */
  readonly startTag: string;
}

/** A segment with the names that the guide gives to it. It is valid while it is told. */
export interface FollowedSegment {
  readonly cursor: SegmentCursor;
  /** ST is 1. */
  readonly ordinal: number;
  readonly tag: string;
  /** The loops around it, the outermost first. */
  readonly loops: readonly OpenLoop[];
  /** The guide's own line of it; undefined where it has no place, or the guide is not carried. */
  readonly rule: SegmentRule | undefined;
  /** Whether there is a guide that could give it a place. */
  readonly hasGuide: boolean;
  /** CLM01, CLP01 or TRN02 of the claim it stands in, '' outside of claims. Each look at it makes a string. */
  readonly claim: string;
}

/**
 * Follows one set through its guide, for those who want to know what a segment is and not what is wrong with it.
 * Without a guide every segment is told with neither loops nor rule. It serves one set.
 */
export class SetFollower {
  readonly #told: (segment: FollowedSegment) => void;
  readonly #checker: GuideChecker | undefined;
  readonly #rules: SegmentRules | undefined;
  #loops: OpenLoop[] = [];
  #ordinal = 0;

  constructor(guide: Guide | undefined, told: (segment: FollowedSegment) => void) {
    this.#told = told;
    if (guide === undefined) return;
    this.#rules = new SegmentRules(guide);
    this.#checker = new GuideChecker(compiledGuideOf(guide), {
      tell: () => undefined,
      numbers: { interchangeControlNumber: '', groupControlNumber: '', setControlNumber: '' },
      isKnownTag: () => true,
      checker: { segment: (placed) => this.#place(placed), loopEnded: (loop) => this.#leave(loop) },
    });
  }

  /** The next segment of the set, ST and SE included. */
  segment(cursor: SegmentCursor): void {
    this.#ordinal++;
    if (this.#checker !== undefined) return this.#checker.segment(cursor, this.#ordinal);
    const tag = tagText(cursor.tag);
    this.#told({
      cursor,
      ordinal: this.#ordinal,
      tag,
      loops: [],
      rule: undefined,
      hasGuide: false,
      claim: '',
    });
  }

  #place(placed: PlacedSegment): void {
    const { cursor, loop } = placed;
    const tag = tagText(cursor.tag);
    if (loop !== undefined && loop !== '') this.#enter(loop, tag, placed.isLoopStart);
    this.#told({
      cursor,
      ordinal: this.#ordinal,
      tag,
      loops: this.#loops,
      rule: loop === undefined ? undefined : this.#rules?.ruleOf(loop, cursor, placed.isLoopStart),
      hasGuide: true,
      get claim() {
        return placed.claim;
      },
    });
  }

  /** A loop whose first segment is missing is entered at the first segment that stands in it. */
  #enter(loop: string, startTag: string, isLoopStart: boolean): void {
    if (!isLoopStart && this.#loops.some(({ rule }) => rule.id === loop)) return;
    const rule = this.#rules?.loopById(loop);
    // Made anew, so that what was told before keeps its loops.
    if (rule !== undefined) this.#loops = [...this.#loops, { rule, startOrdinal: this.#ordinal, startTag }];
  }

  #leave(loop: string): void {
    if (this.#loops.at(-1)?.rule.id === loop) this.#loops = this.#loops.slice(0, -1);
  }
}
