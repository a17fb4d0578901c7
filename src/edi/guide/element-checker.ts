import type { ProblemCode } from '../problems.ts';
import { COMPONENT_SEPARATOR, OUTSIDE_CHARACTER_SET, REPETITION_SEPARATOR } from '../syntax/byte-classes.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import { packView } from '../syntax/tag.ts';
import { type CodeLists, PACKED_LENGTH_MAX } from './code-lists.ts';
import {
  bitOf,
  COMPOSITE,
  DATE_BY_FORMAT,
  elementsOf,
  FORM,
  HEAD_LENGTH,
  NOTES_START,
  NOTES_STOP,
  REFERENCE,
  REQUIRED_BITS,
  ROW_COUNT,
  ROW_LENGTH,
  RULE,
  type Shapes,
  TYPE_MASK,
  UNUSED_BITS,
} from './compile-shapes.ts';
import { ContentChecker } from './content-checker.ts';
import { findNoteFaults, type TellBits } from './syntax-notes.ts';

/** Where in a segment a problem stands; component and repetition are 0 where they do not apply. */
export interface ElementPlace {
  readonly shape: number;
  readonly element: number;
  readonly component: number;
  readonly repetition: number;
}

export type TellElement = (code: ProblemCode, place: ElementPlace) => void;

/** Components kept of one composite; the longest that a guide has is far shorter. */
const COMPONENTS_MAX = 64;

/**
 * Checks the elements of segments against their shapes and tells everything that is wrong: usage, type, length, codes,
 * repetitions, components, syntax notes, trailing separators. Segments that are sound for certain need not come here.
 */
export class ElementChecker {
  readonly #shapes: Shapes;
  readonly #table: Int32Array;
  readonly #content: ContentChecker;
  readonly #tellElement: TellElement;
  /** Where the components of the composite at hand begin; one more entry for where they would go on. */
  readonly #componentStarts = new Int32Array(COMPONENTS_MAX + 1);
  readonly #tellNote: TellBits = (code, bits) => this.#tellBits(code, bits);
  #shape = 0;
  #element = 0;
  #repetition = 0;
  #isInComposite = false;

  constructor(shapes: Shapes, lists: CodeLists, tell: TellElement) {
    this.#shapes = shapes;
    this.#table = shapes.table;
    this.#content = new ContentChecker(shapes.table, lists);
    this.#tellElement = tell;
  }

