import type { Delimiters } from './delimiters.ts';
import { type Latin1Decoder, SegmentReader } from './segment-reader.ts';

/** A line end that the wrapping of the file put into a segment: before which character of its text. */
export interface WrapCopy {
  readonly at: number;
  readonly lineEnd: string;
}

/** One segment as text, with all that is needed to write it back byte for byte. */
export interface SegmentCopy {
  /** Bytes between the segment before and this one that belong to neither: line ends, a byte order mark. */
  readonly gap: string;
  /** The identifier, then the data elements, as they stand: with release characters. */
  readonly elements: readonly string[];
  readonly delimiters: Delimiters;
  /** 0 where the interchange has no release character. */
  readonly release: number;
  /** Absent where the file is not wrapped. */
  readonly wraps?: readonly WrapCopy[];
}

/** A whole file as segments; `tail` is what stands behind the last one, or could not be read. */
export interface FileCopy {
  readonly segments: readonly SegmentCopy[];
  readonly tail: string;
}

/** The reader is fed in steps, so that it sees early what it cannot read. */
const STEP_BYTES = 256 * 1024;

/** Copies a file into memory as text; `writeFileCopy` gives back the same bytes, whatever they were. */
export function copyFile(decode: Latin1Decoder, bytes: Uint8Array): FileCopy {
  const reader = new SegmentReader(decode);
  const segments: SegmentCopy[] = [];
  let copied = 0;
  const copyRead = (): void => {
    while (reader.next()) {
      segments.push(copySegment(reader, { decode, bytes, gapStart: copied }));
      copied = reader.byteStop;
    }
  };
  for (let start = 0; start < bytes.length && reader.stopped === undefined; start += STEP_BYTES) {
    reader.feed(bytes.subarray(start, start + STEP_BYTES));
    copyRead();
  }
  reader.end();
  copyRead();
  return { segments, tail: decode(bytes, copied, bytes.length) };
}

/** The file as text again, one character a byte (ISO 8859-1). */
export function writeFileCopy(copy: FileCopy): string {
  const parts = copy.segments.map(
    ({ gap, wraps, ...segment }) => gap + wrapped(textOf(segment), wraps ?? []),
  );
  return parts.join('') + copy.tail;
}

function copySegment(
  reader: SegmentReader,
  { decode, bytes, gapStart }: { decode: Latin1Decoder; bytes: Uint8Array; gapStart: number },
): SegmentCopy {
  const { byteStart, byteStop, delimiters, release } = reader;
  const elements: string[] = [];
  for (let position = 0; position <= reader.elementCount; position++) {
    elements.push(decode(reader.bytes, reader.startOf(position), reader.stopOf(position)));
  }
  const copy = {
    gap: gapStart === byteStart ? '' : decode(bytes, gapStart, byteStart),
    elements,
    delimiters,
    release,
  };
  const text = textOf(copy);
  if (text.length === byteStop - byteStart) return copy;
  return { ...copy, wraps: wrapsOf(text, decode(bytes, byteStart, byteStop)) };
}

function textOf({ elements, delimiters }: Pick<SegmentCopy, 'elements' | 'delimiters'>): string {
  return elements.join(String.fromCharCode(delimiters.element)) + String.fromCharCode(delimiters.terminator);
}

/** What `raw` has more than `text`, which it holds in its order. */
function wrapsOf(text: string, raw: string): WrapCopy[] {
  const wraps: WrapCopy[] = [];
  let at = 0;
  for (const character of raw) {
    if (character === text[at]) at++;
    else wraps.push({ at, lineEnd: character });
  }
  return wraps;
}

function wrapped(text: string, wraps: readonly WrapCopy[]): string {
  let result = '';
  let copied = 0;
  for (const { at, lineEnd } of wraps) {
    result += text.slice(copied, at) + lineEnd;
    copied = at;
  }
  return result + text.slice(copied);
}
