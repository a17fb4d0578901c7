import { BASIC_CHARACTERS } from './byte-classes.ts';
import type { Delimiters } from './delimiters.ts';
import type { UnwritableReason } from './unwritable-element.ts';

// What a byte is in the data of an element that is written. Most are plain and need no second look: of the basic
// character set, and neither a delimiter nor a space, which may stand only between others.
export const PLAIN = 0;
export const SPACE = 1;
export const NOT_BASIC = 2;
const CONTROL = 3;
const DELIMITER = 4;

const CONTROL_MAX = 0x1f;
const LATIN_1_MAX = 0xff;

/** The kind of each byte value under the delimiters of an interchange. */
export function kindsOf({ element, component, repetition, terminator }: Delimiters): Uint8Array {
  const kinds = new Uint8Array(LATIN_1_MAX + 1).fill(NOT_BASIC);
  for (const character of BASIC_CHARACTERS) kinds[character.charCodeAt(0)] = PLAIN;
  kinds[' '.charCodeAt(0)] = SPACE;
  kinds.fill(CONTROL, 0, CONTROL_MAX + 1);
  for (const byte of [element, component, repetition, terminator]) kinds[byte] = DELIMITER;
  return kinds;
}

/** Why a byte of a kind cannot be written; undefined is the kind of what is past the table. */
export function reasonOf(kind: number | undefined): UnwritableReason {
  if (kind === CONTROL) return 'control-character';
  return kind === DELIMITER ? 'delimiter-in-data' : 'not-latin-1';
}
