import { type CodeSet, NO_LIST, NOT_LISTED } from '../codes/code-set.ts';
import type { CodeSets } from '../codes/code-sets.ts';
import { compiledGuideOf } from '../guide/compile-guide.ts';
import type { Guide } from '../guide/guide.ts';
import type { PlacedSegment } from '../guide/placed-segment.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import { type Tag, tagOf } from '../syntax/tag.ts';
import { CodeCalendar, calendarOf } from './code-calendar.ts';
import { invalidMessage, malformedMessage, unknownMessage } from './code-messages.ts';
import { type CodedElement, type CodeTiming, codedElementsOf, type ElementPlace } from './coded-elements.ts';
import type { CodedSlots } from './coded-slots.ts';
import * as codedSlots from './coded-slots.ts';
import { codedSlotsOf } from './coded-slots.ts';
import { componentCode, componentStart, componentStop } from './components.ts';
import type { DatedCode, Days } from './dated-codes.ts';
import * as knownCodes from './known-codes.ts';
import { KnownCodes } from './known-codes.ts';
import { at, type Rule, type SetRule, type TellRule } from './rule.ts';

const {
  CODED_ELEMENT_LENGTH,
  CODED_SLOT_LENGTH,
  COMPONENT,
  ELEMENTS,
  ELEMENTS_STOP,
  IS_OF_CALENDAR,
  POSITION,
  QUALIFIER_POSITION,
  TIMING,
  TIMINGS,
} = codedSlots;
const { KNOWN_BYTES_MAX } = knownCodes;

const UNITED_STATES = tagOf('US');
const CANADA = tagOf('CA');

/**
 * Codes that are kept outside the guide are in their list, and valid on their day (SNIP type 5): the day of service for
 * those of a service, the day of payment for reason and remark codes, the day of the set for all others. Warnings: the
 * list may be older than the file. Without a list only the form of a code is looked at.
 */
export function externalCodes(guide: Guide, codeSets: CodeSets): Rule {
  const coded = codedElementsOf(guide, codeSets);
  const calendar = calendarOf(guide, [...coded.values()].flat());
  if (coded.size === 0) return { segments: [], begin: () => ({ segment: () => undefined }) };
  const slots = codedSlotsOf(compiledGuideOf(guide), coded, calendar);
  // What is valid in one set is valid in all.
  const known = new KnownCodes();
  return {
    segments: [...new Set([...coded.keys(), ...calendar.segments])],
    loops: [...calendar.parts.keys()],
    begin: (tell) => new ExternalCodes(tell, new CodeCalendar(calendar), slots, known),
  };
}

class ExternalCodes implements SetRule {
  readonly #tell: TellRule;
  readonly #calendar: CodeCalendar;
  readonly #slotRows: Int32Array;
  readonly #elementRows: Int32Array;
  readonly #elements: readonly CodedElement[];
  readonly #known: KnownCodes;
  readonly #judge = (code: DatedCode, days: Days): void => this.#judgeOn(code, days);

  constructor(
    tell: TellRule,
    calendar: CodeCalendar,
    { slotRows, elementRows, elements }: CodedSlots,
    known: KnownCodes,
  ) {
    this.#tell = tell;
    this.#calendar = calendar;
    this.#slotRows = slotRows;
    this.#elementRows = elementRows;
    this.#elements = elements;
    this.#known = known;
  }

