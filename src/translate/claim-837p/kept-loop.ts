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
  return elementOf(segment, position).split(segment.componentSeparator);
}

/** The first segment of the loop with this identifier and, where given, one of these codes in its first element. */
export function findSegment(
  loop: KeptLoop,
  identifier: string,
  ...codes: readonly string[]
): KeptSegment | undefined {
  return loop.segments.find(
    (segment) =>
      segment.identifier === identifier && (codes.length === 0 || codes.includes(elementOf(segment, 1))),
  );
}

/** The first party of the loop that stands in a role (NM101). */
export function findParty(loop: KeptLoop, role: string): KeptLoop | undefined {
  return loop.parties.find(({ segments: [name] }) => name !== undefined && elementOf(name, 1) === role);
}
