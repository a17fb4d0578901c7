import type { Delimiters } from './delimiters.ts';

/** Ordinary bytes, printable ASCII and the space, are of class 0. Classes are bits: a segment's can be joined. */
export const COMPONENT_SEPARATOR = 1;
export const REPETITION_SEPARATOR = 2;
/** Neither in X12's basic nor in its extended character set (X12.6 §3.3; HIPAA guides, appendix B). */
export const OUTSIDE_CHARACTER_SET = 4;
export const ELEMENT_SEPARATOR = 8;
export const SEGMENT_TERMINATOR = 16;
/** The byte behind it is data, whatever it is. */
export const RELEASE_CHARACTER = 32;

const FIRST_PRINTABLE = 0x20;
const LAST_PRINTABLE = 0x7e;

/**
 * The class of each byte value under the delimiters of an interchange, so that one look at a byte tells all that the
 * scan must know. A delimiter is of its own class only: it may be any byte, a control character too. `release` is the
 * release character, 0 where there is none.
 */
export function byteClassesOf(delimiters: Delimiters, release = 0): Uint8Array {
  const classes = new Uint8Array(256);
  classes.fill(OUTSIDE_CHARACTER_SET, 0, FIRST_PRINTABLE);
  classes.fill(OUTSIDE_CHARACTER_SET, LAST_PRINTABLE + 1);
  if (release !== 0) classes[release] = RELEASE_CHARACTER;
  // An interchange before version 00402 declares no repetition separator.
  if (delimiters.repetition !== 0) classes[delimiters.repetition] = REPETITION_SEPARATOR;
  classes[delimiters.component] = COMPONENT_SEPARATOR;
  classes[delimiters.element] = ELEMENT_SEPARATOR;
  classes[delimiters.terminator] = SEGMENT_TERMINATOR;
  return classes;
}
