import { invariant } from '../../base/invariant.ts';
import { type Tag, tagOf } from '../syntax/tag.ts';
import { claimElementOf } from './claim-elements.ts';
import { CodeListsBuilder, PACKED_LENGTH_MAX } from './code-lists.ts';
import { ShapesBuilder } from './compile-shapes.ts';
import type { ElementRule, Guide, LoopRule, SegmentRule } from './guide.ts';
import {
  CANDIDATES_BITS,
  CANDIDATES_MAX,
  type CompiledGuide,
  NO_LOOP,
  NO_QUALIFIER,
  NO_TAG,
  QUALIFIER_LENGTH,
  SEVERAL_CODES,
  SLOT_LENGTH,
  SLOT_ONLY_CODE,
  SLOT_ONLY_ELEMENT,
  SLOT_TAG,
  UNBOUNDED,
} from './guide-tables.ts';
import { TagTable } from './tag-table.ts';

type Child = SegmentRule | LoopRule;

const COMPILED = new WeakMap<Guide, CompiledGuide>();

/** The tables of a guide, compiled when it is first used. */
export function compiledGuideOf(guide: Guide): CompiledGuide {
  let compiled = COMPILED.get(guide);
  if (compiled === undefined) {
    compiled = new GuideCompiler(guide).compile();
    COMPILED.set(guide, compiled);
  }
  return compiled;
}

interface LoopDraft {
  readonly id: string;
  readonly slots: number[];
}

interface SlotDraft {
  readonly rule: Child;
  readonly owner: number;
  readonly group: number;
  readonly symbol: number;
  loop: number;
}

interface Qualifier {
  readonly element: number;
  /** 0 for a simple element. */
  readonly component: number;
  readonly codes: readonly string[];
}

class GuideCompiler {
  readonly #guide: Guide;
  /** Segment identifiers, by symbol. */
  readonly #tags: Tag[] = [];
  readonly #lists = new CodeListsBuilder();
  readonly #shapes = new ShapesBuilder(this.#lists);
  readonly #loops: LoopDraft[] = [];
  /** Loops by their children, which a loop that stands in two places shares with itself. */
  readonly #loopNumbers = new Map<readonly Child[], number>();
  readonly #slots: SlotDraft[] = [];
  readonly #qualifiers: number[] = [];
  #depth = 0;

  constructor(guide: Guide) {
    this.#guide = guide;
  }

