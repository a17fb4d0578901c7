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
  FIRST_COMPONENT,
  NO_LOOP,
  NO_QUALIFIER,
  NO_TAG,
  QUALIFIER_LENGTH,
  SEVERAL_ELEMENTS,
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
    const required: number[] = [];
    const loops = this.#loops.flatMap((loop) => this.#loopRow(loop, required));
    return {
      guide: this.#guide,
      tags: new TagTable(this.#tags),
      shapes: this.#shapes.build(),
      codeLists: this.#lists.build(),
      loops: Int32Array.from(loops),
      loopIds: this.#loops.map(({ id }) => nameOf(id)),
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

  #slotRow(draft: SlotDraft): number[] {
    const { rule, owner, group, symbol, loop } = draft;
    const segment = this.#withIds(beginningOf(rule));
    const qualifiers = qualifiersOf(segment, (part) => part.isQualifier);
    const compared = comparedOf(segment);
    const start = this.#qualifiers.length;
    for (const { element, component, codes } of compared) {
      this.#qualifiers.push(element, component, this.#lists.add(codes));
    }
    const [onlyElement, onlyCode] = onlyElementOf(compared);
    return [
      group,
      onlyElement,
      onlyCode,
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
      this.#soleTag(draft),
    ];
  }

  /** The identifier of a slot, where what matches it matches none before it in the loop. */
  #soleTag({ rule, owner, symbol }: SlotDraft): Tag {
    const compared = comparedOf(this.#withIds(beginningOf(rule)));
    for (const slot of this.#loops[owner]?.slots ?? []) {
      const other = this.#slots[slot] as SlotDraft;
      if (other.rule === rule) break;
      if (other.symbol !== symbol) continue;
      if (!areDisjoint(compared, comparedOf(this.#withIds(beginningOf(other.rule))))) return NO_TAG;
    }
    return this.#tags[symbol] as Tag;
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

/** Whether one element decides which of two slots a segment matches. */
function areDisjoint(
  [one, ...more]: readonly Qualifier[],
  [other, ...others]: readonly Qualifier[],
): boolean {
  if (one === undefined || other === undefined || more.length + others.length > 0) return false;
  if (one.element !== other.element || one.component !== other.component) return false;
  return !one.codes.some((code) => other.codes.includes(code));
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

/** What tells whether a segment is one of the rule: its qualifiers or, where it has none, its first code. */
function comparedOf(rule: SegmentRule): Qualifier[] {
  const qualifiers = qualifiersOf(rule, (part) => part.isQualifier);
  return qualifiers.length > 0 ? qualifiers : qualifiersOf(rule, isFirstCode).slice(0, 1);
}

function isFirstCode(part: ElementRule, element: number, component: number): boolean {
  return element === 1 && component <= 1 && part.usage === 'R' && part.codes !== undefined;
}

/** `SLOT_ONLY_ELEMENT` and `SLOT_ONLY_CODE` of a slot. */
function onlyElementOf([first, ...others]: readonly Qualifier[]): readonly [element: number, code: number] {
  if (first === undefined) return [NO_QUALIFIER, 0];
  if (others.length > 0 || first.component > 1) return [SEVERAL_ELEMENTS, 0];
  if (first.component === 1) return [-(first.element + FIRST_COMPONENT), 0];
  const [code = '', ...more] = first.codes;
  if (more.length > 0) return [-first.element, 0];
  return code.length <= PACKED_LENGTH_MAX ? [first.element, tagOf(code)] : [SEVERAL_ELEMENTS, 0];
}

/**
 * The same text as the engine keeps it once: it does so with texts in the code, and with names of symbols. Rules then compare
 * the loop of every segment by one look, and not character by character. (Names of properties would do, but for those
 * that are numbers, such as 2300.)
 */
function nameOf(text: string): string {
  return Symbol.for(text).description ?? text;
}
