import type { CodeLists } from './code-lists.ts';
import type { Shapes } from './compile-shapes.ts';
import type { Guide } from './guide.ts';
import type { TagTable } from './tag-table.ts';

/**
 * A guide as flat tables of integers, which a checker walks without making or chasing objects. A *loop* is a number,
 * and so is a *slot*: one child of a loop, a segment or an inner loop, except the segment that begins the loop. A loop
 * that stands in two loops (2300 below subscriber and patient) is one, because it is open once at most.
 *
 * Modules that run for every segment take the constants of this one into their own (`const { SLOT_GROUP } = tables`):
 * an imported binding is looked up in its module at each use, and that made the whole check a fifth slower.
 */
export interface CompiledGuide {
  readonly guide: Guide;
  readonly tags: TagTable;
  readonly shapes: Shapes;
  readonly codeLists: CodeLists;
  /** `LOOP_LENGTH` integers for each loop. */
  readonly loops: Int32Array;
  /** '2010AA'; '' for the set. */
  readonly loopIds: readonly string[];
  /** `SLOT_LENGTH` integers for each slot; the slots of one loop are neighbours. */
  readonly slots: Int32Array;
  /** Required slots, those of one loop behind each other in its order. */
  readonly required: Int32Array;
  /** `QUALIFIER_LENGTH` integers for each element whose codes tell a slot from others of its identifier. */
  readonly qualifiers: Int32Array;
  /**
   * Which slots of a loop a segment may fill by its identifier. At loop × identifiers + symbol stands how many, 0 for
   * most, and above `CANDIDATES_BITS` of those where in this table they are, in their order.
   */
  readonly candidates: Int32Array;
  /** How deep loops stand in each other, the set counted. */
  readonly depth: number;
}

/** The set as a whole, as the outermost loop. */
export const ROOT = 0;

/** In the slot of a segment that begins no loop. */
export const NO_LOOP = -1;

/** Told where no slot is found. */
export const NO_SLOT = -1;

export const NO_QUALIFIER = 0;
/** Added to the position of an element whose first component is meant. */
export const FIRST_COMPONENT = 0x100;
/** Also of a component further behind, and of a long code. */
export const SEVERAL_ELEMENTS = -0x7fff;

/** More than any file holds of one segment. */
export const UNBOUNDED = 0x7fff_fff0;

/** No identifier fits so many slots of one loop. */
export const CANDIDATES_BITS = 8;
export const CANDIDATES_MAX = (1 << CANDIDATES_BITS) - 1;

/** A loop's row: its first slot, and the first that is another loop's. */
export const LOOP_SLOTS = 0;
export const LOOP_SLOTS_STOP = 1;
/** Where its required slots are in `required`. */
export const LOOP_REQUIRED = 2;
export const LOOP_REQUIRED_STOP = 3;
/** The element of its first segment that names a claim, 0 in other loops. */
export const LOOP_CLAIM_ELEMENT = 4;
export const LOOP_LENGTH = 5;

/**
 * A slot's row, most of which a `LiveSlot` holds where it is looked at for every segment. Order within the loop:
 * neighbours of one identifier share a group, because they may come in any order.
 */
export const SLOT_GROUP = 0;
/**
 * How its qualifiers are compared fast: `NO_QUALIFIER`; where it is one simple element the position of that, minus the
 * position when it has several codes or is a first component; else `SEVERAL_ELEMENTS`. And the code packed, of several
 * the one that was found last.
 */
export const SLOT_ONLY_ELEMENT = 1;
export const SLOT_ONLY_CODE = 2;
export const SLOT_REPEAT_MAX = 3;
export const SLOT_IS_REQUIRED = 4;
/** The loop that fills it, or `NO_LOOP`. */
export const SLOT_LOOP = 5;
/** The shape of its segment, or of the one that begins its loop. */
export const SLOT_SHAPE = 6;
/** 1 for a segment that the guide does not use. */
export const SLOT_IS_UNUSED = 7;
export const SLOT_SYMBOL = 8;
/** Where its qualifiers are in `qualifiers`. */
export const SLOT_QUALIFIERS = 9;
export const SLOT_QUALIFIERS_STOP = 10;
/** Where they end when the first code of a segment that has none is counted as one. */
export const SLOT_LIKENESS_STOP = 11;
/** The loop that it is a slot of. */
export const SLOT_OWNER = 12;
/** The identifier of its segment, where what matches the slot matches none before it in the loop; else `NO_TAG`. */
export const SLOT_TAG = 13;
export const SLOT_LENGTH = 14;

export const NO_TAG = -1;

/** A qualifier: the element's position, the component's or 0, its code list. */
export const QUALIFIER_LENGTH = 3;
