import type { SourcePlace } from '../../domain/exchange/source.ts';
import type { SegmentCursor } from '../../edi/syntax/segment-cursor.ts';
import { tagText } from '../../edi/syntax/tag.ts';

/** A segment that is kept until its claim is complete. */
export interface KeptSegment {
  readonly identifier: string;
  /** The data elements; `elements[0]` is the first, CLM01. */
  readonly elements: readonly string[];
  readonly componentSeparator: string;
  readonly place: SourcePlace;
}

/** A loop with its own segments, the first of which begins it, and the loops of the parties that it names (NM1). */
export interface KeptLoop {
  readonly segments: KeptSegment[];
  readonly parties: KeptLoop[];
}

export function openLoop(): KeptLoop {
  return { segments: [], parties: [] };
}

export function keepSegment(segment: SegmentCursor, place: SourcePlace): KeptSegment {
  const elements: string[] = [];
  for (let position = 1; position <= segment.elementCount; position++) elements.push(segment.text(position));
  return {
    identifier: tagText(segment.tag),
    elements,
    componentSeparator: String.fromCharCode(segment.delimiters.component),
    place,
  };
}

/** Element `position` of a segment, counted as the standard does; '' when absent. */
export function elementOf(segment: KeptSegment, position: number): string {
  return segment.elements[position - 1] ?? '';
}

/** The components of an element, [''] when it is empty. */
export function componentsOf(segment: KeptSegment, position: number): string[] {
  const element = elementOf(segment, position);
  const separator = segment.componentSeparator;
  const components: string[] = [];
  let start = 0;
  for (let stop = element.indexOf(separator); stop >= 0; stop = element.indexOf(separator, start)) {
    components.push(element.slice(start, stop));
    start = stop + 1;
  }
  components.push(start === 0 ? element : element.slice(start));
  return components;
}

/** The first segment of the loop with this identifier and, where given, one of these codes in its first element. */
export function findSegment(
  loop: KeptLoop,
  identifier: string,
  ...codes: readonly string[]
): KeptSegment | undefined {
  for (const segment of loop.segments) {
    if (segment.identifier !== identifier) continue;
    if (codes.length === 0 || codes.includes(elementOf(segment, 1))) return segment;
  }
  return undefined;
}

/** The first party of the loop that stands in a role (NM101). */
export function findParty(loop: KeptLoop, role: string): KeptLoop | undefined {
  for (const party of loop.parties) {
    const name = party.segments[0];
    if (name !== undefined && elementOf(name, 1) === role) return party;
  }
  return undefined;
}
