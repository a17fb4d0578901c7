import { invariant } from '../../base/invariant.ts';
import { RULE } from '../guide/compile-shapes.ts';
import type { Guide } from '../guide/guide.ts';
import type { TellProblem } from '../guide/guide-problems.ts';
import type { CompiledGuide } from '../guide/guide-tables.ts';
import * as tables from '../guide/guide-tables.ts';
import { locate } from '../guide/locate.ts';
import type { PlacedSegment, PlacedSegmentChecker } from '../guide/placed-segment.ts';
import { loopOf, shapeOf } from '../guide/slot-queries.ts';
import { problemAt } from '../problem-catalog.ts';
import type { ProblemTrigger } from '../problems.ts';
import type { Listen, Rule, RuleTrigger, SetRule, TellRule, Told } from './rule.ts';
import * as telling from './tell-rules.ts';

const { LOOP_LENGTH, LOOP_SLOTS_STOP, NO_LOOP, NO_SLOT } = tables;
const { RULES_MAX, tellRules } = telling;

/** Which of some rules are told of what, found out once for all sets of a guide. */
export interface RuleIndex {
  readonly rules: readonly Rule[];
  readonly bySlot: ToldRules;
  readonly byLoop: ToldRules;
}

/** Of slot or loop `n` of the guide: at 2n bits of the rules that are told of it, at 2n + 1 of those that are while they listen. */
type ToldRules = Int32Array;

/** Finds out which rules are told of which segments and loops of their guide. */
export function indexRules(rules: readonly Rule[], guide: CompiledGuide): RuleIndex {
  invariant(rules.length <= RULES_MAX, 'the rules of a guide fit into the bits of an integer');
  const loops = guide.loopIds.map((id) => [id]);
  return {
    rules,
    bySlot: toldRules(rules, namesOfSlots(guide), ({ segments = [] }) => segments),
    byLoop: toldRules(rules, loops, ({ loops: ends = [] }) => ends),
  };
}

/** Begins rules for each set and tells each of them of the segments and loops that it names, and of no others. */
export class RuleDispatcher implements PlacedSegmentChecker {
  readonly #bySlot: ToldRules;
  readonly #byLoop: ToldRules;
  readonly #begin: () => readonly SetRule[];
  #rules: readonly SetRule[] = [];
  /** What each rule does with a loop's end: looked up here once, and not in many kinds of rules. */
  #takesLoopEnd: readonly SetRule['loopEnded'][] = [];
  /** Bits of the rules that listen. */
  #listening = 0;
  /** The segment at hand, by which the claim around it is known; a loop ends while this is the segment behind it. */
  #placed: PlacedSegment | undefined;

  constructor(index: RuleIndex, guide: Guide, tell: TellProblem) {
    this.#bySlot = index.bySlot;
    this.#byLoop = index.byLoop;
    const tellRule: TellRule = (code, place, { trigger, message, ...at }) => {
      const location = locate(place, { ...at, claim: this.#placed?.claim });
      const told = trigger === undefined ? location : { ...location, trigger: triggerOf(trigger) };
      tell(problemAt(code, told, message));
    };
    const listens = index.rules.map((_, rule) => (isListening: boolean) => {
      if (isListening) this.#listening |= 1 << rule;
      else this.#listening &= ~(1 << rule);
    });
    this.#begin = () =>
      index.rules.map((rule, number) => rule.begin(tellRule, listens[number] as Listen, guide));
    this.restart();
  }

  restart(): void {
    this.#placed = undefined;
    this.#listening = 0;
    this.#rules = this.#begin();
    this.#takesLoopEnd = this.#rules.map((rule) => rule.loopEnded);
  }

  segment(placed: PlacedSegment): void {
    this.#placed = placed;
    const { slot } = placed;
    // What has no place has no part in a rule.
    if (slot === NO_SLOT) return;
    const told = this.#toldOf(this.#bySlot, slot);
    if (told !== 0) tellRules(this.#rules, told, placed);
  }

  loopEnded(loop: string, loopNumber: number): void {
    const placed = this.#placed;
    if (placed === undefined) return;
    for (let told = this.#toldOf(this.#byLoop, loopNumber); told !== 0; told &= told - 1) {
      const rule = lowestBit(told);
      this.#takesLoopEnd[rule]?.call(this.#rules[rule] as SetRule, loop, placed);
    }
  }

  /** Bits of the rules that are now told of a slot or loop. */
  #toldOf(table: ToldRules, number: number): number {
    return (table[number * 2] as number) | ((table[number * 2 + 1] as number) & this.#listening);
  }

  finish(isComplete: boolean): void {
    // Of a set that was cut nobody knows what it would have balanced to.
    if (isComplete) for (const rule of this.#rules) rule.finish?.();
  }
}

/** `names` are those of each number; `wanted` gives the names that a rule wants to be told of. */
function toldRules(
  rules: readonly Rule[],
  names: readonly (readonly string[])[],
  wanted: (told: Partial<Told>) => readonly string[],
): ToldRules {
  const bitsOf = (some: readonly string[], told: (rule: Rule) => Partial<Told>): number => {
    let bits = 0;
    for (const [number, rule] of rules.entries()) {
      if (wanted(told(rule)).some((name) => some.includes(name))) bits |= 1 << number;
    }
    return bits;
  };
  return Int32Array.from(
    names.flatMap((some) => [
      bitsOf(some, (rule) => rule),
      bitsOf(some, ({ whileListening = {} }) => whileListening),
    ]),
  );
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/** What a rule may call the segment of each slot: REF, 2400/REF, and both with each code of its first element. */
function namesOfSlots(guide: CompiledGuide): string[][] {
  const { loops, loopIds, shapes } = guide;
  const names: string[][] = [];
  for (const [outer] of loopIds.entries()) {
    for (let slot = names.length; slot < (loops[outer * LOOP_LENGTH + LOOP_SLOTS_STOP] as number); slot++) {
      const begun = loopOf(guide, slot);
      const rule = shapes.rules[shapes.table[shapeOf(guide, slot) + RULE] as number];
      const first = rule?.kind === 'segment' ? rule.elements[0] : undefined;
      const codes = first?.kind === 'element' ? (first.codes ?? []) : [];
      const id = rule?.id ?? '';
      const all = [id, ...codes.map((code) => `${id}*${code}`)];
      names.push([...all, ...all.map((name) => `${loopIds[begun === NO_LOOP ? outer : begun]}/${name}`)]);
    }
  }
  return names;
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
