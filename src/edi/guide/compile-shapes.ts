import { invariant } from '../../base/invariant.ts';
import type { CodeListsBuilder } from './code-lists.ts';
import type { CompositeRule, ElementRule, SegmentRule, SyntaxNote } from './guide.ts';
import { SoundComposites } from './sound-composites.ts';

/**
 * The elements of every segment and the components of every composite as flat integers. A shape is named by where it
 * begins in `table`: a head, then a row for each element. Sets of positions are bits: position 1 is bit 0.
 */
export interface Shapes {
  readonly table: Int32Array;
  /** Syntax notes behind each other, `NOTE_LENGTH` integers each. */
  readonly notes: Int32Array;
  /** By the head's `RULE`, for words to people. */
  readonly rules: readonly (SegmentRule | CompositeRule)[];
  readonly soundComposites: SoundComposites;
}

/** The head of a shape: bits of positions that may not be empty. */
export const REQUIRED_BITS = 0;
/** Bits of positions that must be empty. */
export const UNUSED_BITS = 1;
/** Where in `notes` those of the shape begin, and where they end. */
export const NOTES_START = 2;
export const NOTES_STOP = 3;
export const RULE = 4;
/** How many rows it has. */
export const ROW_COUNT = 5;
/** Bits of the positions that were filled in the last sound segment: most segments of a shape fill the same. */
export const LAST_SOUND_BITS = 6;
export const HEAD_LENGTH = 7;

/**
 * A row: what an element is (see `TEXT` and so on), its least and its greatest length, in one integer. A file uses a few
 * dozen shapes over and over: the smaller they are, the more of them stay in the processor's first cache.
 */
export const FORM = 0;
/** Of a code its list, of a composite its shape, of a date written by format the position of its format qualifier. */
export const REFERENCE = 1;
/** Of a code the one that was found in its list last, packed; 0 at first, which is none. */
export const LAST_CODE = 2;
export const ROW_LENGTH = 3;

/** The parts of a form: `form & TYPE_MASK`, `(form >> MIN_SHIFT) & MIN_MASK`, `form >> MAX_SHIFT`. */
export const TYPE_MASK = 0xf;
export const MIN_SHIFT = 4;
export const MIN_MASK = 0x7ff;
export const MAX_SHIFT = 15;

/** A text of any kind; what has a code list is a `CODE`, whatever else it is. */
export const TEXT = 0;
export const CODE = 8;
export const DECIMAL = 1;
/** Element 782, monetary amount: a decimal that must be whole cents. */
export const AMOUNT = 2;
export const INTEGER = 3;
export const DATE = 4;
export const TIME = 5;
/** Element 1251, whose form the element 1250 before it names. */
export const DATE_BY_FORMAT = 6;
export const COMPOSITE = 7;

/** A note: its kind, the bits of all its positions, the bit of the first. */
export const NOTE_LENGTH = 3;
export const PAIRED = 0;
export const AT_LEAST_ONE = 1;
export const EXCLUSIVE = 2;
export const CONDITIONAL = 3;
export const LIST_CONDITIONAL = 4;
const NOTE_KINDS: readonly SyntaxNote['kind'][] = ['P', 'R', 'E', 'C', 'L'];

const POSITIONS_MAX = 31;
const ANY_LENGTH = 0x7fff;
const TYPES: Readonly<Record<ElementRule['type'], number>> = {
  AN: TEXT,
  ID: TEXT,
  B: TEXT,
  DT: DATE,
  TM: TIME,
  R: DECIMAL,
  N0: INTEGER,
  N2: INTEGER,
};
const MONETARY_AMOUNT = '782';
const FORMAT_QUALIFIER = '1250';
const DATE_IN_A_FORMAT = '1251';

type Owner = SegmentRule | CompositeRule;

export function bitOf(position: number): number {
  return 1 << (position - 1);
}

/** The elements of a segment, or the components of a composite. */
export function elementsOf(owner: Owner): readonly (ElementRule | CompositeRule)[] {
  return owner.kind === 'segment' ? owner.elements : owner.components;
}

/** Collects shapes while a guide is compiled. */
export class ShapesBuilder {
  readonly #lists: CodeListsBuilder;
  readonly #table: number[] = [];
  readonly #notes: number[] = [];
  readonly #rules: Owner[] = [];
  readonly #known = new Map<Owner, number>();

  constructor(lists: CodeListsBuilder) {
    this.#lists = lists;
  }

  /** The shape of a rule. */
  add(owner: Owner): number {
    const known = this.#known.get(owner);
    if (known !== undefined) return known;
    const elements = elementsOf(owner);
    invariant(elements.length <= POSITIONS_MAX, 'a segment has at most 31 elements');
    // Composites come first: a row of theirs names their shape.
    const rows = elements.flatMap((element, index) => this.#rowOf(element, index, owner));
    const notesStart = this.#notes.length;
    for (const note of owner.notes) this.#notes.push(...noteOf(note));
    const shape = this.#table.length;
    this.#table.push(bitsOfUsage(elements, 'R'), bitsOfUsage(elements, 'N'));
    this.#table.push(
      notesStart,
      this.#notes.length,
      this.#rules.push(owner) - 1,
      elements.length,
      -1,
      ...rows,
    );
    this.#known.set(owner, shape);
    return shape;
  }

  build(): Shapes {
    return {
      table: Int32Array.from(this.#table),
      notes: Int32Array.from(this.#notes),
      rules: this.#rules,
      soundComposites: new SoundComposites(),
    };
  }

  #rowOf(element: ElementRule | CompositeRule, index: number, owner: Owner): number[] {
    if (element.kind === 'composite') {
      return [COMPOSITE, element.usage === 'N' ? 0 : this.add(element), 0];
    }
    const { codes, min, max } = element;
    // A qualifier has been compared with its codes before a segment is checked by this shape, and told if it is none.
    if (element.isQualifier) return [formOf(TEXT, 0, ANY_LENGTH), 0, 0];
    if (codes !== undefined) return [formOf(CODE, min, max), this.#lists.add(codes), 0];
    const format = element.dataElement === DATE_IN_A_FORMAT ? formatPosition(owner, index) : 0;
    return [formOf(typeOf(element, format), min, max), format, 0];
  }
}

function formOf(type: number, min: number, max: number): number {
  invariant(min <= MIN_MASK && max <= ANY_LENGTH, 'the lengths of an element fit into its form');
  return type | (min << MIN_SHIFT) | (max << MAX_SHIFT);
}

function typeOf(element: ElementRule, format: number): number {
  if (format > 0) return DATE_BY_FORMAT;
  return element.dataElement === MONETARY_AMOUNT ? AMOUNT : TYPES[element.type];
}

/** The position of the nearest element 1250 before the one at `index`, 0 when there is none. */
function formatPosition(owner: Owner, index: number): number {
  const before = elementsOf(owner).slice(0, index);
  return before.findLastIndex((one) => one.kind === 'element' && one.dataElement === FORMAT_QUALIFIER) + 1;
}

function bitsOfUsage(elements: readonly { readonly usage: string }[], usage: ElementRule['usage']): number {
  let bits = 0;
  for (const [index, element] of elements.entries()) if (element.usage === usage) bits |= bitOf(index + 1);
  return bits;
}

function noteOf({ kind, positions }: SyntaxNote): readonly number[] {
  let all = 0;
  for (const position of positions) all |= bitOf(position);
  return [NOTE_KINDS.indexOf(kind), all, bitOf(positions[0] ?? 0)];
}
