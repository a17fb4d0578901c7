import type { SegmentCursor } from './segment-cursor.ts';

/**
 * The separators of the normalised form: the control characters that ASCII has for the purpose. They stand in no data,
 * because X12's character sets have no control characters (X12.6 §3.3); being single bytes of ISO 8859-1, they stay
 * what they are under every encoding that a hash may be fed with.
 */
const TERMINATOR = '\u001C';
const ELEMENT = '\u001D';
const REPETITION = '\u001E';
const COMPONENT = '\u001F';

/**
 * A segment in one form whatever the delimiters of its interchange are, with its terminator, so that the same content
 * hashes the same: identifier and elements, repetitions and components each joined by a separator of its own. Trailing
 * empty elements and components, which 5010 forbids and some write, are left out.
 */
export function normalizedSegment(segment: SegmentCursor): string {
  const { component, repetition } = segment.delimiters;
  const separators = {
    component: String.fromCharCode(component),
    // An interchange before version 00402 declares none.
    repetition: repetition === 0 ? undefined : String.fromCharCode(repetition),
  };
  let normalized = segment.text(0);
  let pendingEmpty = '';
  for (let position = 1; position <= segment.elementCount; position++) {
    const element = normalizedElement(segment.text(position), separators);
    pendingEmpty += ELEMENT;
    if (element === '') continue;
    normalized += pendingEmpty + element;
    pendingEmpty = '';
  }
  return normalized + TERMINATOR;
}

/** The elements of a segment in that form, its identifier first, each as its repetitions, and these as their components. */
export function normalizedElements(normalized: string): string[][][] {
  return normalized
    .slice(0, -TERMINATOR.length)
    .split(ELEMENT)
    .map((element) => element.split(REPETITION).map((repetition) => repetition.split(COMPONENT)));
}

/** The other way round: a segment in that form from elements that hold no repetitions or components. */
export function normalizedText(elements: readonly string[]): string {
  return (
    elements.slice(0, elements.findLastIndex((element) => element !== '') + 1).join(ELEMENT) + TERMINATOR
  );
}

/** The same segment with some of its elements empty; positions count from 1. */
export function withoutElements(normalized: string, positions: readonly number[]): string {
  const elements = normalized.slice(0, -TERMINATOR.length).split(ELEMENT);
  return normalizedText(elements.map((element, position) => (positions.includes(position) ? '' : element)));
}

function normalizedElement(
  text: string,
  separators: { readonly component: string; readonly repetition: string | undefined },
): string {
  if (separators.repetition === undefined || !text.includes(separators.repetition)) {
    return normalizedComponents(text, separators.component);
  }
  return text
    .split(separators.repetition)
    .map((repetition) => normalizedComponents(repetition, separators.component))
    .join(REPETITION);
}

function normalizedComponents(text: string, separator: string): string {
  if (!text.includes(separator)) return text;
  const components = text.split(separator);
  return components.slice(0, components.findLastIndex((component) => component !== '') + 1).join(COMPONENT);
}
