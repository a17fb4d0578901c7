import { readBinaryHead } from './binary-segment.ts';
import * as classes from './byte-classes.ts';
import { ISA_LENGTH, isIsaOfFixedWidth, readDelimiters } from './delimiters.ts';
import { gapStop } from './gap.ts';
import { LineWrap, wrapWidthOf } from './line-wrap.ts';
import { mayHaveRelease, releaseOf } from './release-character.ts';
import * as scannedSegment from './scanned-segment.ts';
import { ScannedSegment } from './scanned-segment.ts';
import * as tags from './tag.ts';
import { TAG_LENGTH_MAX, tagOf } from './tag.ts';

// An imported binding is looked up in its module at each use; a constant of this module costs nothing in the loop.
const { ELEMENT_SEPARATOR, SEGMENT_TERMINATOR, RELEASE_SHIFT } = classes;
const { ELEMENTS_MAX } = scannedSegment;
const { tagAt } = tags;

const ISA = tagOf('ISA');
const ISX = tagOf('ISX');

/** A longer segment is no X12 that we know, but for binary data: the largest real ones stay under 2 KiB. */
const SEGMENT_BYTES_MAX = 64 * 1024;

/** Bytes kept free behind the last one, so that codes can be read four at a time; the first of them guard the scan. */
const SLACK_BYTES = 4;
const GUARD_BYTES = 2;

/** Binary segments begin with it, and few others do. */
const CAPITAL_B = 0x42;

/** Capital letters begin segments; but an ISA and binary segments, with which others share theirs, are read with care. */
const PLAIN_STARTS = new Uint8Array(256);
for (const letter of 'ACDEFGHJKLMNOPQRSTUVWXYZ') PLAIN_STARTS[letter.charCodeAt(0)] = 1;
const NO_STARTS = new Uint8Array(256);

export type { Latin1Decoder } from './chunk-text.ts';

/** What stopped the reader for good. */
export type ReaderStop = 'not-x12' | 'segment-too-long';

/**
 * Reads segments from bytes handed in piece by piece: `feed(bytes)`, then `while (next())`; `end()` and the same once
 * more when the file has ended. It does no I/O, keeps one chunk and one unfinished segment, and reads the delimiters
 * anew at every ISA. However the file is cut into pieces, the segments are the same.
 */
export class SegmentReader extends ScannedSegment {
  /** Set when nothing more can be read; `next()` then answers false for ever. */
  stopped: ReaderStop | undefined;

  #position = 0;
  /** Offset in the file of `bytes[0]`. */
  #base = 0;
  /** Of a file that is wrapped, or was. */
  #wrap: LineWrap | undefined;
  /** The last segment was an ISA, which an ISX may follow. */
  #isReleaseDue = false;
  #isEnded = false;
  /** With which bytes segments begin that need no care now: 1 for each of them. */
  #plainStarts = NO_STARTS;
  #classes = classes.byteClassesOf(this.delimiters);

  /** Adds the next piece of the file. Call it when `next()` has answered false. */
  feed(chunk: Uint8Array): void {
    const carried = this.byteCount - this.#position;
    if (carried + chunk.length + SLACK_BYTES > this.bytes.length) {
      const larger = new Uint8Array((carried + chunk.length + SLACK_BYTES) * 2);
      larger.set(this.bytes.subarray(this.#position, this.byteCount));
      this.bytes = larger;
      this.view = new DataView(larger.buffer);
    } else {
      this.bytes.copyWithin(0, this.#position, this.byteCount);
    }
    this.#base += this.#position;
    if (this.#wrap === undefined) {
      this.bytes.set(chunk, carried);
      this.byteCount = carried + chunk.length;
    } else {
      this.#base += this.#wrap.consume(this.#position);
      this.byteCount = this.#wrap.unwrap(chunk, this.bytes, carried);
    }
    this.#position = 0;
    this.#setGuard();
    this.forgetTexts();
  }

  /**
   * Terminators behind the last byte, at which every scan ends: two, since a release character may pass one. Set anew
   * whenever another byte is the last one or the terminator, and not for each segment.
   */
  #setGuard(): void {
    this.bytes.fill(this.delimiters.terminator, this.byteCount, this.byteCount + GUARD_BYTES);
  }

  /** Moves to the next complete segment; false when more bytes are needed, or none will help. */
  next(): boolean {
    const start = this.#position;
    const isPlain = start < this.byteCount && this.#plainStarts[this.bytes[start] as number] === 1;
    if (!isPlain) return this.#scanWithCare() > 0;
    this.offsets[0] = start;
    this.#scanElements(start, 0);
    return this.#position > start;
  }

  /** The same where a gap, a header or binary data may come, or nothing is known yet. Gives the bytes of the segment. */
  #scanWithCare(): number {
    if (this.stopped !== undefined) return 0;
    const { bytes } = this;
    const i = this.#skipGap();
    // Three bytes tell an ISA; once the delimiters are known, a lone terminator needs no more than itself.
    if (i + TAG_LENGTH_MAX > this.byteCount && this.delimiters.terminator === 0) return 0;
    const isHeader = bytes[i] === 0x49 && bytes[i + 1] === 0x53 && bytes[i + 2] === 0x41;
    if (isHeader && !this.#readHeader(i)) return 0;
    if (this.delimiters.terminator === 0) {
      this.#stop('not-x12');
      return 0;
    }
    this.#scanSegment(i);
    if (this.#position === i) return 0;
    if (isHeader || this.#isReleaseDue) this.#readRelease();
    this.#plainStarts = this.#isReleaseDue ? NO_STARTS : PLAIN_STARTS;
    return this.#position - i;
  }

  #stop(reason: ReaderStop): void {
    this.stopped = reason;
    this.#plainStarts = NO_STARTS;
  }

  /** The file has ended: a binary segment whose count reaches beyond it is now read like any other. */
  end(): void {
    this.#isEnded = true;
  }

  /** Bytes fed and not yet part of a complete segment: more than zero at the end of a file means it was cut. */
  get leftoverByteCount(): number {
    return this.byteCount - this.#skipGap();
  }

  /** Where the leftover begins in the file. */
  get leftoverByteStart(): number {
    const index = this.byteCount - this.leftoverByteCount;
    return this.#base + (this.#wrap === undefined ? index : this.#wrap.startInFile(index));
  }

  #skipGap(): number {
    this.#position = gapStop(this.bytes, this.#position, this.byteCount, this.delimiters.element);
    return this.#position;
  }

  /** Takes the delimiters of the ISA that begins at `start`; false when it is not there as a whole. */
  #readHeader(start: number): boolean {
    const bytes = this.bytes;
    if (start + ISA_LENGTH > this.byteCount) return false;
    if (!isIsaOfFixedWidth(bytes, start) && this.#wrap?.isOverAt(start) !== false) {
      const width = wrapWidthOf(bytes, start, this.byteCount);
      if (width === 'cut') return false;
      if (width > 0) this.#unwrapFrom(start, width);
    }
    const declared = readDelimiters(bytes, start, this.byteCount);
    if (declared === 'cut') return false;
    // An ISA past recognition inside a file is read as a segment like any other.
    if (declared === undefined) return true;
    this.delimiters = declared;
    this.#setGuard();
    this.release = 0;
    this.#classes = classes.byteClassesOf(declared);
    return true;
  }

  #unwrapFrom(start: number, width: number): void {
    this.#wrap ??= new LineWrap(width);
    this.#wrap.restart(width);
    const wrapped = this.bytes.subarray(start, this.byteCount);
    this.byteCount = this.#wrap.unwrap(wrapped, this.bytes, start);
    this.#setGuard();
    this.forgetTexts();
  }

