import type { Guide } from '../guide/guide.ts';
import type { TellProblem } from '../guide/guide-problems.ts';
import { locate } from '../guide/locate.ts';
import type { PlacedSegment, PlacedSegmentChecker } from '../guide/placed-segment.ts';
import { NO_SYMBOL, TagTable } from '../guide/tag-table.ts';
import { problemAt } from '../problem-catalog.ts';
import type { ProblemTrigger } from '../problems.ts';
import { tagOf } from '../syntax/tag.ts';
import type { Rule, RuleTrigger, SetRule } from './rule.ts';

/** Which of some rules are told of what, found out once for all sets. */
export interface RuleIndex {
  readonly rules: readonly Rule[];
  readonly tags: TagTable;
  /** The numbers of the rules for each symbol of `tags`. */
  readonly bySymbol: readonly (readonly number[])[];
  readonly byLoop: ReadonlyMap<string, readonly number[]>;
}

export function indexRules(rules: readonly Rule[]): RuleIndex {
  const segments = [...new Set(rules.flatMap((rule) => rule.segments))];
  const loops = [...new Set(rules.flatMap((rule) => rule.loops ?? []))];
  return {
    rules,
    tags: new TagTable(segments.map(tagOf)),
    bySymbol: segments.map((segment) => numbersOf(rules, (rule) => rule.segments.includes(segment))),
    byLoop: new Map(
      loops.map((loop) => [loop, numbersOf(rules, (rule) => rule.loops?.includes(loop) === true)]),
    ),
  };
}

/** Begins rules for one set and tells each of them of the segments and loops that it names, and of no others. */
export class RuleDispatcher implements PlacedSegmentChecker {
  readonly #index: RuleIndex;
  readonly #rules: readonly SetRule[];
  /** The segment at hand, by which the claim around it is known; a loop ends while this is the segment behind it. */
  #placed: PlacedSegment | undefined;

  constructor(index: RuleIndex, guide: Guide, tell: TellProblem) {
    this.#index = index;
    this.#rules = index.rules.map((rule) =>
      rule.begin((code, place, { trigger, message, ...at }) => {
        const location = locate(place, { ...at, claim: this.#placed?.claim });
        tell(
          problemAt(
            code,
            trigger === undefined ? location : { ...location, trigger: triggerOf(trigger) },
            message,
          ),
        );
      }, guide),
    );
  }

  segment(placed: PlacedSegment): void {
    this.#placed = placed;
    // What has no place has no part in a rule.
    if (placed.loop === undefined) return;
    const { tags, bySymbol } = this.#index;
    const symbol = tags.symbolOf(placed.cursor.tag);
    if (symbol === NO_SYMBOL) return;
    const told = bySymbol[symbol] as readonly number[];
    for (let i = 0; i < told.length; i++) (this.#rules[told[i] as number] as SetRule).segment(placed);
  }

  loopEnded(loop: string): void {
    const told = this.#index.byLoop.get(loop);
    if (told === undefined || this.#placed === undefined) return;
    for (let i = 0; i < told.length; i++) {
      (this.#rules[told[i] as number] as SetRule).loopEnded?.(loop, this.#placed);
    }
  }

  finish(isComplete: boolean): void {
    // Of a set that was cut nobody knows what it would have balanced to.
    if (isComplete) for (const rule of this.#rules) rule.finish?.();
  }
}

function numbersOf(rules: readonly Rule[], isTold: (rule: Rule) => boolean): number[] {
  return rules.flatMap((rule, number) => (isTold(rule) ? [number] : []));
}

function triggerOf({ place, segment, loop, element, component }: RuleTrigger): ProblemTrigger {
  return {
    segment,
    segmentOrdinal: place.segmentOrdinal,
    ...(loop ? { loop } : {}),
    ...(element === undefined ? {} : { element }),
    ...(component === undefined ? {} : { component }),
  };
}
