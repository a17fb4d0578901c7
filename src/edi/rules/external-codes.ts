import { type CodeSet, NO_LIST, NOT_LISTED } from '../codes/code-set.ts';
import type { CodeSets } from '../codes/code-sets.ts';
import { compiledGuideOf } from '../guide/compile-guide.ts';
import type { Guide } from '../guide/guide.ts';
import { type CompiledGuide, SLOT_LENGTH, SLOT_SYMBOL } from '../guide/guide-tables.ts';
import type { PlacedSegment } from '../guide/placed-segment.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import { type Tag, tagOf } from '../syntax/tag.ts';
import { type Calendar, CodeCalendar, calendarOf } from './code-calendar.ts';
import { invalidMessage, malformedMessage, unknownMessage } from './code-messages.ts';
import { type CodedElement, type CodeTiming, codedElementsOf, type ElementPlace } from './coded-elements.ts';
import { componentCode, componentStart, componentStop } from './components.ts';
import type { DatedCode, Days } from './dated-codes.ts';
import { KnownCodes } from './known-codes.ts';
import { at, type Rule, type SetRule, type TellRule } from './rule.ts';

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
  const codedSegments = codedSegmentsBySlot(compiledGuideOf(guide), coded, calendar);
  return {
    segments: [...new Set([...coded.keys(), ...calendar.segments])],
    loops: [...calendar.parts.keys()],
    begin: (tell) => new ExternalCodes(tell, new CodeCalendar(calendar), codedSegments),
  };
}

/** A segment identifier has the same coded elements in every slot that is for it. */
function codedSegmentsBySlot(
  { slots, tags }: CompiledGuide,
  coded: ReadonlyMap<string, CodedElement[]>,
  calendar: Calendar,
): readonly (CodedSegment | undefined)[] {
  const ofCalendar = calendar.segments.map((name) => name.split('*')[0] as string);
  const bySymbol = new Map<number, CodedSegment>();
  for (const segment of new Set([...coded.keys(), ...ofCalendar])) {
    bySymbol.set(tags.symbolOf(tagOf(segment)), {
      isOfCalendar: ofCalendar.includes(segment),
      elements: (coded.get(segment) ?? []).map((element) => new RememberingElement(element)),
    });
  }
  return Array.from({ length: slots.length / SLOT_LENGTH }, (_, slot) =>
    bySymbol.get(slots[slot * SLOT_LENGTH + SLOT_SYMBOL] as number),
  );
}

/**
 * An element and the codes of it that have been found valid, in whatever set. What is looked at for every code stands
 * in a class of its own: of objects that were put together in many ways the engine must look up where their fields are.
 */
class RememberingElement {
  readonly element: CodedElement;
  readonly position: number;
  readonly component: number;
  /** 0 where no qualifier decides. */
  readonly qualifierPosition: number;
  readonly timing: CodeTiming;
  readonly known = new KnownCodes();

  constructor(element: CodedElement) {
    this.element = element;
    this.position = element.position;
    this.component = element.component;
    this.qualifierPosition = element.qualifier?.position ?? 0;
    this.timing = element.timing;
  }
}

interface CodedSegment {
  readonly isOfCalendar: boolean;
  readonly elements: readonly RememberingElement[];
}

class ExternalCodes implements SetRule {
  readonly #tell: TellRule;
  readonly #calendar: CodeCalendar;
  /** By the slot that a segment fills. */
  readonly #segments: readonly (CodedSegment | undefined)[];
  readonly #judge = (code: DatedCode, days: Days): void => this.#judgeOn(code, days);

  constructor(tell: TellRule, calendar: CodeCalendar, segments: readonly (CodedSegment | undefined)[]) {
    this.#tell = tell;
    this.#calendar = calendar;
    this.#segments = segments;
  }

  segment(placed: PlacedSegment): void {
    const { cursor } = placed;
    const { isOfCalendar, elements } = this.#segments[placed.slot] as CodedSegment;
    if (isOfCalendar) this.#calendar.segment(placed);
    for (let i = 0; i < elements.length; i++) {
      const element = elements[i] as RememberingElement;
      if (element.position > cursor.elementCount) return;
      if (!this.#isKnown(cursor, element)) this.#lookUp(placed, element);
    }
  }

  loopEnded(loop: string): void {
    this.#calendar.loopEnded(loop, this.#judge);
  }

  /** Whether there is no code, or one that is known to be valid from before. */
  #isKnown(cursor: SegmentCursor, element: RememberingElement): boolean {
    const { position, component, qualifierPosition, known } = element;
    const { bytes, offsets } = cursor;
    let start = offsets[position] as number;
    let stop = (offsets[position + 1] as number) - 1;
    if (start >= stop) return true;
    let qualifierCode = 0;
    // In a composite a qualifier and its code are known together, as they are written.
    if (component === 0) {
      if (qualifierPosition > 0) qualifierCode = cursor.code(qualifierPosition);
    } else if (qualifierPosition === 0) {
      start = componentStart(cursor, position, component);
      if (start < 0) return true;
      stop = componentStop(cursor, position, start);
    } else stop = endOfTwo(bytes, start, stop, cursor.delimiters.component);
    return known.isValid(cursor.view, start, stop, qualifierCode, this.#calendar.dayOf(element.timing));
  }

  #lookUp(placed: PlacedSegment, { element, known }: RememberingElement): void {
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
      known.remember(first, end);
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
