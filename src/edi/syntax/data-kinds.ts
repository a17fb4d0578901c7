import { BASIC_CHARACTERS } from './byte-classes.ts';
import type { Delimiters } from './delimiters.ts';
import type { UnwritableReason } from './unwritable-element.ts';

// What a character is in the data of an element that is written, a bit each. Most are plain and need no second look: of
// the basic character set, and neither a delimiter nor a space, which may stand only between others.
export const PLAIN = 0;
export const SPACE = 1;
const NOT_BASIC = 2;
const CONTROL = 4;
const DELIMITER = 8;
/** What no byte is: the table of kinds ends before it. */
export const BEYOND = 16;

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

/** Why a text cannot be written, where its first such character says why; undefined when it can. */
export function reasonIn(text: string, kinds: Uint8Array): UnwritableReason | undefined {
  for (let i = 0; i < text.length; i++) {
    const kind = kinds[text.charCodeAt(i)] ?? BEYOND;
    if (kind === CONTROL) return 'control-character';
    if (kind === DELIMITER) return 'delimiter-in-data';
    if (kind === BEYOND) return 'not-latin-1';
  }
  return undefined;
}

/** Whether spaces stand single and between other characters. */
export function isSpacedSingly(text: string): boolean {
  return !text.startsWith(' ') && !text.endsWith(' ') && !text.includes('  ');
}