  check(shape: number, segment: SegmentCursor): void {
    const count = Math.min(segment.elementCount, this.#table[shape + ROW_COUNT] as number);
    this.#shape = shape;
    let present = 0;
    let row = shape + HEAD_LENGTH;
    for (let position = 1; position <= count; position++, row += ROW_LENGTH) {
      if (!segment.has(position)) continue;
      present |= bitOf(position);
      this.#checkElement(row, position, segment, segment.startOf(position), segment.stopOf(position));
    }
    // A segment holds something (X12.6 §3.7), even where the guide requires no element of it.
    if (present === 0 && this.#table[shape + REQUIRED_BITS] === 0) this.#tellEmpty(shape);
    else this.#checkPresence(shape, present);
    this.#checkEnd(shape, segment, present);
  }

  #checkElement(row: number, position: number, segment: SegmentCursor, start: number, stop: number): void {
    if (((this.#table[this.#shape + UNUSED_BITS] as number) & bitOf(position)) !== 0) return;
    this.#element = position;
    this.#repetition = 0;
    if ((segment.byteClasses & REPETITION_SEPARATOR) !== 0) {
      this.#checkRepetitions(row, segment, start, stop);
    } else this.#checkRepetition(row, segment, start, stop);
  }

  #checkRepetitions(row: number, segment: SegmentCursor, start: number, stop: number): void {
    const { bytes } = segment;
    const separator = segment.delimiters.repetition;
    const repeatMax = this.#repeatMax();
    let partStart = start;
    let count = 0;
    for (let i = start; i <= stop; i++) {
      if (i < stop && bytes[i] !== separator) continue;
      count++;
      if (count > repeatMax) {
        this.#repetition = count;
        return this.#tell('element.too-many-repetitions', 0);
      }
      // A repetition is named where there is more than one.
      this.#repetition = partStart === start && i === stop ? 0 : count;
      if (i > partStart) this.#checkRepetition(row, segment, partStart, i);
      else if (i === stop) this.#tell('element.trailing-separator', 0);
      partStart = i + 1;
    }
  }

  #checkRepetition(row: number, segment: SegmentCursor, start: number, stop: number): void {
    if (((this.#table[row + FORM] as number) & TYPE_MASK) === COMPOSITE) {
      this.#checkComposite(this.#table[row + REFERENCE] as number, segment, start, stop);
      return;
    }
    const format = this.#formatOf(row);
    const formatCode = format === 0 ? 0 : segment.code(format);
    const foreign = segment.byteClasses & (OUTSIDE_CHARACTER_SET | COMPONENT_SEPARATOR);
    const fault = this.#content.find(row, segment, start, stop, foreign !== 0, formatCode);
    if (fault !== undefined) this.#tell(fault, 0);
  }

  /** How often the element at hand may repeat. */
  #repeatMax(): number {
    const rule = this.#shapes.rules[this.#table[this.#shape + RULE] as number];
    return (rule && elementsOf(rule)[this.#element - 1]?.repeatMax) ?? 1;
  }

  /** The position of the qualifier that says how a date is written, 0 where none does. */
  #formatOf(row: number): number {
    const isByFormat = ((this.#table[row + FORM] as number) & TYPE_MASK) === DATE_BY_FORMAT;
    return isByFormat ? (this.#table[row + REFERENCE] as number) : 0;
  }

  #checkComposite(shape: number, segment: SegmentCursor, start: number, elementStop: number): void {
    const separator = segment.delimiters.component;
    let stop = elementStop;
    while (stop > start && segment.bytes[stop - 1] === separator) stop--;
    if (stop < elementStop) this.#tell('element.trailing-separator', 0);
    if (stop === start) return;
    const outer = this.#shape;
    this.#shape = shape;
    this.#isInComposite = true;
    this.#checkComponents(shape, segment, start, stop);
    this.#isInComposite = false;
    this.#shape = outer;
  }

  #checkComponents(shape: number, segment: SegmentCursor, start: number, stop: number): void {
    const table = this.#table;
    const known = table[shape + ROW_COUNT] as number;
    const count = this.#splitComponents(segment, start, stop);
    const starts = this.#componentStarts;
    let present = 0;
    let row = shape + HEAD_LENGTH;
    for (let component = 1; component <= Math.min(count, known); component++, row += ROW_LENGTH) {
      const partStart = starts[component - 1] as number;
      const partStop = (starts[component] as number) - 1;
      if (partStart === partStop) continue;
      present |= bitOf(component);
      this.#checkComponent(row, component, segment, partStart, partStop);
    }
    this.#checkPresence(shape, present);
    if (count > known) this.#tell('element.too-many-components', known + 1);
  }

  #checkComponent(row: number, component: number, segment: SegmentCursor, start: number, stop: number): void {
    if (((this.#table[this.#shape + UNUSED_BITS] as number) & bitOf(component)) !== 0) return;
    const format = this.#formatOf(row);
    const formatCode = format === 0 ? 0 : this.#componentCode(segment.view, format);
    const mayBeForeign = (segment.byteClasses & OUTSIDE_CHARACTER_SET) !== 0;
    const fault = this.#content.find(row, segment, start, stop, mayBeForeign, formatCode);
    if (fault !== undefined) this.#tell(fault, component);
  }

  /** How many components stand in `[start, stop)`; where they begin is kept. */
  #splitComponents({ bytes, delimiters }: SegmentCursor, start: number, stop: number): number {
    const starts = this.#componentStarts;
    let count = 0;
    starts[0] = start;
    for (let i = start; i <= stop && count < COMPONENTS_MAX; i++) {
      if (i === stop || bytes[i] === delimiters.component) starts[++count] = i + 1;
    }
    return count;
  }

  /** A component of at most four bytes, packed; 0 for any other. */
  #componentCode(view: DataView, component: number): number {
    const start = this.#componentStarts[component - 1] as number;
    const stop = (this.#componentStarts[component] as number) - 1;
    const isPacked = stop > start && stop - start <= PACKED_LENGTH_MAX;
    return isPacked ? packView(view, start, stop) : 0;
  }

  /** What is there and must not be, what is not there and must be. */
  #checkPresence(shape: number, present: number): void {
    const table = this.#table;
    const missing = (table[shape + REQUIRED_BITS] as number) & ~present;
    if (missing !== 0) this.#tellBits('element.required-missing', missing);
    const foreign = (table[shape + UNUSED_BITS] as number) & present;
    if (foreign !== 0) this.#tellBits('element.not-used', foreign);
    if (table[shape + NOTES_START] === table[shape + NOTES_STOP]) return;
    findNoteFaults(this.#shapes, shape, present, this.#tellNote);
  }

  /** Told at the first element that the guide uses. */
  #tellEmpty(shape: number): void {
    const used = ~(this.#table[shape + UNUSED_BITS] as number);
    this.#tellBits('element.required-missing', used & -used);
  }

  /** Elements past those of the guide; or separators behind the last element, an error in 5010 (interpretation 1498). */
  #checkEnd(shape: number, segment: SegmentCursor, present: number): void {
    const table = this.#table;
    const known = table[shape + ROW_COUNT] as number;
    const last = segment.elementCount;
    for (let position = known + 1; position <= last; position++) {
      if (segment.has(position)) return this.#tellAt('element.too-many', known + 1);
    }
    if (last === 0 || segment.has(last) || present === 0) return;
    // What is required and was left empty at the end has been told.
    const missing = (table[shape + REQUIRED_BITS] as number) & ~present;
    if (last > known || missing >> (last - 1) === 0) this.#tellAt('element.trailing-separator', last);
  }

  #tellBits(code: ProblemCode, bits: number): void {
    for (let left = bits; left !== 0; left &= left - 1) {
      const position = 32 - Math.clz32(left & -left);
      if (this.#isInComposite) this.#tell(code, position);
      else this.#tellAt(code, position);
    }
  }

  /** Told of an element as a whole, whichever was looked at last. */
  #tellAt(code: ProblemCode, element: number): void {
    this.#tellElement(code, { shape: this.#shape, element, component: 0, repetition: 0 });
  }

  #tell(code: ProblemCode, component: number): void {
    this.#tellElement(code, {
      shape: this.#shape,
      element: this.#element,
      component,
      repetition: this.#repetition,
    });
  }
}
