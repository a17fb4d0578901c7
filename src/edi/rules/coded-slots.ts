import type { CompiledGuide } from '../guide/guide-tables.ts';
import * as tables from '../guide/guide-tables.ts';
import { tagOf } from '../syntax/tag.ts';
import type { Calendar } from './code-calendar.ts';
import type { CodedElement, CodeTiming } from './coded-elements.ts';

const { SLOT_LENGTH, SLOT_SYMBOL } = tables;

/** A slot's row: where its elements begin in `elementRows` and end, and whether the calendar is told of it. */
export const ELEMENTS = 0;
export const ELEMENTS_STOP = 1;
export const IS_OF_CALENDAR = 2;
export const CODED_SLOT_LENGTH = 3;

/** An element's row: its place in the segment, of its qualifier 0 where none decides, and of its timing the place in `TIMINGS`. */
export const POSITION = 0;
export const COMPONENT = 1;
export const QUALIFIER_POSITION = 2;
export const TIMING = 3;
export const CODED_ELEMENT_LENGTH = 4;

export const TIMINGS: readonly CodeTiming[] = ['service', 'payment', 'set'];

/** The coded elements of each slot of a guide, as integers: they are looked at for every second segment. */
export interface CodedSlots {
  /** `CODED_SLOT_LENGTH` integers for each slot. */
  readonly slotRows: Int32Array;
  /** `CODED_ELEMENT_LENGTH` integers for each element. */
  readonly elementRows: Int32Array;
  readonly elements: readonly CodedElement[];
}

/** Finds the coded elements of all slots. A segment identifier has the same ones in every slot that is for it. */
export function codedSlotsOf(
  { slots, tags }: CompiledGuide,
  coded: ReadonlyMap<string, readonly CodedElement[]>,
  calendar: Calendar,
): CodedSlots {
  const ofCalendar = calendar.segments.map((name) => name.split('*')[0] as string);
  const elements: CodedElement[] = [];
  const bySymbol = new Map<number, number[]>();
  for (const segment of new Set([...coded.keys(), ...ofCalendar])) {
    const first = elements.length;
    elements.push(...(coded.get(segment) ?? []));
    const row = [first * CODED_ELEMENT_LENGTH, elements.length * CODED_ELEMENT_LENGTH];
    bySymbol.set(tags.symbolOf(tagOf(segment)), [...row, ofCalendar.includes(segment) ? 1 : 0]);
  }
  const slotRows = Array.from(
    { length: slots.length / SLOT_LENGTH },
    (_, slot) => bySymbol.get(slots[slot * SLOT_LENGTH + SLOT_SYMBOL] as number) ?? [0, 0, 0],
  );
  return {
    slotRows: Int32Array.from(slotRows.flat()),
    elementRows: Int32Array.from(
      elements.flatMap(({ position, component, qualifier, timing }) => [
        position,
        component,
        qualifier?.position ?? 0,
        TIMINGS.indexOf(timing),
      ]),
    ),
    elements,
  };
}
