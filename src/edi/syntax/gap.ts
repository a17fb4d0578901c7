/** Control characters and the space. */
const BLANK_MAX = 0x20;

/** Editors put EF BB BF before a text that they call UTF-8. */
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

const FIRST_CAPITAL = 0x41;
const LAST_CAPITAL = 0x5a;

/**
 * Where the next segment begins: line ends, and other blank and control bytes, between segments belong to none of them
 * (X12 interpretation 28), nor do byte order marks. A mark that is not there as a whole is none yet.
 */
export function gapStop(bytes: Uint8Array, start: number, length: number, elementSeparator: number): number {
  const byte = bytes[start] as number;
  // Segments begin with a capital letter, and nearly all follow each other without a gap.
  const isAtSegment = start < length && byte >= FIRST_CAPITAL && byte <= LAST_CAPITAL;
  return isAtSegment ? start : blankStop(bytes, start, length, elementSeparator);
}

function blankStop(bytes: Uint8Array, start: number, length: number, elementSeparator: number): number {
  const [first, second, third] = BYTE_ORDER_MARK;
  let i = start;
  while (i < length) {
    const byte = bytes[i] as number;
    if (byte === first && bytes[i + 1] === second && bytes[i + 2] === third) {
      if (i + BYTE_ORDER_MARK.length > length) return i;
      i += BYTE_ORDER_MARK.length;
    } else if (byte > BLANK_MAX || byte === elementSeparator) return i;
    else i++;
  }
  return i;
}
