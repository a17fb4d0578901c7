/**
 * What a code looks like, one letter a character: `9` a digit, `A` a capital letter, `X` either, `P` what ICD-10-PCS
 * has (neither I nor O); a small letter is its capital. `[X]` and what follows it may be absent: `A9X[XXXX]`.
 */
export type CodeShape = string;

/** A shape that bytes are compared with: for each place the classes that a byte there may be of. */
export interface CompiledShape {
  /** How many places may not be absent. */
  readonly lengthMin: number;
  readonly places: Uint8Array;
}

const DIGIT = 1;
const LETTER = 2;
const LETTER_I_OR_O = 4;
/** A place that is one byte and no other: the byte with this bit. */
const ONLY = 0x80;

const CLASSES: Readonly<Record<string, number>> = {
  '9': DIGIT,
  A: LETTER | LETTER_I_OR_O,
  X: DIGIT | LETTER | LETTER_I_OR_O,
  P: DIGIT | LETTER,
};

const CLASS_OF_BYTE = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if (character >= '0' && character <= '9') return DIGIT;
  if (character === 'I' || character === 'O') return LETTER_I_OR_O;
  return character >= 'A' && character <= 'Z' ? LETTER : 0;
});

export function compileShape(shape: CodeShape): CompiledShape {
  const optionalAt = shape.indexOf('[');
  const places = Array.from(
    shape.replaceAll(/[[\]]/g, ''),
    (letter) => CLASSES[letter] ?? ONLY | letter.toUpperCase().charCodeAt(0),
  );
  return { lengthMin: optionalAt < 0 ? places.length : optionalAt, places: Uint8Array.from(places) };
}

/** Whether the bytes `[start, stop)` look like one of the shapes. */
export function hasShape(
  shapes: readonly CompiledShape[],
  bytes: Uint8Array,
  start: number,
  stop: number,
): boolean {
  for (let i = 0; i < shapes.length; i++) {
    if (fits(shapes[i] as CompiledShape, bytes, start, stop)) return true;
  }
  return false;
}

function fits({ lengthMin, places }: CompiledShape, bytes: Uint8Array, start: number, stop: number): boolean {
  const length = stop - start;
  if (length < lengthMin || length > places.length) return false;
  for (let i = 0; i < length; i++) {
    const place = places[i] as number;
    const byte = bytes[start + i] as number;
    const isFit = place >= ONLY ? (place ^ ONLY) === byte : (place & (CLASS_OF_BYTE[byte] as number)) !== 0;
    if (!isFit) return false;
  }
  return true;
}