  compile(): CompiledGuide {
    this.#addLoop('', this.#guide.children, 1);
    const slots = this.#slots.flatMap((slot) => this.#slotRow(slot));
    this.#addTags(slots);
    const required: number[] = [];
    const loops = this.#loops.flatMap((loop) => this.#loopRow(loop, required));
    return {
      guide: this.#guide,
      tags: new TagTable(this.#tags),
      shapes: this.#shapes.build(),
      codeLists: this.#lists.build(),
      loops: Int32Array.from(loops),
      loopIds: this.#loops.map(({ id }) => propertyName(id)),
      slots: Int32Array.from(slots),
      required: Int32Array.from(required),
      qualifiers: Int32Array.from(this.#qualifiers),
      candidates: this.#candidates(),
      depth: this.#depth,
    };
  }

  /** Numbers a loop and, side by side, its slots; then the loops in it. */
  #addLoop(id: string, children: readonly Child[], depth: number): number {
    const known = this.#loopNumbers.get(children);
    this.#depth = Math.max(this.#depth, depth);
    if (known !== undefined) return known;
    invariant(id === '' || children[0]?.repeatMax === 1, 'the segment that begins a loop stands once in it');
    const slots: number[] = [];
    const number = this.#loops.push({ id, slots }) - 1;
    this.#loopNumbers.set(children, number);
    let group = 0;
    let before = -1;
    for (const rule of id === '' ? children : children.slice(1)) {
      const symbol = this.#symbolOf(beginningOf(rule).id);
      if (symbol !== before) group++;
      before = symbol;
      slots.push(this.#slots.push({ rule, owner: number, group, symbol, loop: NO_LOOP }) - 1);
    }
    for (const slot of slots.map((one) => this.#slots[one] as SlotDraft)) {
      if (slot.rule.kind === 'loop') slot.loop = this.#addLoop(slot.rule.id, slot.rule.children, depth + 1);
    }
    return number;
  }

  #symbolOf(identifier: string): number {
    const known = this.#tags.indexOf(tagOf(identifier));
    return known >= 0 ? known : this.#tags.push(tagOf(identifier)) - 1;
  }

  #loopRow({ id, slots }: LoopDraft, required: number[]): number[] {
    const requiredStart = required.length;
    required.push(...slots.filter((slot) => this.#slots[slot]?.rule.usage === 'R'));
    const first = slots[0] ?? 0;
    return [first, first + slots.length, requiredStart, required.length, claimElementOf(this.#guide, id)];
  }

  #slotRow({ rule, owner, group, symbol, loop }: SlotDraft): number[] {
    const segment = this.#withIds(beginningOf(rule));
    const qualifiers = qualifiersOf(segment, (part) => part.isQualifier);
    const likeness = qualifiers.length > 0 ? [] : qualifiersOf(segment, isFirstCode).slice(0, 1);
    const start = this.#qualifiers.length;
    const compared = [...qualifiers, ...likeness];
    for (const { element, component, codes } of compared) {
      this.#qualifiers.push(element, component, this.#lists.add(codes));
    }
    const only = onlyShortCode(compared);
    return [
      group,
      only === undefined && compared.length > 0 ? SEVERAL_CODES : (compared[0]?.element ?? NO_QUALIFIER),
      tagOf(only ?? ''),
      rule.usage === 'N' ? 0 : Math.min(rule.repeatMax, UNBOUNDED),
      rule.usage === 'R' ? 1 : 0,
      loop,
      this.#shapes.add(segment),
      rule.usage === 'N' ? 1 : 0,
      symbol,
      start,
      start + qualifiers.length * QUALIFIER_LENGTH,
      this.#qualifiers.length,
      owner,
      NO_TAG,
    ];
  }

  /** Gives their identifiers to the slots that a segment of theirs finds first. */
  #addTags(slots: number[]): void {
    for (const { slots: siblings } of this.#loops) {
      for (const [index, slot] of siblings.entries()) {
        const symbol = this.#slots[slot]?.symbol ?? 0;
        const before = siblings.slice(0, index).filter((other) => this.#slots[other]?.symbol === symbol);
        if (before.every((other) => isOfOtherCode(slots, slot, other)))
          slots[slot * SLOT_LENGTH + SLOT_TAG] = this.#tags[symbol] as number;
      }
    }
  }

  #candidates(): Int32Array {
    const starts: number[] = [];
    const lists: number[] = [];
    const listsStart = this.#loops.length * this.#tags.length;
    for (const { slots } of this.#loops) {
      for (let symbol = 0; symbol < this.#tags.length; symbol++) {
        const fitting = slots.filter((slot) => this.#slots[slot]?.symbol === symbol);
        invariant(fitting.length <= CANDIDATES_MAX, 'a loop has few slots for one identifier');
        const start = listsStart + lists.length;
        starts.push(fitting.length === 0 ? 0 : (start << CANDIDATES_BITS) | fitting.length);
        lists.push(...fitting);
      }
    }
    return Int32Array.from([...starts, ...lists]);
  }

  /** ST03 may be any id of the guide: some of them are in use beside the one that the guide prints. */
  #withIds(rule: SegmentRule): SegmentRule {
    if (rule.id !== 'ST') return rule;
    const { ids } = this.#guide;
    const elements = rule.elements.map((element) => {
      const isId = element.kind === 'element' && element.codes?.some((code) => ids.includes(code)) === true;
      return isId ? { ...element, codes: ids } : element;
    });
    return { ...rule, elements };
  }
}

/** Whether two slots ask for different codes of one element. */
function isOfOtherCode(slots: readonly number[], slot: number, other: number): boolean {
  const element = slots[slot * SLOT_LENGTH + SLOT_ONLY_ELEMENT] as number;
  return (
    element > 0 &&
    slots[other * SLOT_LENGTH + SLOT_ONLY_ELEMENT] === element &&
    slots[other * SLOT_LENGTH + SLOT_ONLY_CODE] !== slots[slot * SLOT_LENGTH + SLOT_ONLY_CODE]
  );
}

/** The segment itself, or the one that begins the loop. */
function beginningOf(rule: Child): SegmentRule {
  if (rule.kind === 'segment') return rule;
  const [first] = rule.children;
  invariant(first?.kind === 'segment', 'a loop begins with a segment');
  return first;
}

/** The elements and components with codes that are chosen, with their places. */
function qualifiersOf(
  rule: SegmentRule,
  isChosen: (part: ElementRule, element: number, component: number) => boolean,
): Qualifier[] {
  return rule.elements.flatMap((one, index) => {
    const parts: readonly ElementRule[] = one.kind === 'element' ? [one] : one.components;
    return parts.flatMap((part, partIndex) => {
      const component = one.kind === 'element' ? 0 : partIndex + 1;
      if (!isChosen(part, index + 1, component)) return [];
      invariant(part.codes !== undefined, 'a qualifier lists its codes');
      return [{ element: index + 1, component, codes: part.codes }];
    });
  });
}

function isFirstCode(part: ElementRule, element: number, component: number): boolean {
  return element === 1 && component <= 1 && part.usage === 'R' && part.codes !== undefined;
}

/** The code of a segment that has one qualifier, a simple element with one code of at most four bytes. */
function onlyShortCode([first, ...others]: readonly Qualifier[]): string | undefined {
  if (first === undefined || others.length > 0 || first.component > 0 || first.codes.length > 1)
    return undefined;
  const [code] = first.codes;
  return code !== undefined && code.length <= PACKED_LENGTH_MAX ? code : undefined;
}

/**
 * The same text as a property name. Of these the engine keeps one for each text, as it does of texts in the code, so
 * that rules compare the loop of every segment by one look, and not character by character.
 */
function propertyName(text: string): string {
  return Object.keys({ [text]: true })[0] ?? text;
}
