import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import { packView } from '../syntax/tag.ts';
import { isListed, isPackedCode, PACKED_LENGTH_MAX } from './code-lists.ts';
import type { CompiledGuide } from './guide-tables.ts';
import * as tables from './guide-tables.ts';
import { candidatesOf, isUsed } from './slot-queries.ts';

const {
  FIRST_COMPONENT,
  NO_QUALIFIER,
  NO_SLOT,
  QUALIFIER_LENGTH,
  SEVERAL_ELEMENTS,
  SLOT_LENGTH,
  SLOT_LIKENESS_STOP,
  SLOT_ONLY_CODE,
  SLOT_ONLY_ELEMENT,
  SLOT_QUALIFIERS,
  SLOT_QUALIFIERS_STOP,
} = tables;

const NO_MISMATCH = -1;

/** Where a qualifier stands in its segment; component 0 in a simple element. */
export interface QualifierPlace {
  readonly element: number;
  readonly component: number;
}

/** Tells whether the segment at hand is the one that a slot is for: its identifier fits, and its qualifiers too. */
export class QualifierMatcher {
  readonly #guide: CompiledGuide;
  #segment: SegmentCursor | undefined;
  /** The qualifier read last: slots of one identifier mostly ask for the same. */
  #element = 0;
  #component = 0;
  #start = 0;
  #stop = 0;
  /** Packed; 0 when it is empty or longer than four bytes. */
  #code = 0;

  constructor(guide: CompiledGuide) {
    this.#guide = guide;
  }

  /** Turns to another segment. */
  begin(segment: SegmentCursor): void {
    this.#segment = segment;
    this.#element = 0;
  }

  /**
   * Whether the segment is the one that the slot is for: it has its qualifiers or, where a slot has none, its first
   * code. A slot without any codes takes every segment of its identifier.
   */
  matches(slot: number): boolean {
    const { slots } = this.#guide;
    const row = slot * SLOT_LENGTH;
    const element = slots[row + SLOT_ONLY_ELEMENT] as number;
    if (element > 0) return this.codeAt(element) === slots[row + SLOT_ONLY_CODE];
    if (element === NO_QUALIFIER) return true;
    if (element === SEVERAL_ELEMENTS) return this.#firstMismatch(slot, SLOT_LIKENESS_STOP) === NO_MISMATCH;
    // Of several codes a file mostly has one in the same place.
    const isComponent = element < -FIRST_COMPONENT;
    const code = isComponent ? this.#codeAt(-element - FIRST_COMPONENT, 1) : this.#codeAt(-element, 0);
    if (code !== 0 && code === slots[row + SLOT_ONLY_CODE]) return true;
    if (this.#firstMismatch(slot, SLOT_LIKENESS_STOP) !== NO_MISMATCH) return false;
    slots[row + SLOT_ONLY_CODE] = code;
    return true;
  }

  /** Whether the segment can only be the one that the slot is for, though its first code may be none of the list. */
  canOnlyBe(slot: number): boolean {
    return this.#firstMismatch(slot, SLOT_QUALIFIERS_STOP) === NO_MISMATCH;
  }

  /** An element packed, 0 when it is empty or longer than four bytes. */
  codeAt(element: number): number {
    return this.#codeAt(element, 0);
  }

  /** The first slot of a loop that the segment matches, wherever it stands in it. */
  findIn(loop: number, symbol: number): number {
    for (const slot of candidatesOf(this.#guide, loop, symbol)) {
      if (isUsed(this.#guide, slot) && this.matches(slot)) return slot;
    }
    return NO_SLOT;
  }

  /** The qualifier that is not the slot's. */
  mismatchOf(slot: number): QualifierPlace {
    const index = this.#firstMismatch(slot, SLOT_LIKENESS_STOP);
    const { qualifiers } = this.#guide;
    return { element: qualifiers[index] ?? 1, component: qualifiers[index + 1] ?? 0 };
  }

  /** Index of the first qualifier that does not fit, of those before the one that the slot names; or `NO_MISMATCH`. */
  #firstMismatch(slot: number, stopAt: number): number {
    const { qualifiers, slots, codeLists } = this.#guide;
    const stop = slots[slot * SLOT_LENGTH + stopAt] as number;
    let i = slots[slot * SLOT_LENGTH + SLOT_QUALIFIERS] as number;
    for (; i < stop; i += QUALIFIER_LENGTH) {
      const element = qualifiers[i] as number;
      const component = qualifiers[i + 1] as number;
      if (this.#element !== element || this.#component !== component) this.#read(element, component);
      const list = qualifiers[i + 2] as number;
      if (this.#code !== 0 ? isPackedCode(codeLists.table, list, this.#code) : this.#isLongCode(list))
        continue;
      return i;
    }
    return NO_MISMATCH;
  }

  #codeAt(element: number, component: number): number {
    if (this.#element !== element || this.#component !== component) this.#read(element, component);
    return this.#code;
  }

  #isLongCode(list: number): boolean {
    const { view } = this.#segment as SegmentCursor;
    const isLong = this.#stop - this.#start > PACKED_LENGTH_MAX;
    return isLong && isListed(this.#guide.codeLists, list, view, this.#start, this.#stop);
  }

  #read(element: number, component: number): void {
    const segment = this.#segment as SegmentCursor;
    this.#element = element;
    this.#component = component;
    this.#code = 0;
    this.#start = segment.startOf(element);
    this.#stop = segment.stopOf(element);
    if (component > 0) this.#narrow(segment, component);
    const length = this.#stop - this.#start;
    if (length > 0 && length <= PACKED_LENGTH_MAX) {
      this.#code = packView(segment.view, this.#start, this.#stop);
    }
  }

  /** From the element to one component of its first repetition: empty where that has fewer. */
  #narrow({ bytes, delimiters }: SegmentCursor, component: number): void {
    const end = this.#stop;
    for (let left = component; ; left--) {
      let i = this.#start;
      while (i < end && bytes[i] !== delimiters.component && bytes[i] !== delimiters.repetition) i++;
      this.#stop = i;
      if (left === 1) return;
      const isLast = i === end || bytes[i] !== delimiters.component;
      this.#start = isLast ? i : i + 1;
      if (isLast) return;
    }
  }
}
