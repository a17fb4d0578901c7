import type { SegmentPlace } from '../envelope/envelope-handler.ts';
import type { Guide } from '../guide/guide.ts';
import type { PlacedSegment } from '../guide/placed-segment.ts';
import type { ProblemCode } from '../problems.ts';
import { tagText } from '../syntax/tag.ts';

/**
 * A rule over a whole transaction set, or a few that share what they remember: amounts that must balance (SNIP type 3)
 * or what one segment demands of another (type 4). It names what it must be told of, because most segments matter to
 * few rules.
 */
export interface Rule extends Told {
  /** What it is told of only while it listens. */
  readonly whileListening?: Told;
  /** Begins the rule for one set. */
  begin(tell: TellRule, listen: Listen, guide: Guide): SetRule;
}

export interface Told {
  /**
   * Segments that it is told of, where the guide has a place for them: 'CLM', '2400/LX' for those of one loop,
   * '2400/REF*6R' for places of one code in the first element. A segment at such a place may have another code.
   */
  readonly segments: readonly string[];
  /** Loops whose end it is told of. */
  readonly loops?: readonly string[];
}

/**
 * Says whether a rule listens; at first it does not. Most claims have nothing that a rule must follow up, no accident and
 * no other payer, and to tell it of each line nevertheless takes longer than all that it does.
 */
export type Listen = (isListening: boolean) => void;

/** A rule at work in one set. */
export interface SetRule {
  readonly segment: (placed: PlacedSegment) => void;
  /** A loop has ended, `next` being the first segment behind it. */
  readonly loopEnded?: (loop: string, next: PlacedSegment) => void;
  /** The set has ended, and was not cut. */
  finish?(): void;
}

/** Tells a broken rule: where, and what is said of it. The claim around the segment now at hand is added. */
export type TellRule = (code: ProblemCode, place: SegmentPlace, at: RulePlace) => void;

/** What in the segment at a place is wrong; of a missing segment, what is missing before it. */
export interface RulePlace {
  readonly segment: string;
  readonly loop: string | undefined;
  readonly element?: number;
  readonly component?: number;
  /** What makes the rule apply. */
  readonly trigger?: RuleTrigger;
  /** Says more than the usual sentence, and no value of the file. */
  readonly message?: string;
}

export interface RuleTrigger {
  readonly place: SegmentPlace;
  readonly segment: string;
  readonly loop: string | undefined;
  readonly element?: number;
  readonly component?: number;
}

/** The segment at hand, or a part of it. */
export function at(placed: PlacedSegment, element?: number, component?: number): RulePlace {
  const segment = tagText(placed.cursor.tag);
  const { loop } = placed;
  // Written out, because spreading objects took longer than the rules that keep them.
  if (element === undefined) return { segment, loop };
  return component === undefined ? { segment, loop, element } : { segment, loop, element, component };
}

/** The segment at hand, or a part of it, as what makes a rule apply. */
export function triggerAt(placed: PlacedSegment, element?: number, component?: number): RuleTrigger {
  const segment = tagText(placed.cursor.tag);
  const { place, loop } = placed;
  if (element === undefined) return { place, segment, loop };
  return component === undefined
    ? { place, segment, loop, element }
    : { place, segment, loop, element, component };
}
