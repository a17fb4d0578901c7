import type { SegmentPlace } from '../envelope/envelope-handler.ts';
import { problemAt, problemMessage } from '../problem-catalog.ts';
import type { Problem, ProblemCode } from '../problems.ts';
import { elementsOf, RULE } from './compile-shapes.ts';
import type { ElementPlace } from './element-checker.ts';
import type { CompositeRule, ElementRule, SegmentRule } from './guide.ts';
import { type CompiledGuide, NO_LOOP, SLOT_LENGTH, SLOT_LOOP, SLOT_SHAPE } from './guide-tables.ts';
import { locate } from './locate.ts';

/** Takes a problem as soon as it is known; nothing is collected on the way. */
export type TellProblem = (problem: Problem) => void;

/** The loop and the claim that a problem is told in. */
export interface LoopPlace {
  readonly loop: string | undefined;
  readonly claim: string;
}

/** Codes of a qualifier that are named to people; a longer list is cut. */
const NAMED_CODES_MAX = 8;

/** Makes problems of a guide: where they stand, and a sentence that names the guide's rule and no value of the file. */
export class GuideProblems {
  readonly #guide: CompiledGuide;
  readonly #tell: TellProblem;
  /** What is said of each slot that is missing, because a file of tiny sets lacks the same thousands of times. */
  readonly #missingMessages = new Map<number, string>();

  constructor(guide: CompiledGuide, tell: TellProblem) {
    this.#guide = guide;
    this.#tell = tell;
  }

  /** About the segment at hand as a whole. */
  segment(code: ProblemCode, tag: number, place: SegmentPlace, { loop, claim }: LoopPlace): void {
    this.#tell(problemAt(code, locate(place, { loop, claim, tag })));
  }

  /** About a required slot that is empty: its segment or loop is missing before the segment at `place`. */
  missing(slot: number, place: SegmentPlace, { loop, claim }: LoopPlace): void {
    const { slots, loopIds } = this.#guide;
    const inner = slots[slot * SLOT_LENGTH + SLOT_LOOP] as number;
    const code = inner === NO_LOOP ? 'segment.required-missing' : 'loop.required-missing';
    const segment = this.#segmentOf(slot).id;
    const location = locate(place, { segment, loop: inner === NO_LOOP ? loop : loopIds[inner], claim });
    this.#tell(problemAt(code, location, this.#missingMessage(slot, loop)));
  }

  /** About a loop whose first segment is missing before the segment at `place`, which belongs to the loop. */
  beginningMissing(slot: number, place: SegmentPlace, { loop, claim }: LoopPlace): void {
    const rule = this.#segmentOf(slot);
    const message = `Loop ${loop} begins with ${describe(rule)}.`;
    this.#tell(
      problemAt('segment.required-missing', locate(place, { segment: rule.id, loop, claim }), message),
    );
  }

  /** About an element of the segment at hand, or one of its components. */
  element(
    code: ProblemCode,
    tag: number,
    place: SegmentPlace,
    { loop, claim }: LoopPlace,
    { shape, element, component, repetition }: ElementPlace,
  ): void {
    const location = locate(place, { tag, loop, claim, element, component, repetition });
    const position = component === 0 ? element : component;
    const name = elementsOf(this.#ruleOf(shape))[position - 1]?.name;
    const reference = `${location.segment}${String(element).padStart(2, '0')}${component === 0 ? '' : `-${component}`}`;
    const subject = name === undefined ? reference : `${reference} (${name})`;
    this.#tell(problemAt(code, location, `${subject}: ${problemMessage(code)}`));
  }

  #missingMessage(slot: number, loop: string | undefined): string {
    let message = this.#missingMessages.get(slot);
    if (message === undefined) {
      const { slots, loopIds } = this.#guide;
      const inner = slots[slot * SLOT_LENGTH + SLOT_LOOP] as number;
      const segment = describe(this.#segmentOf(slot));
      const missing = inner === NO_LOOP ? segment : `loop ${loopIds[inner]}, which begins with ${segment},`;
      message = `The guide requires ${missing} in ${loop === '' ? 'the transaction set' : `loop ${loop}`}.`;
      this.#missingMessages.set(slot, message);
    }
    return message;
  }

  #segmentOf(slot: number): SegmentRule {
    return this.#ruleOf(this.#guide.slots[slot * SLOT_LENGTH + SLOT_SHAPE] as number) as SegmentRule;
  }

  #ruleOf(shape: number): SegmentRule | CompositeRule {
    const { table, rules } = this.#guide.shapes;
    return rules[table[shape + RULE] as number] as SegmentRule | CompositeRule;
  }
}

/** `REF*EI|SY (Billing Provider Tax Identification)` */
function describe(rule: SegmentRule): string {
  const qualifiers = rule.elements.flatMap((element) => {
    const parts: readonly ElementRule[] = element.kind === 'element' ? [element] : element.components;
    return parts.filter((part) => part.isQualifier).map(({ codes = [] }) => namedCodes(codes));
  });
  return `${[rule.id, ...qualifiers].join('*')} (${rule.name})`;
}

function namedCodes(codes: readonly string[]): string {
  const named = codes.slice(0, NAMED_CODES_MAX).join('|');
  return codes.length > NAMED_CODES_MAX ? `${named}|…` : named;
}
