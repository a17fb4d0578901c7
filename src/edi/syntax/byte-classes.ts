import type { Delimiters } from './delimiters.ts';

/** Ordinary bytes, printable ASCII and the space, are of class 0. Classes are bits: a segment's can be joined. */
export const COMPONENT_SEPARATOR = 1;
export const REPETITION_SEPARATOR = 2;
/**
 * Neither in X12's basic nor in its extended character set (X12.6 §3.3.1 and §3.3.2; HIPAA guides, §B.1.1.2). The guides
 * leave the extended set to the partners (§B.1.1.2.2), so that all of it is taken: small letters, and the letters of
 * other languages that it selects, each one byte of ISO 8859-1. A letter of two bytes (UTF-8) is none.
 */
export const OUTSIDE_CHARACTER_SET = 4;
export const ELEMENT_SEPARATOR = 8;
export const SEGMENT_TERMINATOR = 16;
/** The byte behind it is data, whatever it is. No class is above it, so that shifted it tells how many bytes to pass. */
export const RELEASE_CHARACTER = 32;
export const RELEASE_SHIFT = 5;

/** X12.6 §3.3.1, in which texts are sent that every receiver must take. */
export const BASIC_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !"&\'()*+,-./:;?=';

/** X12.6 §3.3.2, select language characters. */
const LANGUAGE_CHARACTERS = 'ÀÁÂÄàáâäÈÉÊèéêëÌÍÎìíîïÒÓÔÖòóôöÙÚÛÜùúûüÇçÑñ¿¡';
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
  for (const character of LANGUAGE_CHARACTERS) classes[character.charCodeAt(0)] = 0;
  if (release !== 0) classes[release] = RELEASE_CHARACTER;
  // An interchange before version 00402 declares no repetition separator.
  if (delimiters.repetition !== 0) classes[delimiters.repetition] = REPETITION_SEPARATOR;
  classes[delimiters.component] = COMPONENT_SEPARATOR;
  classes[delimiters.element] = ELEMENT_SEPARATOR;
  classes[delimiters.terminator] = SEGMENT_TERMINATOR;
  return classes;
}
