import { ISA_LENGTH, isIsaOfFixedWidth } from './delimiters.ts';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Nobody wraps at less; a longer line than this cuts no ISA. */
const WIDTH_MIN = 16;
const WIDTH_MAX = ISA_LENGTH - 1;

/**
 * The width at which a file is wrapped whose ISA begins at `bytes[start]`: some systems store a file as lines of 80
 * columns, whatever stands there. It is told by an ISA that line ends at one fixed distance cut, and that has the widths
 * of X12.5 §4.2 once they are gone. No other file has one, so that none is taken for wrapped by mistake; one whose
 * lines are longer than an ISA is not recognized. 0 when it is not wrapped, 'cut' when more bytes are needed to tell.
 */
export function wrapWidthOf(bytes: Uint8Array, start: number, length: number): number | 'cut' {
  const available = bytes.subarray(start, length);
  const width = available.subarray(0, WIDTH_MAX).findIndex(isLineEnd);
  if (width < WIDTH_MIN) return 0;
  // A line end has at most two bytes.
  const isa = available.slice(0, ISA_LENGTH + 2 * Math.ceil(ISA_LENGTH / width));
  const wrap = new LineWrap(width);
  const unwrappedLength = wrap.unwrap(isa, isa, 0);
  if (unwrappedLength < ISA_LENGTH) return wrap.isOverAt(ISA_LENGTH) ? 0 : 'cut';
  return isIsaOfFixedWidth(isa, 0) && !isLineEnd(isa[ISA_LENGTH - 1] as number) ? width : 0;
}

/**
 * Takes the line ends out of a wrapped file: those behind exactly `width` bytes of a line. An earlier one ends a short
 * line and stays where it is, between segments. A longer line ends the wrapping: from there on every byte stays.
 * It remembers what it took out, so that places in the file can be told.
 */
export class LineWrap {
  #width: number;
  #column = 0;
  #isAfterReturn = false;
  #isOver = false;
  /** Where, in the buffer that was written to, the wrapping ended. */
  #overAt = 0;
  /** Where, in the buffer that was written to, line ends were taken out, and how many bytes each had. */
  #positions: number[] = [];
  #sizes: number[] = [];
  /** Those already passed by `startInFile`, and their bytes. */
  #passedCount = 0;
  #passedBytes = 0;

  constructor(width: number) {
    this.#width = width;
  }

  /** Whether a longer line ended the wrapping before `index` of the buffer. */
  isOverAt(index: number): boolean {
    return this.#isOver && this.#overAt <= index;
  }

  /** Begins anew, at the first byte of a line. */
  restart(width: number): void {
    this.#width = width;
    this.#column = 0;
    this.#isAfterReturn = false;
    this.#isOver = false;
  }

  /** Writes `source` to `target` from `start` on, and gives where it ends. They may overlap, if `target` is before. */
  unwrap(source: Uint8Array, target: Uint8Array, start: number): number {
    let stop = start;
    for (let i = 0; i < source.length; i++) {
      const byte = source[i] as number;
      if (!this.#isOver && this.#isWrapping(byte, stop)) this.#takeOut(stop);
      else target[stop++] = byte;
    }
    return stop;
  }

  /** The first `byteCount` bytes of the buffer are gone; gives how many more that was in the file. */
  consume(byteCount: number): number {
    this.startInFile(byteCount);
    const passedBytes = this.#passedBytes;
    this.#overAt = Math.max(0, this.#overAt - byteCount);
    this.#positions = this.#positions.slice(this.#passedCount).map((position) => position - byteCount);
    this.#sizes = this.#sizes.slice(this.#passedCount);
    this.#passedCount = 0;
    this.#passedBytes = 0;
    return passedBytes;
  }

  /** Where the byte at `index` of the buffer stands in the file. Never ask for one before the last. */
  startInFile(index: number): number {
    while (
      this.#passedCount < this.#positions.length &&
      (this.#positions[this.#passedCount] as number) <= index
    ) {
      this.#passedBytes += this.#sizes[this.#passedCount] as number;
      this.#passedCount++;
    }
    return index + this.#passedBytes;
  }

  /** Where, in the file, ends what ends before `index` of the buffer and began where `startInFile` was asked last. */
  stopInFile(index: number): number {
    let stop = index + this.#passedBytes;
    for (
      let i = this.#passedCount;
      i < this.#positions.length && (this.#positions[i] as number) < index;
      i++
    ) {
      stop += this.#sizes[i] as number;
    }
    return stop;
  }

  /** Whether the byte, which would come to `position`, is of a line end at the width; keeps count of columns. */
  #isWrapping(byte: number, position: number): boolean {
    if (this.#isAfterReturn) {
      this.#isAfterReturn = false;
      if (byte === LINE_FEED) return true;
    }
    if (this.#column === this.#width) {
      this.#column = 0;
      this.#isOver = !isLineEnd(byte);
      this.#overAt = position;
      this.#isAfterReturn = byte === CARRIAGE_RETURN;
      return !this.#isOver;
    }
    this.#column = isLineEnd(byte) ? 0 : this.#column + 1;
    return false;
  }

  #takeOut(position: number): void {
    const last = this.#positions.length - 1;
    if (this.#positions[last] === position) this.#sizes[last] = (this.#sizes[last] as number) + 1;
    else {
      this.#positions.push(position);
      this.#sizes.push(1);
    }
  }
}

function isLineEnd(byte: number): boolean {
  return byte === LINE_FEED || byte === CARRIAGE_RETURN;
}