  /** An ISX directly behind the ISA of a later version declares a release character. */
  #readRelease(): void {
    const isDue = this.#isReleaseDue;
    this.#isReleaseDue = this.tag === ISA && mayHaveRelease(this.text(12));
    if (!isDue || this.tag !== ISX) return;
    this.release = releaseOf(this.text(1), this.delimiters);
    this.#classes = classes.byteClassesOf(this.delimiters, this.release);
  }

  #scanSegment(start: number): void {
    const { bytes, byteCount, delimiters, offsets } = this;
    offsets[0] = start;
    const head =
      bytes[start] === CAPITAL_B
        ? readBinaryHead(bytes, { start, length: byteCount }, delimiters, offsets)
        : undefined;
    if (head === 'cut' && !this.#isEnded) return;
    if (typeof head === 'object') this.#scanElements(head.stop, head.elementCount);
    else this.#scanElements(start, 0);
  }

  /**
   * Finds the elements behind `from`; of the segment at `offsets[0]`, `knownCount` have begun before. The position moves
   * behind the segment if it is there as a whole: a boolean that is given back costs the caller more. The loop is
   * written for the engine (decision 18): it counts in 32 bits, what is done once stands behind it, and it ends at a
   * terminator only, which the guard is where no other comes.
   */
  #scanElements(from: number, knownCount: number): void {
    const bytes = this.bytes;
    const offsets = this.offsets;
    const byteClasses = this.#classes;
    let i = from | 0;
    let count = knownCount | 0;
    let met = 0;
    for (;;) {
      // A turn of the loop costs more than a look at a byte: each looks at six, as long as they are ordinary.
      let byteClass = byteClasses[bytes[i] as number] as number;
      i = (i + 1) | 0;
      if (byteClass === 0) {
        byteClass = byteClasses[bytes[i] as number] as number;
        i = (i + 1) | 0;
        if (byteClass === 0) {
          byteClass = byteClasses[bytes[i] as number] as number;
          i = (i + 1) | 0;
          if (byteClass === 0) {
            byteClass = byteClasses[bytes[i] as number] as number;
            i = (i + 1) | 0;
            if (byteClass === 0) {
              byteClass = byteClasses[bytes[i] as number] as number;
              i = (i + 1) | 0;
              if (byteClass === 0) {
                byteClass = byteClasses[bytes[i] as number] as number;
                i = (i + 1) | 0;
                if (byteClass === 0) continue;
              }
            }
          }
        }
      }
      if (byteClass === ELEMENT_SEPARATOR) {
        if (count < ELEMENTS_MAX) {
          count = (count + 1) | 0;
          offsets[count] = i;
        }
      } else if (byteClass === SEGMENT_TERMINATOR) break;
      else {
        met |= byteClass;
        // Behind a release character one byte is passed.
        i = (i + (byteClass >> RELEASE_SHIFT)) | 0;
      }
    }
    if (i <= this.byteCount && i - from <= SEGMENT_BYTES_MAX) {
      const start = offsets[0] as number;
      offsets[count + 1] = i;
      this.elementCount = count;
      this.byteClasses = met;
      this.tag = tagAt(bytes, start, (offsets[1] as number) - 1);
      this.#place(start, i);
    } else if (this.byteCount - from >= SEGMENT_BYTES_MAX) this.#stop('segment-too-long');
  }

  #place(start: number, stop: number): void {
    const wrap = this.#wrap;
    this.byteStart = this.#base + (wrap === undefined ? start : wrap.startInFile(start));
    this.byteStop = this.#base + (wrap === undefined ? stop : wrap.stopInFile(stop));
    this.#position = stop;
  }
}
