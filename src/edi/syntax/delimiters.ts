/** The four delimiters of an interchange, as byte values. They are declared by its ISA segment (X12.5 §4.2). */
export interface Delimiters {
  /** Data element separator: the byte after `ISA`. */
  readonly element: number;
  /** Repetition separator: ISA11 (version 00402 and later). */
  readonly repetition: number;
  /** Component element separator: ISA16. */
  readonly component: number;
  /** Segment terminator: the byte after ISA16. */
  readonly terminator: number;
}

/** `*` `^` `:` `~`, what most partners expect. */
export const USUAL_DELIMITERS: Delimiters = {
  element: 0x2a,
  repetition: 0x5e,
  component: 0x3a,
  terminator: 0x7e,
};

/** ISA is the one segment of fixed length: 106 bytes with its terminator. */
export const ISA_LENGTH = 106;

/** Where the element separators of a well-formed ISA stand, counted from its first byte. */
const ISA_SEPARATOR_OFFSETS = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103];

/** An ISA whose elements are not padded is shorter, one with elements too long is longer; past this it is none. */
const ISA_LENGTH_MAX = 256;

/**
 * Reads the delimiters that the ISA at `bytes[start]` declares; at least 106 bytes must follow.
 * Where the fixed widths are not kept, the sixteenth separator still shows where ISA16 is.
 * Undefined when it is no ISA; 'cut' when more bytes are needed to tell.
 */
export function readDelimiters(
  bytes: Uint8Array,
  start: number,
  length: number,
): Delimiters | 'cut' | undefined {
  const element = bytes[start + 3] as number;
  if (isLetterOrDigit(element) || element === SPACE) return undefined;
  if (isIsaOfFixedWidth(bytes, start)) {
    return distinct(element, bytes[start + 82] as number, bytes[start + 104] as number, bytes[start + 105]);
  }
  const stop = Math.min(length, start + ISA_LENGTH_MAX);
  let separatorCount = 0;
  let repetition = 0;
  for (let i = start; i + 2 < stop; i++) {
    if (bytes[i] !== element) continue;
    separatorCount++;
    if (separatorCount === 11) repetition = bytes[i + 1] as number;
    if (separatorCount === 16) return distinct(element, repetition, bytes[i + 1] as number, bytes[i + 2]);
  }
  return stop < start + ISA_LENGTH_MAX ? 'cut' : undefined;
}

/** Whether every element of the ISA at `bytes[start]` has the width that X12.5 fixes. */
export function isIsaOfFixedWidth(bytes: Uint8Array, start: number): boolean {
  const element = bytes[start + 3];
  return ISA_SEPARATOR_OFFSETS.every((offset) => bytes[start + offset] === element);
}

const SPACE = 0x20;

export function isLetterOrDigit(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

function distinct(
  element: number,
  isa11: number,
  component: number,
  terminator: number | undefined,
): Delimiters | undefined {
  if (terminator === undefined || terminator === 0) return undefined;
  if (terminator === element || component === element || component === terminator) return undefined;
  // Before version 00402, ISA11 named a standard (`U`) and nothing separated repetitions.
  const hasRepetition = !isLetterOrDigit(isa11) && isa11 !== SPACE && isa11 !== element;
  return { element, repetition: hasRepetition ? isa11 : 0, component, terminator };
}
