/**
 * What a code looks like, one letter a character: `9` a digit, `A` a capital letter, `X` either, `P` what ICD-10-PCS
 * has (neither I nor O); a small letter is its capital. `[X]` and what follows it may be absent: `A9X[XXXX]`.
 */
export type CodeShape = string;

const DIGIT_ZERO = 0x30;
const DIGIT_NINE = 0x39;
const LETTER_A = 0x41;
const LETTER_Z = 0x5a;
const LETTER_I = 0x49;
const LETTER_O = 0x4f;
const CAPITAL = 0x20;

/** Whether the bytes `[start, stop)` look like one of the shapes. */
export function hasShape(
  shapes: readonly CodeShape[],
  bytes: Uint8Array,
  start: number,
  stop: number,
): boolean {
  for (const shape of shapes) if (fits(shape, bytes, start, stop)) return true;
  return false;
}

function fits(shape: CodeShape, bytes: Uint8Array, start: number, stop: number): boolean {
  let isOptional = false;
  let i = start;
  for (const letter of shape) {
    if (letter === '[') isOptional = true;
    else if (letter !== ']') {
      if (i === stop) return isOptional;
      if (!isOfClass(letter, bytes[i] as number)) return false;
      i++;
    }
  }
  return i === stop;
}

function isOfClass(letter: string, byte: number): boolean {
  const isDigit = byte >= DIGIT_ZERO && byte <= DIGIT_NINE;
  const isLetter = byte >= LETTER_A && byte <= LETTER_Z;
  switch (letter) {
    case '9':
      return isDigit;
    case 'A':
      return isLetter;
    case 'X':
      return isDigit || isLetter;
    case 'P':
      return isDigit || (isLetter && byte !== LETTER_I && byte !== LETTER_O);
    default:
      return byte === letter.charCodeAt(0) - CAPITAL;
  }
}