  segment(placed: PlacedSegment): void {
    const { cursor } = placed;
    const slot = placed.slot * CODED_SLOT_LENGTH;
    if (this.#slotRows[slot + IS_OF_CALENDAR] === 1) this.#calendar.segment(placed);
    const stop = this.#slotRows[slot + ELEMENTS_STOP] as number;
    for (let row = this.#slotRows[slot + ELEMENTS] as number; row < stop; row += CODED_ELEMENT_LENGTH) {
      if ((this.#elementRows[row + POSITION] as number) > cursor.elementCount) return;
      if (!this.#isKnown(cursor, row)) {
        this.#lookUp(placed, this.#elements[row / CODED_ELEMENT_LENGTH] as CodedElement);
      }
    }
  }

  loopEnded(loop: string): void {
    this.#calendar.loopEnded(loop, this.#judge);
  }

  /** Whether there is no code, or one that is known to be valid from before. */
  #isKnown(cursor: SegmentCursor, row: number): boolean {
    const { offsets } = cursor;
    const rows = this.#elementRows;
    const position = rows[row + POSITION] as number;
    const component = rows[row + COMPONENT] as number;
    const qualifierPosition = rows[row + QUALIFIER_POSITION] as number;
    let start = offsets[position] as number;
    let stop = (offsets[position + 1] as number) - 1;
    if (start >= stop) return true;
    let qualifier = 0;
    if (component === 0) {
      if (qualifierPosition > 0) qualifier = cursor.code(qualifierPosition);
    } else if (qualifierPosition === 0) {
      start = componentStart(cursor, position, component);
      if (start < 0) return true;
      stop = componentStop(cursor, position, start);
    } else if (stop - start > KNOWN_BYTES_MAX) {
      // A qualifier and its code are known together with what stands behind them, as far as that is kept.
      stop = endOfTwo(cursor.bytes, start, stop, cursor.delimiters.component);
    }
    const day = this.#calendar.dayOf(TIMINGS[rows[row + TIMING] as number] as CodeTiming);
    return this.#known.isValid(row, cursor.view, start, stop, qualifier, day);
  }

  #lookUp(placed: PlacedSegment, element: CodedElement): void {
    const { cursor } = placed;
    const { position, component, min, max } = element;
    const start = component === 0 ? cursor.startOf(position) : componentStart(cursor, position, component);
    if (start < 0) return;
    const stop = component === 0 ? cursor.stopOf(position) : componentStop(cursor, position, start);
    if (stop - start < min || stop - start > max) return;
    const sets = setsFor(cursor, element);
    if (sets === undefined) return;
    const { bytes } = cursor;
    const set = sets.find((each) => each.isWellFormedBytes(bytes, start, stop));
    if (set === undefined) {
      const message = malformedMessage(sets);
      return this.#tell('code.unknown', placed.place, { ...placeOf(placed, element), message });
    }
    const entry = set.find(bytes, start, stop);
    if (entry !== NOT_LISTED) {
      const { first, end } = set.timeOf(entry);
      this.#known.remember(first, end);
    }
    if (entry === NO_LIST) return;
    const code = { set, entry, place: placed.place, at: placeOf(placed, element) };
    this.#calendar.takeCode(code, element.timing, this.#judge);
  }

  #judgeOn({ set, entry, place, at: where }: DatedCode, days: Days): void {
    if (entry === NOT_LISTED) {
      this.#tell('code.unknown', place, { ...where, message: unknownMessage(set, days) });
      return;
    }
    if (isValidOn(set, entry, days)) return;
    const status = set.statusOfEntry(entry, days.last);
    if (status === 'stopped' && this.#calendar.mayHaveStopped(set.id)) return;
    this.#tell('code.not-valid-on-date', place, { ...where, message: invalidMessage(set, status) });
  }
}

/** The sets that a code may be of; undefined where its qualifier or its country says that none of ours is meant. */
function setsFor(
  cursor: SegmentCursor,
  { set, qualifier, country }: CodedElement,
): readonly CodeSet[] | undefined {
  if (set === undefined) return qualifier?.sets.get(codeAt(cursor, qualifier));
  return country === undefined || isOfNorthAmerica(codeAt(cursor, country)) ? [set] : undefined;
}

/** Where the second of the components in `[start, stop)` ends. */
function endOfTwo(bytes: Uint8Array, start: number, stop: number, separator: number): number {
  let i = start;
  while (i < stop && bytes[i] !== separator) i++;
  i++;
  while (i < stop && bytes[i] !== separator) i++;
  return Math.min(i, stop);
}

function codeAt(cursor: SegmentCursor, { position, component }: ElementPlace): Tag {
  return component === 0 ? cursor.code(position) : componentCode(cursor, position, component);
}

/** Where no country is said it is the United States (§2.4, N404). */
function isOfNorthAmerica(country: Tag): boolean {
  return country === 0 || country === UNITED_STATES || country === CANADA;
}

/** A code that holds on the first or the last day of a stay may be right; where no day is known, every code may. */
function isValidOn(set: CodeSet, entry: number, { first, last }: Days): boolean {
  return (
    first === 0 ||
    set.statusOfEntry(entry, last) === 'valid' ||
    (first !== last && set.statusOfEntry(entry, first) === 'valid')
  );
}

function placeOf(placed: PlacedSegment, { position, component }: ElementPlace): ReturnType<typeof at> {
  return component === 0 ? at(placed, position) : at(placed, position, component);
}
